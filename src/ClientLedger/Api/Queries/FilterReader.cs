using ClientLedger.Api.Schemas;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;
using ClientLedger.Messages;
using ClientLedger.Reading;

namespace ClientLedger.Api.Queries;

/// <summary>
/// Makes the product's filter of a <c>where</c>. A condition that a client forgot to fill in must not find everything: one that is null or compares with nothing
/// is refused, and so is a variable within it that has no value, whose place is left out before anybody sees it.
/// </summary>
internal sealed class FilterReader(LedgerSchema schema)
{
    /// <summary>The filter of a field's argument <c>where</c>; null where nothing is said.</summary>
    /// <exception cref="RefusedException">A condition isn't filled in.</exception>
    public static Filter? Of(ResolveContext context, SelectedField selected, LedgerSchema schema, EntityDescriptor entity) =>
        GivenOf(context, selected) is { } where ? new FilterReader(schema).Read(where, entity) : null;

    /// <summary>What is given as <c>where</c>; null where nothing is said.</summary>
    /// <exception cref="RefusedException">A variable within it has no value.</exception>
    public static IReadOnlyDictionary<string, object?>? GivenOf(ResolveContext context, SelectedField selected) =>
        context.VariableWithoutValue(selected, Page.Where) is { } name
            ? throw new RefusedException(Refusal.Of(ApiMessages.VariableMissing, ("name", "$" + name)) with { Field = Page.Where })
            : context.ArgumentsOf(selected).GetValueOrDefault(Page.Where) as IReadOnlyDictionary<string, object?>;

    /// <summary>The filter of an input, all of whose fields must be true.</summary>
    /// <exception cref="RefusedException">A condition isn't filled in.</exception>
    public Filter Read(IReadOnlyDictionary<string, object?> where, EntityDescriptor entity) =>
        All([.. where.Select(each => Condition(each.Key, each.Value, entity))]);

    private Filter Condition(string name, object? value, EntityDescriptor entity) => name switch
    {
        _ when value is null => throw Missing(name),
        FilterTypes.And => new AllOf(Each(value, entity)),
        FilterTypes.Or => new AnyOf(Each(value, entity)),
        FilterTypes.Not => new Not(Read(Input(value), entity)),
        _ when Input(value).Count == 0 => throw Missing(name),
        _ when entity.Find(name) is { } field => All([.. Input(value).Select(each => OfField(field, each.Key, each.Value))]),
        _ => All([.. Input(value).SelectMany(each => OfRelation(entity.FindChildren(name)!, each.Key, each.Value))]),
    };

    private Filter OfField(FieldDescriptor field, string name, object? value)
    {
        if (value is null)
        {
            throw Missing($"{field.Name}.{name}");
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
            (_, null) or (FilterTypes.Aggregate, IReadOnlyList<object?> { Count: 0 }) => throw Missing($"{relation.Name}.{name}"),
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
        var compared = FilterTypes.Operators.Where(each => input.ContainsKey(each.Key)).ToList();
        return compared.Count == 0 || compared.Exists(each => input[each.Key] is null)
            ? throw Missing($"{relation.Name}.{FilterTypes.Aggregate}")
            : compared.Select(each => new AggregateFilter(relation.Name, function, field, where, each.Value, Text(input[each.Key])));
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

    private static RefusedException Missing(string name) => new(Refusal.Of(ApiMessages.ConditionMissing, ("name", name)) with { Field = Page.Where });
}
