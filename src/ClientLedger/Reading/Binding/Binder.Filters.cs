using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Binding;

/// <content>Filters.</content>
internal sealed partial class Binder
{
    /// <summary>Binds a filter over the rows of a table. It may come from JSON, where anything can be missing.</summary>
    public BoundFilter Filter(BoundTable table, Filter filter)
    {
        Enter();
        var bound = Given(filter) switch
        {
            AllOf all => new BoundAll(Each('&', table, Given(all.Filters))),
            AnyOf any => new BoundAny(Each('|', table, Given(any.Filters))),
            Not not => Negated(table, not.Filter),
            FieldFilter field => Compare(table, field),
            PeriodFilter period => Within(table, period),
            ReferenceFilter reference => Referenced(table, reference),
            ChildrenFilter children => OfChildren(table, children),
            AggregateFilter aggregate => OfAggregate(table, aggregate),
            _ => throw new ArgumentException($"{filter.GetType()} is no filter.", nameof(filter)),
        };
        Leave();
        return bound;
    }

    private BoundFilter[] Each(char token, BoundTable table, IReadOnlyList<Filter> filters)
    {
        Shape.Add(token).Add(filters.Count);
        var bound = new BoundFilter[filters.Count];
        for (var i = 0; i < bound.Length; i++)
        {
            bound[i] = Filter(table, filters[i]);
        }

        return bound;
    }

    private BoundNot Negated(BoundTable table, Filter filter)
    {
        Shape.Add('~');
        return new BoundNot(Filter(table, filter));
    }

    private BoundReference Referenced(BoundTable table, ReferenceFilter filter)
    {
        Shape.Add('>');
        var (reference, target) = Reference(table, filter.Reference);
        return new BoundReference(reference, target, Filter(target, filter.Where));
    }

    private BoundFilter OfChildren(BoundTable table, ChildrenFilter filter)
    {
        Shape.Add('*').Add((int)filter.Quantifier).Add(filter.Where is null ? '0' : '1');
        var (children, by) = Children(table, filter.Relation);
        var where = filter.Where is null ? null : Filter(children, filter.Where);
        return filter.Quantifier switch
        {
            Quantifier.Some => new BoundExists(table, children, by, where),
            Quantifier.None => new BoundNot(new BoundExists(table, children, by, where)),
            _ => where is null ? BoundFilter.Always : new BoundNot(new BoundExists(table, children, by, new BoundNot(where))),
        };
    }

    private BoundAggregateComparison OfAggregate(BoundTable table, AggregateFilter filter)
    {
        Shape.Add('+').Add((int)filter.Operator);
        var aggregate = Aggregate(table, filter.Relation, filter.Function, filter.Field, filter.Where);
        var comparison = filter.Operator switch
        {
            Operator.Equals => Comparison.Equal,
            Operator.Less => Comparison.Less,
            Operator.LessOrEqual => Comparison.LessOrEqual,
            Operator.Greater => Comparison.Greater,
            Operator.GreaterOrEqual => Comparison.GreaterOrEqual,
            _ => throw Refused(
                Refusal.Of(ReadMessages.OperatorUnfit, ("field", filter.Field ?? filter.Relation), ("operator", filter.Operator)), filter.Field),
        };
        return new BoundAggregateComparison(aggregate, comparison, AggregateSlot(aggregate, filter));
    }

    /// <summary>An aggregate over the children of a table's rows.</summary>
    private BoundAggregate Aggregate(BoundTable table, string relation, AggregateFunction function, string? field, Filter? where)
    {
        Shape.Add('a').Add((int)function).Add(field is null ? '0' : '1').Add(where is null ? '0' : '1');
        var (children, by) = Children(table, relation);
        if (field is null != (function == AggregateFunction.Count))
        {
            throw Refused(Refusal.Of(ReadMessages.AggregateField, ("relation", children.Entity.Label), ("function", function)), field);
        }

        var over = field is null ? null : Field(children, field);
        if (over is not null && !CanAggregate(function, over.Field))
        {
            throw Refused(Refusal.Of(ReadMessages.NotAggregable, ("field", over.Field.Label), ("function", function)), field);
        }

        return new BoundAggregate(table, children, by, function, over, where is null ? null : Filter(children, where));
    }

    private static bool CanAggregate(AggregateFunction function, FieldDescriptor field) => field.IsSummable || field.Type switch
    {
        _ when field.Several || field.Sensitivity == Sensitivity.Sensitive => false,
        FieldType.Date or FieldType.Moment => function is AggregateFunction.Minimum or AggregateFunction.Maximum,
        _ => false,
    };

    /// <summary>The value that an aggregate is compared with; an average of whole numbers has four places.</summary>
    private int AggregateSlot(BoundAggregate aggregate, AggregateFilter filter)
    {
        var field = aggregate.Field?.Field ?? aggregate.Children.Entity.Fields[SystemFields.VersionOrdinal];
        var type = aggregate.Function == AggregateFunction.Average ? FieldType.Decimal : field.Type;
        var canonical = Parse(field with { Type = type }, filter.Value);
        var kind = aggregate.Field?.Kind ?? StoreKind.Int64;
        return Shape.Slot(kind, Stored(field with { Type = type }, kind, canonical));
    }
}
