using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.TestKit.Generators;

namespace ClientLedger.Tests.Organisations;

/// <summary>Organisations of chance: teams in trees, roles whose rules are of every kind and whose field rights overlap, and members with two or three of them.</summary>
/// <param name="persons">Everybody who may own records, be in a team and have roles.</param>
/// <param name="program">A program, which may be in a team and have roles.</param>
/// <param name="first">Ids of teams begin here.</param>
internal sealed class RandomOrganisation(Chance chance, LedgerSchema schema, IReadOnlyList<long> persons, long program, long first)
{
    private const int TeamCount = 6, RoleCount = 6;

    private readonly RandomRights rights = new(chance, schema, persons);

    /// <summary>The next one.</summary>
    /// <param name="mark">Begins the names of its roles and teams.</param>
    public PlainOrganisation Next(string mark)
    {
        var made = new PlainOrganisation();
        for (var i = 0; i < TeamCount; i++)
        {
            made.Teams.Add(new PlainTeam(first + i, $"{mark} team {i}", i > 0 && chance.In(75) ? made.Teams[chance.Between(0, i - 1)].Id : null));
        }

        for (var i = 0; i < RoleCount; i++)
        {
            made.Roles.Add(new PlainRole($"{mark} role {i}", [.. schema.Entities.SelectMany(Grants)]));
        }

        foreach (var person in persons.Append(program))
        {
            made.Members.AddRange(chance.Some(made.Teams, chance.Between(0, 2)).Select(team => (team.Id, person)));
            made.Holders.AddRange(chance.Some(made.Roles, chance.Between(2, 3)).Select(role => (role.Name, person)));
        }

        return made;
    }

    private IEnumerable<Grant> Grants(EntityDescriptor entity)
    {
        var count = chance.Between(0, 9) switch { < 4 => 0, < 9 => 1, _ => 2 };
        return Enumerable.Range(0, entity.Name == "customer" ? Math.Max(1, count) : count).Select(_ => Grant(entity));
    }

    private Grant Grant(EntityDescriptor entity)
    {
        var others = chance.Between(0, 9) switch { 0 => FieldRight.None, 1 => new FieldRight(ReadRight.Masked, WriteRight.No), 2 or 3 => FieldRight.ReadOnly, _ => FieldRight.All };
        var named = chance.Some(entity.Fields.Skip(SystemFields.Count), chance.Between(0, entity.Fields.Count / 2));
        return new Grant(entity.Name, Rule(entity))
        {
            Others = others,
            Fields = named.ToDictionary(field => field.Name, field => Right(field)),
            Create = chance.In(50),
            Delete = chance.In(50),
            Reassign = chance.In(30),
        };
    }

    private FieldRight Right(FieldDescriptor field) => chance.Between(0, 5) switch
    {
        0 => FieldRight.None,
        1 => new FieldRight(ReadRight.Masked, WriteRight.No),
        2 => FieldRight.ReadOnly,
        _ => field.Derived ? FieldRight.ReadOnly : FieldRight.All,
    };

    /// <summary>Which customers, their own fields decide: then what is gone is told of each.</summary>
    private RecordRule Rule(EntityDescriptor entity)
    {
        if (chance.In(20) && Where(entity) is { } where)
        {
            return new MatchingRecords(where);
        }

        while (true)
        {
            var rule = rights.Rule(entity);
            if (entity.Name != "customer" || !IsThrough(rule))
            {
                return rule;
            }
        }
    }

    /// <summary>Several conditions at once, the tenant's own fields among them; null where the entity has too few fields for it.</summary>
    private Filter? Where(EntityDescriptor entity)
    {
        var parts = new List<Filter>();
        if (entity.Find("ownScore") is not null)
        {
            parts.Add(new FieldFilter("ownScore", chance.In(50) ? Operator.Greater : Operator.LessOrEqual, "5"));
        }

        if (entity.Find("owner") is not null)
        {
            parts.Add(new Not(new FieldFilter("owner", Operator.Equals, RecordIds.Format(RecordIds.Account, chance.Pick(persons)))));
        }

        if (entity.Fields.FirstOrDefault(field => field is { Type: FieldType.Choice, List: not null, Several: false, Derived: false }) is { } choice)
        {
            parts.Add(new FieldFilter(choice.Name, Operator.In, [.. chance.Some(RandomValues.Codes(choice), 8)]));
        }

        return parts.Count < 2 ? null : chance.In(60) ? new AllOf(parts) : new AnyOf([.. parts.Take(parts.Count - 1), new AllOf([parts[^1]])]);
    }

    private static bool IsThrough(RecordRule rule) => rule is RecordsThrough || (rule is EitherRule either && either.Rules.Any(IsThrough));
}
