using System.Buffers;
using System.Text;
using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;

namespace ClientLedger.History;

/// <summary>A field's value on both sides of a change, in canonical form.</summary>
public sealed record LoggedChange(FieldDescriptor Field, object? Before, object? After);

/// <summary>The values of a log entry as JSON: <c>{"name":[before,after]}</c>. Sensitive values are encrypted in it as in the record.</summary>
internal sealed class LogValues : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly Utf8JsonWriter writer;

    public LogValues() => writer = new Utf8JsonWriter(buffer, StoredJsonContext.PlainWriter);

    /// <summary>The JSON of the changed fields of one record; <paramref name="before"/> is null for a new one.</summary>
    public string Write(EntityDescriptor entity, TenantSecrets secrets, object?[]? before, object?[] after, IEnumerable<int> ordinals)
    {
        buffer.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartObject();
        foreach (var ordinal in ordinals)
        {
            var field = entity.Fields[ordinal];
            writer.WriteStartArray(field.Name);
            StoredJson.Write(writer, secrets, field, before?[ordinal]);
            StoredJson.Write(writer, secrets, field, after[ordinal]);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The changes of an entry, in the order of their fields; none where they were erased. Fields that no longer exist are left out.</summary>
    public static IReadOnlyList<LoggedChange> Read(EntityDescriptor entity, TenantSecrets secrets, string? changes)
    {
        if (changes is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(changes);
        var read = new List<LoggedChange>();
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (entity.Find(property.Name) is { } field && property.Value.GetArrayLength() == 2)
            {
                read.Add(new LoggedChange(field, StoredJson.Read(property.Value[0], secrets, field), StoredJson.Read(property.Value[1], secrets, field)));
            }
        }

        return read;
    }

    /// <summary>An entry changed one of these fields.</summary>
    public static bool Touches(string? changes, IReadOnlySet<string> fields)
    {
        if (changes is null || fields.Count == 0)
        {
            return false;
        }

        using var document = JsonDocument.Parse(changes);
        return document.RootElement.EnumerateObject().Any(property => fields.Contains(property.Name));
    }

    public void Dispose() => writer.Dispose();
}
