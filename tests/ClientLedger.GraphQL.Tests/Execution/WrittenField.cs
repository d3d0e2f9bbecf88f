using System.Buffers;
using System.Text.Json;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Tests.Execution;

/// <summary>A writing resolver for any field over JSON: it writes what the engine would make of the same value by itself, as long as nothing in it is wrong.</summary>
internal static class WrittenField
{
    public static ValueTask Write(ResolveContext context, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output);
        var source = (JsonElement)context.Source!;
        Write(writer, context.Schema, context.Selected, context.Selected.Type, ValueOf(source, context.Field.Name));
        return ValueTask.CompletedTask;
    }

    private static void Write(Utf8JsonWriter writer, Schema schema, SelectedField field, GraphQLType type, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            if (type is NonNullType)
            {
                throw new InvalidOperationException($"{field} is null.");
            }

            writer.WriteNullValue();
            return;
        }

        switch (type.Nullable)
        {
            case ListType list:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, schema, field, list.OfType, item);
                }

                writer.WriteEndArray();
                break;
            case CompositeType composite:
                WriteObject(writer, schema, field.SelectionOf(composite as ObjectType ?? (ObjectType)schema.TypeNamed(value.GetProperty("__typename").GetString()!)!), value);
                break;
            case var leaf:
                // Like the engine, and JSON of JavaScript: minus nought is nought.
                JsonSerializer.Serialize(writer, LeafOutput.Of(schema, (NamedType)leaf).Serialize(value) is var written && written is 0.0 ? 0 : written);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, Schema schema, Selection selection, JsonElement value)
    {
        writer.WriteStartObject();
        foreach (var field in selection.Fields)
        {
            writer.WritePropertyName(field.ResponseKey);
            if (field.IsTypeName)
            {
                writer.WriteStringValue(selection.Type.Name);
            }
            else
            {
                Write(writer, schema, field, field.Type, ValueOf(value, field.Field.Name));
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>What has no such property has no value for it.</summary>
    private static JsonElement ValueOf(JsonElement source, string name) => source.ValueKind == JsonValueKind.Object && source.TryGetProperty(name, out var value) ? value : default;
}
