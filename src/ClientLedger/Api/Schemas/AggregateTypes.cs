using ClientLedger.Api.Queries;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Building;
using ClientLedger.Reading;

namespace ClientLedger.Api.Schemas;

/// <summary>What records come to: all of a list by groups, and those within a record.</summary>
internal static class AggregateTypes
{
    public const string GroupBy = "groupBy", Keys = "keys", Count = "count", Distinct = "distinct", Sum = "sum", Minimum = "minimum", Maximum = "maximum", Average = "average", Percentile = "percentile";

    /// <summary>Adds the types of an entity.</summary>
    public static void Add(SchemaBuilder schema, LedgerSchema entities, EntityDescriptor entity)
    {
        var name = entity.Name;
        schema.AddEnum(TypeNames.AggregateField(name), type => type.Describe("What can be added up, or compared for the smallest and the largest."));
        schema.AddEnum(TypeNames.GroupField(name), type => type.Describe("What records can be grouped by."));
        schema.AddInput(TypeNames.GroupBy(name), type => type.Describe("One thing by which records are grouped.")
            .Field("field", TypeNames.GroupField(name) + "!", text: "The field.")
            .Field("by", FilterTypes.Unit, text: "Of a day or a point in time: the units that are told apart, in the tenant's zone; days where nothing is said."));
        schema.AddObject(TypeNames.Aggregate(name), type => Figures(type.Describe("What the records of a group come to. Empty values aren't counted in."), name)
            .Field(Keys, $"[{ApiScalars.Value}]!", field => field.Describe("What the group has in common, in the order of `groupBy`: a value, an id, or the first day of a unit; null for records without one."))
            .Field(Distinct, ApiScalars.Long + "!", field => field.Describe("How many different values there are.").Argument("field", TypeNames.GroupField(name) + "!", text: "Of this field."))
            .Field(Percentile, ApiScalars.Value, field => field.Describe("The smallest value that at least that share of the values don't exceed: the nearest rank.")
                .Argument("field", TypeNames.AggregateField(name) + "!", text: "Of this field.")
                .Argument("percent", ApiScalars.Decimal + "!", text: "0 to 100, with at most two places; 50 is the median.")));
        if (TypeNames.IsRelated(entities, name))
        {
            schema.AddObject(TypeNames.Totals(name), type => Figures(type.Describe("What records within another come to. Empty values aren't counted in."), name));
        }
    }

    /// <summary>Adds the field at the root.</summary>
    public static void AddTo(FieldsBuilder root, EntityDescriptor entity) =>
        root.Field(TypeNames.AggregateOf(entity.Plural), $"[{TypeNames.Aggregate(entity.Name)}!]", field => field
            .Describe($"What records of the kind {entity.Label.English.ToLowerInvariant()} come to; by groups in the order of their keys, of which there are at most {AggregateQuery.MostGroups}. Group amounts by their currency.")
            .Argument(Page.Where, TypeNames.Where(entity.Name), text: "Which records.")
            .Argument(GroupBy, $"[{TypeNames.GroupBy(entity.Name)}!]", text: $"Up to {AggregateQuery.MostKeys} things to group by; none for one group of all.")
            .ListSize(50, requireOne: false)
            .Cost(20)
            .Write(ApiCall.Answering((context, call, output) => AggregateFields.WriteAsync(context, call, entity.Name, output))));

    /// <summary>Adds what a record's lists come to.</summary>
    public static void AddTo(SchemaBuilder schema, EntityDescriptor entity, ChildRelation relation) =>
        schema.AddField(TypeNames.Record(entity.Name), TypeNames.AggregateOf(relation.Name), TypeNames.Totals(relation.Entity), field => field
            .Describe($"What the record's `{relation.Name}` come to.")
            .Argument(Page.Where, TypeNames.Where(relation.Entity), text: "Which of them."));

    private static FieldsBuilder Figures(FieldsBuilder type, string entity) => type
        .Field(Count, ApiScalars.Long + "!", field => field.Describe("How many records there are."))
        .Field(Sum, ApiScalars.Decimal, field => Of(field, entity).Describe("The sum; 0 over nothing."))
        .Field(Minimum, ApiScalars.Value, field => Of(field, entity).Describe("The smallest value."))
        .Field(Maximum, ApiScalars.Value, field => Of(field, entity).Describe("The largest value."))
        .Field(Average, ApiScalars.Decimal, field => Of(field, entity).Describe("The average, cut to four places."));

    private static FieldBuilder Of(FieldBuilder field, string entity) => field.Argument("field", TypeNames.AggregateField(entity) + "!", text: "Of this field.");
}
