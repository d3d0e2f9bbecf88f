using ClientLedger.Storage;
using ClientLedger.Writing.Sql;
using Npgsql;
using NpgsqlTypes;

namespace ClientLedger.Benchmarks.Data;

/// <summary>Sends a batch of rows by binary COPY, which only a role that row-level security doesn't hold may do.</summary>
internal static class PostgresCopy
{
    public static async Task RunAsync(NpgsqlConnection connection, TableRows rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var columns = string.Join(", ", rows.Columns.Select(column => $"\"{column.Column.Name}\""));
        await using var importer = await connection.BeginBinaryImportAsync($"COPY \"{rows.Table}\" ({columns}) FROM STDIN (FORMAT BINARY)");
        var writers = rows.Columns.Select(column => WriterOf(importer, column)).ToArray();
        for (var row = 0; row < rows.Count; row++)
        {
            importer.StartRow();
            foreach (var write in writers)
            {
                write(row);
            }
        }

        await importer.CompleteAsync();
    }

    private static Action<int> WriterOf(NpgsqlBinaryImporter importer, RowColumn column) => column switch
    {
        RowColumn<int?> numbers => row => WriteValue(importer, numbers[row], NpgsqlDbType.Integer),
        RowColumn<long?> numbers => row => WriteValue(importer, numbers[row], NpgsqlDbType.Bigint),
        RowColumn<bool?> flags => row => WriteValue(importer, flags[row], NpgsqlDbType.Boolean),
        RowColumn<DateOnly?> dates => row => WriteValue(importer, dates[row], NpgsqlDbType.Date),
        RowColumn<DateTime?> moments => row => WriteValue(importer, moments[row], NpgsqlDbType.TimestampTz),
        RowColumn<byte[]?> bytes => row => Write(importer, bytes[row], NpgsqlDbType.Bytea),
        RowColumn<string?> texts => row => Write(importer, texts[row], column.Column.Kind == StoreKind.Json ? NpgsqlDbType.Jsonb : NpgsqlDbType.Text),
        _ => throw new NotSupportedException($"No way to copy {column.GetType()}."),
    };

    private static void WriteValue<T>(NpgsqlBinaryImporter importer, T? value, NpgsqlDbType type)
        where T : struct
    {
        if (value is { } present)
        {
            importer.Write(present, type);
        }
        else
        {
            importer.WriteNull();
        }
    }

    private static void Write<T>(NpgsqlBinaryImporter importer, T? value, NpgsqlDbType type)
        where T : class
    {
        if (value is null)
        {
            importer.WriteNull();
        }
        else
        {
            importer.Write(value, type);
        }
    }
}
