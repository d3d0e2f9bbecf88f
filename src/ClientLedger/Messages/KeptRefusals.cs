using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClientLedger.Messages;

/// <summary>
/// Refusals as JSON, for those that are read later than they are made: a code, the field, and the values as they are shown, names in both
/// languages. They read the same afterwards.
/// </summary>
internal static class KeptRefusals
{
    private const string Code = "code", Field = "field", Values = "values", Chinese = "zh", English = "en";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly FrozenDictionary<string, MessageCode> Codes =
        MessageCode.AllIn(typeof(MessageCode).Assembly).ToFrozenDictionary(code => code.Code);

    /// <summary>Refusals as a JSON array.</summary>
    public static string ToJson(IReadOnlyList<Refusal> refusals)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            Write(writer, refusals);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Refusals from a JSON array.</summary>
    public static IReadOnlyList<Refusal> FromJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    /// <summary>Writes refusals as a JSON array.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Refusal> refusals)
    {
        writer.WriteStartArray();
        foreach (var refusal in refusals)
        {
            writer.WriteStartObject();
            writer.WriteString(Code, refusal.Code.Code);
            if (refusal.Field is not null)
            {
                writer.WriteString(Field, refusal.Field);
            }

            writer.WriteStartObject(Values);
            foreach (var (name, value) in refusal.Arguments)
            {
                writer.WritePropertyName(name);
                WriteValue(writer, value);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Refusals from a JSON array. One whose code this version doesn't have any more is shown by its code.</summary>
    public static IReadOnlyList<Refusal> Read(JsonElement array) => [.. array.EnumerateArray().Select(ReadOne)];

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        if (value is Label label)
        {
            writer.WriteStartObject();
            writer.WriteString(Chinese, label.Chinese);
            writer.WriteString(English, label.English);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteStringValue(value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value?.ToString());
        }
    }

    private static Refusal ReadOne(JsonElement kept)
    {
        var code = kept.GetProperty(Code).GetString()!;
        if (!Codes.TryGetValue(code, out var known))
        {
            return Refusal.Of(KeptMessages.CodeGone, ("code", code));
        }

        var values = kept.GetProperty(Values).EnumerateObject().Select(value => (value.Name, ReadValue(value.Value))).ToArray();
        return Refusal.Of(known, values) with { Field = kept.TryGetProperty(Field, out var field) ? field.GetString() : null };
    }

    private static object? ReadValue(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? new Label(value.GetProperty(Chinese).GetString()!, value.GetProperty(English).GetString()!)
        : value.GetString();
}

internal static class KeptMessages
{
    public static readonly MessageCode CodeGone = new("messages.codeGone",
        "It was refused for the reason '{code}', which this version doesn't know any more. Try it again to see the reason.",
        "被拒绝的原因是“{code}”，当前版本已不再使用该代码。请重试以查看原因。");
}
