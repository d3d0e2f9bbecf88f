using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.TestKit.Plain;

namespace ClientLedger.TestKit.Generators;

/// <summary>Queries that a caller may ask.</summary>
public sealed class RandomQueries(Chance chance, PlainSight sight, RandomValues values)
{
    private readonly RandomFilters filters = new(chance, sight, values);

    /// <summary>A query, or null when the caller sees no entity at all.</summary>
    public LedgerQuery? Next()
    {
        var known = sight.Scope.Schema.Entities.Where(entity => sight.Scope.Rights.On(entity.Name).Grants.Count > 0).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var customer = known.Find(entity => entity.Name == "customer");
        return On(customer is not null && chance.In(40) ? customer : chance.Pick(known));
    }

    /// <summary>A query on an entity of which the caller sees something.</summary>
    public LedgerQuery On(EntityDescriptor entity)
    {
        return new(entity.Name)
        {
            Select = chance.In(5) ? [] : Selections(entity, depth: 2),
            Where = chance.In(20) ? null : filters.Next(entity),
            OrderBy = Order(entity),
            Size = chance.Between(1, 12),
            Count = chance.In(50),
            Sums = chance.In(25) ? Sums(entity) : [],
            Deleted = chance.In(12),
        };
    }

    /// <summary>Up to three keys that may be sorted by.</summary>
    public List<SortKey> Order(EntityDescriptor entity)
    {
        var sortable = filters.Usable(entity).Where(field => field.Type.IsSortable() && field is { Several: false, Sensitivity: Sensitivity.Normal });
        return [.. chance.Some(sortable, chance.Between(0, LedgerQuery.MostSortKeys)).Select(field => new SortKey(field.Name, chance.In(50)))];
    }

    private List<string> Sums(EntityDescriptor entity)
    {
        var usable = filters.Usable(entity).ToList();
        var summable = usable.Where(field => field is { Several: false, Sensitivity: not Sensitivity.Sensitive, Type: FieldType.Integer or FieldType.Decimal or FieldType.Money }
            && (field.CurrencyField is null || usable.Exists(other => other.Name == field.CurrencyField)));
        return [.. chance.Some(summable, chance.Between(1, 3)).Select(field => field.Name)];
    }

    private List<Selection> Selections(EntityDescriptor entity, int depth)
    {
        var selections = new List<Selection>();
        var fields = entity.Fields.Where((_, ordinal) => sight.Scope.Rights.On(entity.Name).Best(ordinal) != ReadRight.Hidden);
        selections.AddRange(chance.Some(fields, chance.Between(1, 6)).Select(field => chance.In(80) ? new FieldSelection(field.Name) : new FieldSelection("my_" + field.Name, field.Name)));
        if (depth > 0)
        {
            selections.AddRange(chance.Some(filters.References(entity), chance.Between(0, 1)).Select(reference => Reference(reference, depth)));
            selections.AddRange(chance.Some(filters.Relations(entity), chance.Between(0, 1)).Select(relation => Children(relation, depth)));
            selections.AddRange(chance.Some(filters.Relations(entity), chance.Between(0, 2)).Select((relation, at) => Aggregate(relation, at)));
        }

        return chance.Some(selections, selections.Count);
    }

    private ReferenceSelection Reference(FieldDescriptor reference, int depth) =>
        new("its_" + reference.Name, reference.Name, Selections(sight.Entity(reference.Target!), depth - 1));

    private ChildrenSelection Children(ChildRelation relation, int depth)
    {
        var child = sight.Entity(relation.Entity);
        return new("list_" + relation.Name, relation.Name, Selections(child, depth - 1))
        {
            Where = chance.In(50) ? null : filters.Next(child, depth: 1),
            OrderBy = Order(child),
            First = chance.Between(1, 5),
        };
    }

    private AggregateSelection Aggregate(ChildRelation relation, int at)
    {
        var (function, field) = filters.Function(relation);
        return new("sum" + at, relation.Name, function, field?.Name) { Where = chance.In(50) ? null : filters.Next(sight.Entity(relation.Entity), depth: 1) };
    }
}
