using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.TestKit.Plain;

namespace ClientLedger.TestKit.Generators;

/// <summary>Queries with one thing wrong.</summary>
public sealed class FlawedQueries(Chance chance, PlainSight sight, RandomValues values)
{
    private readonly RandomQueries queries = new(chance, sight, values);

    /// <summary>A query that must be refused, or null when the caller sees no entity at all.</summary>
    public LedgerQuery? Next()
    {
        if (queries.Next() is not { } found)
        {
            return null;
        }

        var query = found with { Deleted = false };

        var entity = sight.Entity(query.Entity);
        var unseen = sight.Scope.Schema.Entities.Where(other => sight.Scope.Rights.On(other.Name).Grants.Count == 0).Select(other => other.Name).Append("nothing").ToList();
        return chance.Between(0, 16) switch
        {
            0 => new(chance.Pick(unseen)),
            1 => query with { Select = [new FieldSelection(Unseen(entity, ReadRight.Hidden))] },
            2 => query with { Where = new FieldFilter(Unseen(entity, ReadRight.Masked), Operator.IsEmpty, []) },
            3 => query with { OrderBy = [new SortKey(Unseen(entity, ReadRight.Masked))] },
            4 => query with { OrderBy = [new SortKey(Unsortable(entity))] },
            5 => query with { OrderBy = [.. Enumerable.Repeat(new SortKey(SystemFields.Id), LedgerQuery.MostSortKeys + 1)] },
            6 => query with { Size = chance.Pick([0, -1, LedgerQuery.LargestPage + 1]) },
            7 => query with { Select = [new FieldSelection(SystemFields.Id), new FieldSelection(SystemFields.Id)] },
            8 => query with { AsOf = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) },
            9 => query with { Where = new ChildrenFilter("nothings", Quantifier.Some, null) },
            10 => query with { Where = new AllOf([new FieldFilter(SystemFields.Id, Operator.Contains, "a")]) },
            11 => query with { Where = new Not(new FieldFilter(SystemFields.Id, Operator.Equals, [])) },
            12 => query with { Where = new PeriodFilter(SystemFields.Id, PeriodAnchor.Last, 1, PeriodUnit.Day) },
            13 => query with { Where = new FieldFilter(SystemFields.Id, Operator.Under, "x") },
            14 => query with { Sums = [Unseen(entity, ReadRight.Masked)] },
            15 => query with { Sums = [SystemFields.Id] },
            _ => query with { Where = new FieldFilter(SystemFields.Id, Operator.IsEmpty, "x") },
        };
    }

    /// <summary>A field that the caller sees so much of at most, or one that there is not.</summary>
    private string Unseen(EntityDescriptor entity, ReadRight most) => chance.Pick(
        [.. entity.Fields.Where((_, ordinal) => sight.Scope.Rights.On(entity.Name).Best(ordinal) <= most).Select(field => field.Name), "nothing"]);

    private string Unsortable(EntityDescriptor entity) => chance.Pick(
        [.. entity.Fields.Where(field => field.Several || field.Type == FieldType.LongText || field.Sensitivity == Sensitivity.Sensitive).Select(field => field.Name), "nothing"]);
}
