using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Access;

/// <summary>Makes and changes the roles of a tenant.</summary>
public sealed class Roles(LedgerContext context, LedgerSchema schema, IdSource ids)
{
    /// <summary>Makes a role, or gives the role of that id other grants and another name.</summary>
    /// <returns>The role, or what is wrong; then nothing was saved.</returns>
    public async Task<(long Id, IReadOnlyList<Refusal> Refusals)> SaveAsync(
        string name, IReadOnlyList<Grant> grants, CancellationToken cancellationToken, long? id = null)
    {
        ArgumentNullException.ThrowIfNull(grants);
        var stored = id is null ? null : await context.Set<Role>().SingleAsync(role => role.Id == id, cancellationToken);
        List<Refusal> refusals = [.. await CheckNameAsync(name, stored, cancellationToken), .. grants.SelectMany(grant => GrantRules.Check(schema, grant))];
        if (refusals.Count > 0)
        {
            return (0, refusals);
        }

        var role = stored ?? context.Add(new Role { Id = ids.Next(), Name = name }).Entity;
        role.Name = name;
        context.RemoveRange(await context.Set<RoleGrant>().Where(grant => grant.RoleId == role.Id && grant.Position >= grants.Count).ToListAsync(cancellationToken));
        var kept = await context.Set<RoleGrant>().Where(grant => grant.RoleId == role.Id && grant.Position < grants.Count).ToListAsync(cancellationToken);
        for (var position = 0; position < grants.Count; position++)
        {
            var row = RoleGrant.Of(role.Id, position, grants[position]);
            if (kept.Find(grant => grant.Position == row.Position) is { } old)
            {
                (old.Entity, old.Definition) = (row.Entity, row.Definition);
            }
            else
            {
                context.Add(row);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        return (role.Id, []);
    }

    /// <summary>Gives a person a role; giving it twice is giving it once.</summary>
    public async Task GiveAsync(long role, long person, CancellationToken cancellationToken)
    {
        if (!await context.Set<RoleMember>().AnyAsync(member => member.RoleId == role && member.PersonId == person, cancellationToken))
        {
            context.Add(new RoleMember { RoleId = role, PersonId = person });
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Takes a role from a person.</summary>
    public async Task TakeAsync(long role, long person, CancellationToken cancellationToken)
    {
        context.RemoveRange(await context.Set<RoleMember>().Where(member => member.RoleId == role && member.PersonId == person).ToListAsync(cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Refusal>> CheckNameAsync(string name, Role? stored, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > Role.MaxName)
        {
            return [Refusal.Of(AccessMessages.RoleName, ("max", Role.MaxName))];
        }

        if (stored is { IsOwner: true })
        {
            return [Refusal.Of(AccessMessages.OwnerFixed, ("name", stored.Name))];
        }

        var taken = await context.Set<Role>().AnyAsync(role => role.Name == name && (stored == null || role.Id != stored.Id), cancellationToken);
        return taken ? [Refusal.Of(AccessMessages.RoleNameTaken, ("name", name))] : [];
    }
}
