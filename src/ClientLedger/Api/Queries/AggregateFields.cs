using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ClientLedger.Api.Schemas;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Reading.Answers;

namespace ClientLedger.Api.Queries;

/// <summary>Answers the fields at the root that tell what records come to.</summary>
internal static class AggregateFields
{
    private static readonly JsonWriterOptions Options = new() { Encoder = AnswerKeys.Encoder, SkipValidation = true };

    /// <summary>Writes the groups with what was selected of each.</summary>
    public static async Task WriteAsync(ResolveContext context, ApiCall call, string entity, IBufferWriter<byte> output)
    {
        var found = call.Scope.Schema[entity];
        var selection = context.Selected.SelectionOf((ObjectType)context.Selected.Type.Innermost);
        var measured = selection.Fields.Where(field => FunctionOf(field) is not null).ToList();
        var query = new AggregateQuery(entity)
        {
            Where = FilterReader.Of(context, context.Selected, call.Scope.Schema, found),
            GroupBy = context.Arguments.GetValueOrDefault(AggregateTypes.GroupBy) is IReadOnlyList<object?> keys ? [.. keys.Cast<IReadOnlyDictionary<string, object?>>().Select(KeyOf)] : [],
            Measures = [.. measured.Select(field => MeasureOf(field, context.ArgumentsOf(field)))],
        };
        var groups = await call.Reading.AggregateAsync(call.Scope, query, context.CancellationToken);
        await using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartArray();
        foreach (var group in groups)
        {
            writer.WriteStartObject();
            foreach (var field in selection.Fields)
            {
                writer.WritePropertyName(AnswerKeys.Of(field.ResponseKey));
                if (measured.IndexOf(field) is var at and >= 0)
                {
                    ShownValue.Write(writer, group.Values[at]);
                }
                else if (field.IsTypeName)
                {
                    writer.WriteStringValue(field.ParentType.Name);
                }
                else
                {
                    WriteKeys(writer, call, found, query, group);
                }
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>What a field of a group, or of a record's list, tells; null for one that is no figure.</summary>
    public static MeasureFunction? FunctionOf(SelectedField field) => field.Field.Name switch
    {
        AggregateTypes.Count => MeasureFunction.Count,
        AggregateTypes.Distinct => MeasureFunction.Distinct,
        AggregateTypes.Sum => MeasureFunction.Sum,
        AggregateTypes.Minimum => MeasureFunction.Minimum,
        AggregateTypes.Maximum => MeasureFunction.Maximum,
        AggregateTypes.Average => MeasureFunction.Average,
        AggregateTypes.Percentile => MeasureFunction.Percentile,
        _ => null,
    };

    private static GroupKey KeyOf(IReadOnlyDictionary<string, object?> key) => new((string)key["field"]!, key.GetValueOrDefault("by") as PeriodUnit?);

    private static Measure MeasureOf(SelectedField field, IReadOnlyDictionary<string, object?> arguments) => new(
        FunctionOf(field)!.Value,
        arguments.GetValueOrDefault("field") as string,
        PercentOf(arguments.GetValueOrDefault("percent") as string, arguments.GetValueOrDefault("field") as string));

    /// <summary>A number; which numbers will do, the read gate knows.</summary>
    private static decimal? PercentOf(string? text, string? field) =>
        text is null ? null
        : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var percent) ? percent
        : throw new RefusedException(Refusal.Of(ReadMessages.PercentOutOfRange, ("percent", ValueMessages.Shown(text))) with { Field = field });

    private static void WriteKeys(Utf8JsonWriter writer, ApiCall call, EntityDescriptor entity, AggregateQuery query, AggregateGroup group)
    {
        writer.WriteStartArray();
        for (var i = 0; i < group.Keys.Count; i++)
        {
            ShownValue.Write(writer, entity.Find(query.GroupBy[i].Field)!, group.Keys[i], call.Scope.Schema);
        }

        writer.WriteEndArray();
    }
}
