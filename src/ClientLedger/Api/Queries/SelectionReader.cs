using ClientLedger.Api.Schemas;
using ClientLedger.Customers;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Tenancy;
using Asked = ClientLedger.GraphQL.Execution.Selection;
using Selection = ClientLedger.Reading.Selection;

namespace ClientLedger.Api.Queries;

/// <summary>Makes of what a document selects of records what the read gate shows: response keys, lists within lists, places, names of types.</summary>
internal sealed class SelectionReader(ResolveContext context, LedgerScope scope)
{
    private readonly LedgerSchema schema = scope.Schema;

    /// <summary>What is selected of the records that a field answers with.</summary>
    public IReadOnlyList<Selection> RecordOf(SelectedField field, EntityDescriptor entity) =>
        [.. field.SelectionOf(TypeOf(entity)).Fields.Select(selected => Of(selected, entity))];

    /// <summary>What is selected of a page of records.</summary>
    public IReadOnlyList<ListPart> PageOf(SelectedField field, EntityDescriptor entity) => [.. SelectionOf(field).Fields.Select(selected => PartOf(selected, entity, inTimeline: false))];

    private Selection Of(SelectedField selected, EntityDescriptor entity)
    {
        var (key, name) = (selected.ResponseKey, selected.Field.Name);
        return selected.IsTypeName ? new TextSelection(key, selected.ParentType.Name)
            : entity.Find(name) is not { } field ? entity.FindChildren(name) is { } relation
                ? RelationOf(selected, relation)
                : name == TimelineTypes.Field ? TimelineOf(selected)
                : TotalsOf(selected, entity.Children.First(children => TypeNames.AggregateOf(children.Name) == name))
            : FieldShape.IsLink(field) ? new ReferenceSelection(key, name, RecordOf(selected, schema[field.Target!]))
            : new FieldSelection(key, name);
    }

    private ChildrenSelection RelationOf(SelectedField selected, ChildRelation relation)
    {
        var child = schema[relation.Entity];
        var page = Page.Of(context, selected, schema, child);
        return new ChildrenSelection(selected.ResponseKey, relation.Name, [])
        {
            Parts = PageOf(selected, child),
            Where = page.Filter,
            OrderBy = page.Sort,
            First = page.Size,
            After = page.Behind,
            Before = page.Ahead,
            FromEnd = page.IsFromEnd,
        };
    }

    /// <exception cref="RefusedException">The caller sees no kind of entry any more, since the document was read.</exception>
    private TimelineSelection TimelineOf(SelectedField selected)
    {
        var arguments = context.ArgumentsOf(selected);
        return CustomerTimeline.Select(
            scope,
            selected.ResponseKey,
            arguments.GetValueOrDefault(Page.First) as int? ?? Page.UsualSize,
            only: null,
            arguments.GetValueOrDefault(Page.After) as string,
            relation => [.. SelectionOf(selected).Fields.Select(part => PartOf(part, schema[relation.Entity], inTimeline: true))])
            ?? throw new RefusedException(Refusal.Of(ReadMessages.FieldUnknown, ("entity", CustomerFields.Entity.Label), ("field", TimelineTypes.Field)));
    }

    private GroupSelection TotalsOf(SelectedField selected, ChildRelation relation)
    {
        var where = FilterReader.Of(context, selected, schema, schema[relation.Entity]);
        return new GroupSelection(selected.ResponseKey, [.. SelectionOf(selected).Fields.Select(Selection (field) => FigureOf(field) is { } function
            ? new AggregateSelection(field.ResponseKey, relation.Name, function, context.ArgumentsOf(field).GetValueOrDefault("field") as string) { Where = where }
            : new TextSelection(field.ResponseKey, field.ParentType.Name))]);
    }

    private static AggregateFunction? FigureOf(SelectedField field) => AggregateFields.FunctionOf(field) switch
    {
        MeasureFunction.Count => AggregateFunction.Count,
        MeasureFunction.Sum => AggregateFunction.Sum,
        MeasureFunction.Minimum => AggregateFunction.Minimum,
        MeasureFunction.Maximum => AggregateFunction.Maximum,
        MeasureFunction.Average => AggregateFunction.Average,
        _ => null,
    };

    private ListPart PartOf(SelectedField selected, EntityDescriptor entity, bool inTimeline) => selected.Field.Name switch
    {
        "nodes" => new RowsPart(selected.ResponseKey, RowOf(selected, entity, inTimeline)),
        "edges" => new RowsPart(selected.ResponseKey, [.. SelectionOf(selected).Fields.Select(field => OfEdge(field, entity, inTimeline))]),
        "pageInfo" => new PartsPart(selected.ResponseKey, [.. SelectionOf(selected).Fields.Select(FactOf)]),
        "totalCount" => new FactPart(selected.ResponseKey, PageFact.Total),
        _ => new TextPart(selected.ResponseKey, selected.ParentType.Name),
    };

    private Selection OfEdge(SelectedField selected, EntityDescriptor entity, bool inTimeline) => selected.Field.Name switch
    {
        "cursor" => new CursorSelection(selected.ResponseKey),
        "node" => new GroupSelection(selected.ResponseKey, RowOf(selected, entity, inTimeline)),
        _ => new TextSelection(selected.ResponseKey, selected.ParentType.Name),
    };

    private IReadOnlyList<Selection> RowOf(SelectedField field, EntityDescriptor entity, bool inTimeline) =>
        inTimeline ? [.. SelectionOf(field).Fields.Select(selected => OfEntry(selected, entity))] : RecordOf(field, entity);

    private Selection OfEntry(SelectedField selected, EntityDescriptor entity) => selected.Field.Name switch
    {
        TimelineTypes.At => new MomentSelection(selected.ResponseKey),
        TimelineTypes.Record => new GroupSelection(selected.ResponseKey, RecordOf(selected, entity)),
        _ => new TextSelection(selected.ResponseKey, selected.ParentType.Name),
    };

    private static ListPart FactOf(SelectedField selected) => selected.Field.Name switch
    {
        "hasNextPage" => new FactPart(selected.ResponseKey, PageFact.HasNext),
        "hasPreviousPage" => new FactPart(selected.ResponseKey, PageFact.HasPrevious),
        "startCursor" => new FactPart(selected.ResponseKey, PageFact.Start),
        "endCursor" => new FactPart(selected.ResponseKey, PageFact.End),
        _ => new TextPart(selected.ResponseKey, selected.ParentType.Name),
    };

    /// <summary>What is selected of a field whose type has no others below it.</summary>
    private static Asked SelectionOf(SelectedField field) => field.SelectionOf((ObjectType)field.Type.Innermost);

    private ObjectType TypeOf(EntityDescriptor entity) => (ObjectType)context.Schema.TypeNamed(TypeNames.Record(entity.Name))!;
}
