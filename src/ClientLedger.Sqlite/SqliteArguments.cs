using System.Globalization;
using System.Text.Json;
using ClientLedger.Storage;
using Microsoft.Data.Sqlite;

namespace ClientLedger.Sqlite;

/// <summary>Values on their way into parameters: a moment is text, a truth 0 or 1, a list a JSON array for <c>json_each</c>.</summary>
internal static class SqliteArguments
{
    public static void AddTo(SqliteCommand command, SqlStatement statement)
    {
        foreach (var argument in statement.Arguments)
        {
            command.Parameters.AddWithValue("@" + argument.Name, argument.IsList ? ListOf((Array)argument.Value!) : ToStore(argument.Value));
        }
    }

    /// <summary>The value as SQLite keeps it.</summary>
    public static object ToStore(object? value) => value switch
    {
        null => DBNull.Value,
        bool flag => flag ? 1L : 0L,
        DateTime moment => ToText(moment),
        DateOnly date => ToText(date),
        _ => value,
    };

    /// <summary>A moment as SQLite keeps it.</summary>
    public static string ToText(DateTime moment) => SqliteModelCustomizer.ToText(moment);

    /// <summary>A date as SQLite keeps it.</summary>
    public static string ToText(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string ListOf(Array values)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (var value in values)
            {
                switch (ToStore(value))
                {
                    case long number:
                        writer.WriteNumberValue(number);
                        break;
                    case int number:
                        writer.WriteNumberValue(number);
                        break;
                    case string text:
                        writer.WriteStringValue(text);
                        break;
                    default:
                        throw new ArgumentException($"A list can't hold {value?.GetType().Name ?? "null"}.", nameof(values));
                }
            }

            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
