using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;

namespace ClientLedger.TestKit.Generators;

/// <summary>Callers with grants of chance: some on every record, some under rules of every kind, some with fields hidden or masked.</summary>
/// <param name="persons">Persons that own records.</param>
public sealed class RandomRights(Chance chance, LedgerSchema schema, IReadOnlyList<long> persons)
{
    /// <summary>Sees and does everything.</summary>
    public static Rights Owner(LedgerSchema schema, long person)
    {
        return new(schema.Entities.Select(entity => new EntityRights(entity, [Everything(entity)]))) { Person = person, TeamPersons = [person], TeamAndBelowPersons = [person] };
    }

    /// <summary>A caller whose rights differ from entity to entity and may be mixed within one.</summary>
    public Rights Next()
    {
        var person = chance.Pick(persons);
        var team = chance.Some(persons, chance.Between(0, 2)).Append(person).Distinct().ToList();
        var below = chance.Some(persons, chance.Between(0, 2)).Concat(team).Distinct().ToList();
        return new(schema.Entities.Select(EntityRights))
        {
            Person = person,
            Teams = [chance.Between(1, 3)],
            TeamPersons = team,
            TeamAndBelowPersons = below,
        };
    }

    /// <summary>A record rule that makes sense for the entity.</summary>
    public RecordRule Rule(EntityDescriptor entity, int depth = 2)
    {
        var reference = entity.Fields.Where(field => field is { Type: FieldType.Reference, Target: not null }).ToList();
        return chance.Between(0, 9) switch
        {
            0 => new EveryRecord(),
            1 or 2 when entity.Find("owner") is not null => new OwnRecords(),
            3 when entity.Find("owner") is not null => new TeamRecords(chance.In(50)),
            4 when entity.Find("region") is not null => new RegionRecords(chance.Some(RandomValues.Regions, 2)),
            5 => new SharedRecords(),
            6 when depth > 0 => new EitherRule([Rule(entity, depth - 1), Rule(entity, depth - 1)]),
            7 when depth > 0 && reference.Count > 0 => Through(chance.Pick(reference), depth),
            _ => new MatchingRecords(Where(entity)),
        };
    }

    private static EffectiveGrant Everything(EntityDescriptor entity) => new(
        new EveryRecord(),
        [.. entity.Fields.Select(_ => ReadRight.Clear)],
        [.. entity.Fields.Select(_ => WriteRight.Yes)],
        Create: true,
        Delete: true,
        Reassign: true);

    private EntityRights EntityRights(EntityDescriptor entity)
    {
        var count = chance.Between(0, 9) switch { 0 => 0, < 7 => 1, < 9 => 2, _ => 3 };
        return new(entity, [.. Enumerable.Range(0, count).Select(_ => Grant(entity))]);
    }

    private EffectiveGrant Grant(EntityDescriptor entity)
    {
        var hides = chance.In(60);
        var guards = chance.In(40);
        ReadRight[] read = [.. entity.Fields.Select(field => Read(field, hides))];
        return new(
            chance.In(40) ? new EveryRecord() : Rule(entity),
            read,
            [.. read.Select(right => right == ReadRight.Clear && (!guards || chance.In(85)) ? WriteRight.Yes : WriteRight.No)],
            Create: chance.In(70),
            Delete: chance.In(50),
            Reassign: chance.In(40));
    }

    /// <summary>Ids and versions are always clear: without them nothing could be told apart, nor changed with a base.</summary>
    private ReadRight Read(FieldDescriptor field, bool hides) => field.Name is SystemFields.Id or SystemFields.Version || !hides ? ReadRight.Clear
        : chance.Between(0, 9) switch { 0 => ReadRight.Hidden, 1 => ReadRight.Masked, _ => ReadRight.Clear };

    private RecordsThrough Through(FieldDescriptor reference, int depth) => new(reference.Name, Rule(schema[reference.Target!], depth - 1));

    private Filter Where(EntityDescriptor entity)
    {
        var several = entity.Fields.Where(field => field.Several && field.Type.IsText() && field.Type != FieldType.Choice).ToList();
        if (several.Count > 0 && chance.In(30))
        {
            // A letter is no part of a phone.
            var (field, text) = (chance.Pick(several), chance.Pick(["1", "a", "e"]));
            var part = new FieldFilter(field.Name, Operator.Contains, field.Type == FieldType.Phone ? "1" : text);
            return chance.In(50) ? new Not(part) : part;
        }

        var choices = entity.Fields.Where(field => field is { Type: FieldType.Choice, List: not null, Several: false }).ToList();
        return choices.Count == 0
            ? new PeriodFilter(SystemFields.CreatedAt, PeriodAnchor.Last, 2, PeriodUnit.Year)
            : ChoiceFilter(chance.Pick(choices));
    }

    private FieldFilter ChoiceFilter(FieldDescriptor field) =>
        new(field.Name, Operator.In, chance.Some(RandomValues.Codes(field), 3));
}
