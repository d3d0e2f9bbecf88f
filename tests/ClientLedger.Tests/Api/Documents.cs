using System.Text.Json;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Reading;
using ClientLedger.Tenancy;

namespace ClientLedger.Tests.Api;

/// <summary>Writes queries of the read gate as documents, of what the API has of them.</summary>
internal sealed class Documents(LedgerScope scope)
{
    /// <summary>The API has a field for it.</summary>
    public static bool CanAsk(LedgerQuery query) => query.Sums.Count == 0;

    /// <summary>The query without what the API says otherwise: references are records, sums and deleted records have fields of their own.</summary>
    public LedgerQuery Askable(LedgerQuery query)
    {
        var entity = scope.Schema[query.Entity];
        return query with
        {
            Select = Askable(entity, query.Select),
            Where = query.Where is null ? null : Askable(entity, query.Where),
            OrderBy = Askable(entity, query.OrderBy),
            Sums = [],
            Deleted = false,
        };
    }

    /// <summary>The keys of an order that exist: a reference to records that the caller doesn't know of is none.</summary>
    public IReadOnlyList<SortKey> Askable(EntityDescriptor entity, IReadOnlyList<SortKey> orderBy) => [.. orderBy.Where(key => !IsDangling(entity, key.Field))];

    /// <summary>A document that asks a list of an entity; what it shows of it is given.</summary>
    public string List(LedgerQuery query, string shows, string more = "") =>
        $"{{ list: {scope.Schema[query.Entity].Plural}{Arguments(scope.Schema[query.Entity], query.Where, query.OrderBy, $"first: {query.Size}{more}")} {{ {shows} }} }}";

    /// <summary>What a record shows.</summary>
    public string Record(EntityDescriptor entity, IReadOnlyList<Selection> select) =>
        string.Join(' ', select.Select(selection => selection switch
        {
            FieldSelection field => $"{field.Key}: {field.Field}",
            ReferenceSelection reference => $"{reference.Key}: {reference.Reference} {{ {Record(Target(entity, reference.Reference), reference.Select)} }}",
            ChildrenSelection children => $"{children.Key}: {Children(entity, children, $"first: {children.First}", $"nodes {{ {Record(Child(entity, children.Relation), children.Select)} }}")}",
            AggregateSelection aggregate => $"{aggregate.Key}: {aggregate.Relation}Aggregate{(aggregate.Where is null ? "" : $"(where: {Where(Child(entity, aggregate.Relation), aggregate.Where)})")} "
                + $"{{ figure: {Lower(aggregate.Function)}{(aggregate.Field is null ? "" : $"(field: {aggregate.Field})")} }}",
            _ => throw new ArgumentOutOfRangeException(nameof(select), selection, "The API doesn't have it."),
        }));

    /// <summary>A list within a record.</summary>
    public string Children(EntityDescriptor entity, ChildrenSelection children, string page, string shows) =>
        $"{children.Relation}{Arguments(Child(entity, children.Relation), children.Where, children.OrderBy, page)} {{ {shows} }}";

    private string Arguments(EntityDescriptor entity, Filter? where, IReadOnlyList<SortKey> orderBy, string page)
    {
        var keys = orderBy.Select(key => $"{{ field: {key.Field}{(key.Descending ? ", direction: DESC" : "")} }}");
        return $"({page}{(where is null ? "" : $", where: {Where(entity, where)}")}{(orderBy.Count == 0 ? "" : $", orderBy: [{string.Join(", ", keys)}]")})";
    }

    private string Where(EntityDescriptor entity, Filter filter) => filter switch
    {
        AllOf all => $"{{ and: [{string.Join(", ", all.Filters.Select(each => Where(entity, each)))}] }}",
        AnyOf any => $"{{ or: [{string.Join(", ", any.Filters.Select(each => Where(entity, each)))}] }}",
        Not not => $"{{ not: {Where(entity, not.Filter)} }}",
        FieldFilter field => $"{{ {field.Field}: {{ {Comparison(entity.Find(field.Field)!, field.Operator, field.Values)} }} }}",
        PeriodFilter period => $"{{ {period.Field}: {{ period: {{ anchor: {Upper(period.Anchor)}, count: {period.Count}, unit: {Upper(period.Unit)} }} }} }}",
        ReferenceFilter reference => $"{{ {reference.Reference}: {{ matches: {Where(Target(entity, reference.Reference), reference.Where)} }} }}",
        ChildrenFilter children => $"{{ {children.Relation}: {{ {Lower(children.Quantifier)}: {(children.Where is null ? "{}" : Where(Child(entity, children.Relation), children.Where))} }} }}",
        AggregateFilter aggregate => $"{{ {aggregate.Relation}: {{ aggregate: [{{ function: {Upper(aggregate.Function)}{(aggregate.Field is null ? "" : $", field: {aggregate.Field}")}"
            + $"{(aggregate.Where is null ? "" : $", where: {Where(Child(entity, aggregate.Relation), aggregate.Where)}")}, {Lower(aggregate.Operator)}: {Text(aggregate.Value)} }}] }} }}",
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "The API doesn't have it."),
    };

    private string Comparison(FieldDescriptor field, Operator comparison, IReadOnlyList<string> values) => comparison switch
    {
        Operator.IsEmpty => "isEmpty: true",
        Operator.In => $"in: [{string.Join(", ", values.Select(value => Literal(field, value)))}]",
        _ => $"{Lower(comparison)}: {Literal(field, values[0])}",
    };

    private string Literal(FieldDescriptor field, string value) =>
        field.Type == FieldType.Boolean && FieldParser.TryParseElement(field, value, scope.Schema, scope.Settings, out var flag, out _) ? Lower(flag!) : Text(value);

    private List<Selection> Askable(EntityDescriptor entity, IReadOnlyList<Selection> select)
    {
        List<Selection> askable = [.. select.Select(Of).OfType<Selection>()];
        return askable.Count > 0 ? askable : [new FieldSelection(SystemFields.Id)];

        Selection? Of(Selection selection) => selection switch
        {
            FieldSelection field when entity.Find(field.Field) is { Type: FieldType.Reference, Target: { } target } =>
                IsClear(entity, field.Field) && scope.Rights.On(target).Grants.Count > 0 ? new ReferenceSelection(field.Key, field.Field, [new FieldSelection(SystemFields.Id)]) : null,
            ReferenceSelection reference => reference with { Select = Askable(Target(entity, reference.Reference), reference.Select) },
            ChildrenSelection children => children with
            {
                Select = Askable(Child(entity, children.Relation), children.Select),
                Where = children.Where is null ? null : Askable(Child(entity, children.Relation), children.Where),
                OrderBy = Askable(Child(entity, children.Relation), children.OrderBy),
            },
            AggregateSelection { Where: { } where } aggregate => aggregate with { Where = Askable(Child(entity, aggregate.Relation), where) },
            _ => selection,
        };
    }

    /// <summary>Of what is true or false there is no list, and nobody asks for records without an id.</summary>
    private Filter Askable(EntityDescriptor entity, Filter filter) => filter switch
    {
        AllOf all => new AllOf([.. all.Filters.Select(each => Askable(entity, each))]),
        AnyOf any => new AnyOf([.. any.Filters.Select(each => Askable(entity, each))]),
        Not not => new Not(Askable(entity, not.Filter)),
        FieldFilter { Operator: Operator.In } field when entity.Find(field.Field)!.Type == FieldType.Boolean =>
            new AnyOf([.. field.Values.Select(value => new FieldFilter(field.Field, Operator.Equals, value))]),
        FieldFilter { Field: SystemFields.Id, Operator: Operator.IsEmpty } => new AnyOf([]),
        FieldFilter field when IsDangling(entity, field.Field) => new AllOf([]),
        ReferenceFilter reference => reference with { Where = Askable(Target(entity, reference.Reference), reference.Where) },
        ChildrenFilter { Where: { } where } children => children with { Where = Askable(Child(entity, children.Relation), where) },
        AggregateFilter { Where: { } where } aggregate => aggregate with { Where = Askable(Child(entity, aggregate.Relation), where) },
        _ => filter,
    };

    private bool IsDangling(EntityDescriptor entity, string field) => entity.Find(field) is { Type: FieldType.Reference, Target: { } target } && scope.Rights.On(target).Grants.Count == 0;

    private bool IsClear(EntityDescriptor entity, string field) => scope.Rights.On(entity.Name).Best(entity.OrdinalOf(field)) == ReadRight.Clear;

    private EntityDescriptor Target(EntityDescriptor entity, string reference) => scope.Schema[entity.Find(reference)!.Target!];

    private EntityDescriptor Child(EntityDescriptor entity, string relation) => scope.Schema[entity.FindChildren(relation)!.Entity];

    private static string Upper(Enum value) => $"{value}".ToUpperInvariant();

    private static string Lower(object value) => char.ToLowerInvariant($"{value}"[0]) + $"{value}"[1..];

    private static string Text(string value) => JsonSerializer.Serialize(value);
}
