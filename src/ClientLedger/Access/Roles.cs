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
        List<Refusal> refusals =
        [
            .. await CheckNameAsync(name, stored, cancellationToken),
            .. grants.SelectMany(grant => GrantRules.Check(schema, grant)),
            .. await CheckCountsAsync(stored?.Id ?? 0, grants, cancellationToken),
        ];
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
    /// <returns>What is wrong; then nothing was saved.</returns>
    public async Task<IReadOnlyList<Refusal>> GiveAsync(long role, long person, CancellationToken cancellationToken)
    {
        if (await context.Set<RoleMember>().AnyAsync(member => member.RoleId == role && member.PersonId == person, cancellationToken))
        {
            return [];
        }

        var given = await context.Set<RoleGrant>().Where(grant => grant.RoleId == role).Select(grant => grant.Entity).ToListAsync(cancellationToken);
        var held = await OthersAsync(role, [person], cancellationToken);
        if (TooMany(given, held) is { } refusal)
        {
            return [refusal];
        }

        context.Add(new RoleMember { RoleId = role, PersonId = person });
        await context.SaveChangesAsync(cancellationToken);
        return [];
    }

    /// <summary>Takes a role from a person.</summary>
    public async Task TakeAsync(long role, long person, CancellationToken cancellationToken)
    {
        context.RemoveRange(await context.Set<RoleMember>().Where(member => member.RoleId == role && member.PersonId == person).ToListAsync(cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The grants of a role, and those of everybody who has it together with the other roles of each, stay within <see cref="EntityRights.MostGrants"/>.</summary>
    private async Task<IReadOnlyList<Refusal>> CheckCountsAsync(long role, IReadOnlyList<Grant> grants, CancellationToken cancellationToken)
    {
        var members = await context.Set<RoleMember>().Where(member => member.RoleId == role).Select(member => member.PersonId).ToListAsync(cancellationToken);
        return TooMany([.. grants.Select(grant => grant.Entity)], await OthersAsync(role, members, cancellationToken)) is { } refusal ? [refusal] : [];
    }

    /// <summary>The entities of the grants that persons have by other roles, one for each grant.</summary>
    private async Task<ILookup<long, string>> OthersAsync(long role, IReadOnlyList<long> persons, CancellationToken cancellationToken)
    {
        var held = await (
            from member in context.Set<RoleMember>()
            join grant in context.Set<RoleGrant>() on member.RoleId equals grant.RoleId
            where member.RoleId != role && persons.Contains(member.PersonId)
            select new { member.PersonId, grant.Entity }).ToListAsync(cancellationToken);
        return held.ToLookup(each => each.PersonId, each => each.Entity);
    }

    /// <summary>Why these grants are too many, by themselves or for somebody who has others already.</summary>
    private Refusal? TooMany(IReadOnlyList<string> given, ILookup<long, string> held) => given.CountBy(entity => entity)
        .Select(each => (Entity: each.Key, Count: each.Value + held.Select(person => person.Count(entity => entity == each.Key)).DefaultIfEmpty().Max()))
        .Where(each => each.Count > EntityRights.MostGrants)
        .Select(each => Refusal.Of(
            AccessMessages.TooManyGrants, ("entity", schema.Find(each.Entity)?.Label), ("count", each.Count), ("max", EntityRights.MostGrants)))
        .FirstOrDefault();

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
