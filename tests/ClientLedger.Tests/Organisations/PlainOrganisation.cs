using ClientLedger.Access;
using ClientLedger.Fields;

namespace ClientLedger.Tests.Organisations;

/// <summary>A team and the one above it.</summary>
internal sealed record PlainTeam(long Id, string Name, long? Above);

/// <summary>A role and what it grants.</summary>
internal sealed record PlainRole(string Name, IReadOnlyList<Grant> Grants);

/// <summary>
/// A tenant's teams, roles and members as lists, and what they come to for one person: worked out anew by plain loops, from the design, with nothing that the
/// product decides by.
/// </summary>
internal sealed class PlainOrganisation
{
    public List<PlainTeam> Teams { get; } = [];

    public List<(long Team, long Person)> Members { get; } = [];

    public List<PlainRole> Roles { get; } = [];

    public List<(string Role, long Person)> Holders { get; } = [];

    /// <summary>Names of the roles that a person has.</summary>
    public IReadOnlyList<string> RolesOf(long person) => [.. Holders.Where(holder => holder.Person == person).Select(holder => holder.Role)];

    /// <summary>What a person may see and do: the grants of all its roles side by side.</summary>
    public Rights RightsOf(LedgerSchema schema, long person)
    {
        var grants = Roles.Where(role => RolesOf(person).Contains(role.Name)).SelectMany(role => role.Grants).ToList();
        var teams = Members.Where(member => member.Person == person).Select(member => member.Team).ToList();
        return new Rights(schema.Entities.Select(entity => new EntityRights(entity, [.. grants.Where(grant => grant.Entity == entity.Name).Select(grant => Ready(entity, grant))])))
        {
            Person = person,
            Teams = teams,
            TeamPersons = [.. Members.Where(member => teams.Contains(member.Team)).Select(member => member.Person).Append(person).Distinct()],
            TeamAndBelowPersons = [.. Members.Where(member => teams.Exists(team => IsIn(member.Team, team))).Select(member => member.Person).Append(person).Distinct()],
        };
    }

    /// <summary>The team is the other one or lies anywhere under it.</summary>
    private bool IsIn(long team, long other)
    {
        for (long? at = team; at is not null; at = Teams.Single(each => each.Id == at).Above)
        {
            if (at == other)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whatever a grant says, ids and versions are clear, and what the ledger works out nobody writes.</summary>
    private static EffectiveGrant Ready(EntityDescriptor entity, Grant grant)
    {
        var rights = entity.Fields.Select(field => grant.Fields.TryGetValue(field.Name, out var own) ? own : grant.Others).ToList();
        return new EffectiveGrant(
            grant.Rule,
            [.. entity.Fields.Zip(rights, (field, right) => field.Name is "id" or "version" ? ReadRight.Clear : right.Read)],
            [.. entity.Fields.Zip(rights, (field, right) => field.Derived ? WriteRight.No : right.Write)],
            grant.Create,
            grant.Delete,
            grant.Reassign);
    }
}
