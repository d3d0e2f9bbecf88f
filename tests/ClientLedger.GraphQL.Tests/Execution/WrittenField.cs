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
        Write(writer, context.Schema, context.Selected, context.Selected.Type, source.TryGetProperty(context.Field.Name, out var value) ? value : default);
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
                JsonSerializer.Serialize(writer, LeafOutput.Of(schema, (NamedType)leaf).Serialize(value));
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
                Write(writer, schema, field, field.Type, value.TryGetProperty(field.Field.Name, out var inner) ? inner : default);
            }
        }

        writer.WriteEndObject();
    }
}
