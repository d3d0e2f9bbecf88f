using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Execution.Json;

/// <summary>Writes what scalars give out: text, numbers, dates, JSON, and lists and dictionaries of these.</summary>
internal static class JsonValues
{
    private static readonly Dictionary<string, object?> NoExtensions = [];

    public static void WriteValue(this PooledBuffer output, object? value)
    {
        switch (value)
        {
            case null:
                output.WriteNull();
                break;
            case string text:
                output.WriteString(text);
                break;
            case int number:
                output.WriteNumber(number);
                break;
            case bool boolean:
                output.WriteBoolean(boolean);
                break;
            case long number:
                output.WriteNumber(number);
                break;
            case double number:
                output.WriteNumber(number);
                break;
            case decimal number:
                output.WriteNumber(number);
                break;
            case JsonElement json:
                output.Write(json.ValueKind == JsonValueKind.Undefined ? "null"u8 : JsonMarshal.GetRawUtf8Value(json));
                break;
            default:
                WriteRarer(output, value);
                break;
        }
    }

    /// <summary><c>{"name":value,…}</c>.</summary>
    public static void WriteFields(this PooledBuffer output, IEnumerable<KeyValuePair<string, object?>> fields)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        output.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var (name, value) in fields)
        {
            Separate(output, ref isFirst);
            output.WriteName(name);
            output.WriteValue(value);
        }

        output.WriteByte((byte)'}');
    }

    private static void WriteRarer(PooledBuffer output, object value)
    {
        switch (value)
        {
            case float number:
                output.WriteNumber((double)number);
                break;
            case DateTime moment:
                output.WriteQuoted(moment, "O");
                break;
            case DateTimeOffset moment:
                output.WriteQuoted(moment, "O");
                break;
            case DateOnly date:
                output.WriteQuoted(date, "O");
                break;
            case TimeOnly time:
                output.WriteQuoted(time, "O");
                break;
            case Guid guid:
                output.WriteQuoted(guid, "D");
                break;
            case byte or sbyte or short or ushort or uint:
                output.WriteNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                output.WriteNumber(number);
                break;
            case Enum or char:
                output.WriteString(value.ToString());
                break;
            case IEnumerable<KeyValuePair<string, object?>> fields:
                output.WriteFields(fields);
                break;
            case IEnumerable items:
                WriteItems(output, items);
                break;
            default:
                throw new InvalidOperationException($"A scalar gave out a {value.GetType()}, which can't be written as JSON.");
        }
    }

    private static void WriteItems(PooledBuffer output, IEnumerable items)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        output.WriteByte((byte)'[');
        var isFirst = true;
        foreach (var item in items)
        {
            Separate(output, ref isFirst);
            output.WriteValue(item);
        }

        output.WriteByte((byte)']');
    }

    public static void WriteError(this PooledBuffer output, GraphQLError error)
    {
        output.Write("{\"message\":"u8);
        output.WriteString(error.Message);
        if (error.Locations.Count > 0)
        {
            output.Write(",\"locations\":["u8);
            var isFirst = true;
            foreach (var location in error.Locations)
            {
                Separate(output, ref isFirst);
                output.Write("{\"line\":"u8);
                output.WriteNumber(location.Line);
                output.Write(",\"column\":"u8);
                output.WriteNumber(location.Column);
                output.WriteByte((byte)'}');
            }

            output.WriteByte((byte)']');
        }

        if (error.Path is not null)
        {
            output.Write(",\"path\":"u8);
            WriteItems(output, error.Path);
        }

        output.Write(",\"extensions\":"u8);
        output.WriteFields([new("code", error.Code), .. (error.Extensions ?? NoExtensions).Where(extension => extension.Key != "code")]);
        output.WriteByte((byte)'}');
    }

    /// <summary><c>[error,…]</c>.</summary>
    public static void WriteErrors(this PooledBuffer output, IEnumerable<GraphQLError> errors)
    {
        output.WriteByte((byte)'[');
        var isFirst = true;
        foreach (var error in errors)
        {
            Separate(output, ref isFirst);
            output.WriteError(error);
        }

        output.WriteByte((byte)']');
    }

    private static void Separate(PooledBuffer output, ref bool isFirst)
    {
        if (!isFirst)
        {
            output.WriteByte((byte)',');
        }

        isFirst = false;
    }
}
