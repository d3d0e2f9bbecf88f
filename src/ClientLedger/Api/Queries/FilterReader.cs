using ClientLedger.Api.Schemas;
using ClientLedger.Fields;
using ClientLedger.Reading;

namespace ClientLedger.Api.Queries;

/// <summary>
/// Makes the product's filter of a <c>where</c>. What is given as null becomes a part that is missing, which the read gate refuses: a condition that a client
/// forgot to fill in must not find everything.
/// </summary>
internal sealed class FilterReader(LedgerSchema schema)
{
    /// <summary>The filter of an input, all of whose fields must be true.</summary>
    public Filter Read(IReadOnlyDictionary<string, object?> where, EntityDescriptor entity)
    {
        // The only condition may be the one that is missing; where nothing is said at all, it wouldn't be missed.
        var all = All([.. where.Select(each => Condition(each.Key, each.Value, entity))]);
        return all ?? new AllOf([all!]);
    }

    private Filter Condition(string name, object? value, EntityDescriptor entity) => name switch
    {
        _ when value is null => Missing,
        FilterTypes.And => new AllOf(Each(value, entity)),
        FilterTypes.Or => new AnyOf(Each(value, entity)),
        FilterTypes.Not => new Not(Read(Input(value), entity)),
        _ when entity.Find(name) is { } field => All([.. Input(value).Select(each => OfField(field, each.Key, each.Value))]),
        _ => All([.. Input(value).SelectMany(each => OfRelation(entity.FindChildren(name)!, each.Key, each.Value))]),
    };

    private Filter OfField(FieldDescriptor field, string name, object? value)
    {
        if (value is null)
        {
            return Missing;
        }

        switch (name)
        {
            case FilterTypes.Matches:
                return new ReferenceFilter(field.Name, Read(Input(value), schema[field.Target!]));
            case FilterTypes.PeriodField:
                var period = Input(value);
                return new PeriodFilter(field.Name, (PeriodAnchor)period["anchor"]!, (int)period["count"]!, (PeriodUnit)period["unit"]!);
        }

        var asked = FilterTypes.Operators[name];
        return asked != Operator.IsEmpty ? new FieldFilter(field.Name, asked, Texts(value))
            : (bool)value ? new FieldFilter(field.Name, asked, [])
            : new Not(new FieldFilter(field.Name, asked, []));
    }

    private IEnumerable<Filter> OfRelation(ChildRelation relation, string name, object? value)
    {
        var child = schema[relation.Entity];
        return (name, value) switch
        {
            (_, null) => [Missing],
            (FilterTypes.Aggregate, IReadOnlyList<object?> aggregates) => aggregates.SelectMany(each => OfAggregate(relation, child, Input(each!))),
            _ => [new ChildrenFilter(relation.Name, QuantifierOf(name), Read(Input(value), child))],
        };
    }

    /// <summary>One comparison for each operator that is given.</summary>
    private IEnumerable<Filter> OfAggregate(ChildRelation relation, EntityDescriptor child, IReadOnlyDictionary<string, object?> input)
    {
        var function = (AggregateFunction)input["function"]!;
        var field = input.GetValueOrDefault("field") as string;
        var where = input.GetValueOrDefault(Page.Where) is IReadOnlyDictionary<string, object?> given ? Read(given, child) : null;
        return FilterTypes.Operators
            .Where(each => input.ContainsKey(each.Key))
            .Select(each => new AggregateFilter(relation.Name, function, field, where, each.Value, Text(input[each.Key])));
    }

    private Filter[] Each(object value, EntityDescriptor entity) => [.. ((IReadOnlyList<object?>)value).Select(each => Read(Input(each!), entity))];

    private static Quantifier QuantifierOf(string name) => name switch
    {
        FilterTypes.Some => Quantifier.Some,
        FilterTypes.None => Quantifier.None,
        _ => Quantifier.Every,
    };

    private static IReadOnlyDictionary<string, object?> Input(object value) => (IReadOnlyDictionary<string, object?>)value;

    private static Filter All(IReadOnlyList<Filter> filters) => filters is [var only] ? only : new AllOf(filters);

    private static IReadOnlyList<string> Texts(object value) => value is IReadOnlyList<object?> several ? [.. several.Select(Text)] : [Text(value)];

    private static string Text(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        _ => (string)value!,
    };

    private static Filter Missing => null!;
}
