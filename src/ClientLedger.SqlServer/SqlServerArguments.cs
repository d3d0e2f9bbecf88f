using System.Data;
using System.Text;
using System.Text.Json;
using ClientLedger.Storage;
using Microsoft.Data.SqlClient;

namespace ClientLedger.SqlServer;

/// <summary>
/// Values on their way into parameters: a list is a JSON array for OPENJSON. Text goes as varchar, which in a database of a UTF-8 collation is UTF-8:
/// beside an nvarchar the column would be converted and its index not used.
/// </summary>
internal static class SqlServerArguments
{
    private const int MostBytes = 8000;

    public static void AddTo(SqlCommand command, SqlStatement statement)
    {
        foreach (var argument in statement.Arguments)
        {
            command.Parameters.Add(argument.IsList
                ? new SqlParameter("@" + argument.Name, SqlDbType.NVarChar, -1) { Value = ListOf((Array)argument.Value!) }
                : ParameterOf(argument));
        }
    }

    /// <summary>The type of a JSON value of OPENJSON; bytes travel as hexadecimal text.</summary>
    public static string JsonTypeOf(StoreKind kind) => kind switch
    {
        StoreKind.Int32 => "int",
        StoreKind.Int64 => "bigint",
        StoreKind.Boolean => "bit",
        StoreKind.Date => "date",
        StoreKind.Moment => "datetime2(3)",
        _ => "nvarchar(max)",
    };

    /// <summary>Writes one value as <see cref="JsonTypeOf"/> reads it.</summary>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateOnly date:
                writer.WriteStringValue(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                break;
            case DateTime moment:
                writer.WriteStringValue(moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                writer.WriteStringValue(Convert.ToHexString(bytes));
                break;
            default:
                throw new ArgumentException($"No JSON stands for {value.GetType().Name}.", nameof(value));
        }
    }

    private static SqlParameter ParameterOf(SqlArgument argument)
    {
        var value = argument.Value ?? DBNull.Value;
        var name = "@" + argument.Name;
        return argument.Kind switch
        {
            StoreKind.Int32 => new SqlParameter(name, SqlDbType.Int) { Value = value },
            StoreKind.Int64 => new SqlParameter(name, SqlDbType.BigInt) { Value = value },
            StoreKind.Boolean => new SqlParameter(name, SqlDbType.Bit) { Value = value },
            StoreKind.Date => new SqlParameter(name, SqlDbType.Date) { Value = value },
            StoreKind.Moment => new SqlParameter(name, SqlDbType.DateTime2) { Scale = 3, Value = value },
            StoreKind.Bytes => new SqlParameter(name, SqlDbType.VarBinary, -1) { Value = value },
            _ => new SqlParameter(name, SqlDbType.VarChar, value is string text && Encoding.UTF8.GetByteCount(text) > MostBytes ? -1 : MostBytes) { Value = value },
        };
    }

    private static string ListOf(Array values)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (var value in values)
            {
                Write(writer, value);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
