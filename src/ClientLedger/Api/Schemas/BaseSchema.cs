using ClientLedger.Api.Descriptions;
using ClientLedger.Api.Feeds;
using ClientLedger.Api.Histories;
using ClientLedger.Api.Mutations;
using ClientLedger.Api.Queries;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Building;
using ClientLedger.Reading;

namespace ClientLedger.Api.Schemas;

/// <summary>The schema of a caller who may do everything in a ledger without own fields, drawn from the descriptors.</summary>
internal static class BaseSchema
{
    private const string Description =
        "A customer ledger. What you see here is what you may do: fields and records that you have no right to don't exist for you.";

    /// <summary>Builds it.</summary>
    /// <param name="entities">The entities as every tenant has them.</param>
    /// <param name="fingerprint">What tells it from the overlays on it.</param>
    public static Schema Build(LedgerSchema entities, string fingerprint)
    {
        var schema = new SchemaBuilder().Fingerprint(fingerprint).Sdl(CostDirectives.Sdl).Sdl($"\"\"\"{Description}\"\"\" schema {{ query: Query mutation: Mutation subscription: Subscription }}");
        foreach (var scalar in ApiScalars.All)
        {
            schema.AddScalar(scalar);
        }

        FilterTypes.Add(schema);
        DescriptionTypes.Add(schema);
        HistoryTypes.Add(schema);
        FeedTypes.Add(schema);
        schema.AddInterface(TypeNames.Node, type => type.Describe("Any record.").Field(SystemFields.Id, "ID!", field => field.Describe("For ever the same, such as `cus_0f3kz9…`.")));
        schema.AddObject(TypeNames.PageInfo, type => type.Describe("Where a page lies in its list.")
            .Field("hasNextPage", "Boolean!", field => field.Describe("There are records after the last."))
            .Field("hasPreviousPage", "Boolean!", field => field.Describe("There are records before the first."))
            .Field("startCursor", "String", field => field.Describe("The place of the first record; null where there is none."))
            .Field("endCursor", "String", field => field.Describe("The place of the last record; null where there is none.")));
        foreach (var entity in entities.Entities)
        {
            AddTypes(schema, entities, entity);
        }

        TimelineTypes.Add(schema);
        SubscriptionTypes.Add(schema, entities);
        return MutationTypes.Add(AddRoot(schema, entities), entities).Build();
    }

    /// <summary>Where a relation stands in the schema.</summary>
    public static IEnumerable<string> PlacesOf(EntityDescriptor entity, ChildRelation relation) =>
        [$"{TypeNames.Record(entity.Name)}.{relation.Name}", $"{TypeNames.Record(entity.Name)}.{TypeNames.AggregateOf(relation.Name)}", $"{TypeNames.Where(entity.Name)}.{relation.Name}"];

    private static void AddTypes(SchemaBuilder schema, LedgerSchema entities, EntityDescriptor entity)
    {
        var (name, record, label) = (entity.Name, TypeNames.Record(entity.Name), entity.Label.English.ToLowerInvariant());
        schema.AddObject(record, type => type.Describe($"{entity.Label.English}.").Implement(TypeNames.Node)
            .Field(SystemFields.Id, "ID!", field => field.Describe($"For ever the same: `{entity.IdPrefix}_…`.")));
        schema.AddObject(TypeNames.Connection(name), type => type.Describe($"A page of records of the kind {label}.")
            .Field("edges", $"[{TypeNames.Edge(name)}!]!", field => field.Describe("The records with their places."))
            .Field("nodes", $"[{record}!]!", field => field.Describe("The records."))
            .Field("pageInfo", "PageInfo!", field => field.Describe("Where the page lies."))
            .Field("totalCount", ApiScalars.Long + "!", field => field.Describe("How many there are on all pages. They are counted only when you ask.").Cost(1)));
        schema.AddObject(TypeNames.Edge(name), type => type.Describe("A record and its place in the list.")
            .Field("cursor", "String!", field => field.Describe("The place, for `after` and `before`. It fits no other order."))
            .Field("node", $"{record}!", field => field.Describe("The record.")));
        schema.AddInput(TypeNames.Where(name), type => type.Describe($"Which records of the kind {label}. Several conditions must all be true; a comparison with an empty value is false.")
            .Field(FilterTypes.And, $"[{TypeNames.Where(name)}!]", text: "All of these are true.")
            .Field(FilterTypes.Or, $"[{TypeNames.Where(name)}!]", text: "At least one of these is true.")
            .Field(FilterTypes.Not, TypeNames.Where(name), text: "This is false."));
        schema.AddEnum(TypeNames.SortField(name), type => type.Describe("What records can be sorted by."));
        schema.AddInput(TypeNames.Sort(name), type => type.Describe("One key of an order; up to three, and at the end the id decides.")
            .Field("field", TypeNames.SortField(name) + "!", text: "What is sorted by.")
            .Field("direction", FilterTypes.Direction + "!", "ASC", "Which way."));
        AggregateTypes.Add(schema, entities, entity);
        AddRelated(schema, entities, entity);
        foreach (var place in entity.Fields.SelectMany(field => SchemaPlace.Of(entity, field)))
        {
            place.AddTo(schema);
        }

        foreach (var relation in entity.Children)
        {
            AddRelation(schema, entity, relation, entities[relation.Entity]);
        }
    }

    /// <summary>The inputs by which other records are found through this entity's.</summary>
    private static void AddRelated(SchemaBuilder schema, LedgerSchema entities, EntityDescriptor entity)
    {
        var (name, label) = (entity.Name, entity.Label.English.ToLowerInvariant());
        schema.AddInput(TypeNames.ReferenceWhere(name), type => FilterTypes.AddOperators(
                type.Describe($"The {label} that a record refers to."), FieldShape.Id, [Operator.Equals, Operator.In, Operator.IsEmpty])
            .Field(FilterTypes.Matches, TypeNames.Where(name), text: "There is one that you may see, and this is true of it."));
        if (!TypeNames.IsRelated(entities, name))
        {
            return;
        }

        schema.AddInput(TypeNames.RelationWhere(name), type => type.Describe("Records that refer to this one, of those that you may see.")
            .Field(FilterTypes.Some, TypeNames.Where(name), text: "Of at least one this is true.")
            .Field(FilterTypes.None, TypeNames.Where(name), text: "Of none this is true.")
            .Field(FilterTypes.Every, TypeNames.Where(name), text: "Of each this is true; there may be none.")
            .Field(FilterTypes.Aggregate, $"[{TypeNames.AggregateWhere(name)}!]", text: "What they come to; all of these are true."));
        schema.AddInput(TypeNames.AggregateWhere(name), type => FilterTypes.AddOperators(
            type.Describe("Compares what records come to. Empty values aren't counted in.")
                .Field("function", FilterTypes.Function + "!", "COUNT", "What they come to.")
                .Field("field", TypeNames.AggregateField(name), text: "The field; none for COUNT.")
                .Field("where", TypeNames.Where(name), text: "Which of them."),
            ApiScalars.Value,
            FilterTypes.OfAggregates));
    }

    private static void AddRelation(SchemaBuilder schema, EntityDescriptor entity, ChildRelation relation, EntityDescriptor child)
    {
        var text = $"Records of the kind {child.Label.English.ToLowerInvariant()} whose `{relation.ByField}` is this one.";
        schema.AddField(TypeNames.Record(entity.Name), relation.Name, TypeNames.Connection(child.Name), field => AddPage(field.Describe(text), child.Name));
        AggregateTypes.AddTo(schema, entity, relation);
        schema.AddInputField(TypeNames.Where(entity.Name), relation.Name, TypeNames.RelationWhere(child.Name), description: text);
    }

    private static SchemaBuilder AddRoot(SchemaBuilder schema, LedgerSchema entities) => schema.AddObject("Query", root =>
    {
        DescriptionTypes.AddTo(root.Describe("What can be read."));
        HistoryTypes.AddTo(root);
        FeedTypes.AddTo(root);
        root.Field("node", TypeNames.Node, field => field.Describe("The record of an id, of whatever kind; null where you see none.")
            .Argument("id", "ID!", text: "Its id.").Write(ApiCall.Answering(NodeFields.WriteOneAsync)));
        root.Field("nodes", $"[{TypeNames.Node}]!", field => field.Describe("The records of some ids, in their order; null for each of which you see none.")
            .Argument("ids", "[ID!]!", text: $"The ids; up to {NodeFields.Most}.").ListSize(NodeFields.Most, requireOne: false).Write(ApiCall.Answering(NodeFields.WriteSeveralAsync)));
        foreach (var entity in entities.Entities)
        {
            var (name, label) = (entity.Name, entity.Label.English.ToLowerInvariant());
            root.Field(name, TypeNames.Record(name), field => field.Describe($"The {label} of an id; null where you see none.")
                .Argument("id", "ID!", text: $"Its id, `{entity.IdPrefix}_…`.")
                .Write(ApiCall.Answering((context, call, output) => NodeFields.WriteRecordAsync(context, call, name, output))));
            root.Field(TypeNames.List(entity), TypeNames.Connection(name), field => AddPage(field.Describe($"A page of records of the kind {label}."), name)
                .Argument(Page.Search, "String", text: "Only the best 20 records that this finds: any part of a name, its pinyin or initials, the last digits of a phone, a code, an e-mail address.")
                .Argument(Page.Deleted, "Boolean!", "false", "Deleted records instead of live ones.")
                .Write(ApiCall.Answering((context, call, output) => ListFields.WriteAsync(context, call, name, output))));
            AggregateTypes.AddTo(root, entity);
        }
    });

    private static FieldBuilder AddPage(FieldBuilder field, string entity) => field
        .Argument(Page.Where, TypeNames.Where(entity), text: "Which records.")
        .Argument(Page.OrderBy, $"[{TypeNames.Sort(entity)}!]", text: "In which order, by up to three keys; by id where nothing is said.")
        .Argument(Page.First, "Int", text: $"How many from the start, 1 to {LedgerQuery.LargestPage}; {Page.UsualSize} where neither `first` nor `last` is given.")
        .Argument(Page.After, "String", text: "The page begins behind this cursor; goes with `first`.")
        .Argument(Page.Last, "Int", text: $"How many from the end, 1 to {LedgerQuery.LargestPage}.")
        .Argument(Page.Before, "String", text: "The page ends before this cursor; goes with `last`.")
        .ListSize(Page.UsualSize, [Page.First, Page.Last], ["edges", "nodes"], requireOne: false);
}
