using System.Data;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;
using Microsoft.Data.SqlClient;

namespace ClientLedger.SqlServer;

/// <summary>Writes a batch of any size as one statement over one JSON document, an array of rows. The text depends on table and columns alone.</summary>
internal sealed class SqlServerTableWriter : TableWriter
{
    public override async Task InsertAsync(LedgerTransaction transaction, TableRows rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count > 0)
        {
            await using var command = CommandOf(transaction, rows, InsertText(rows));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public override async Task<IReadOnlySet<long>> UpdateAsync(LedgerTransaction transaction, TableRows rows, int keys, int report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var touched = new HashSet<long>();
        if (rows.Count > 0)
        {
            await using var command = CommandOf(transaction, rows, UpdateText(rows, keys, report));
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                touched.Add(reader.GetInt64(0));
            }
        }

        return touched;
    }

    public override async Task DeleteAsync(LedgerTransaction transaction, TableRows rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count > 0)
        {
            await using var command = CommandOf(transaction, rows, DeleteText(rows));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    internal static string InsertText(TableRows rows)
    {
        var columns = string.Join(", ", rows.Columns.Select(column => Quoted(column.Column.Name)));
        var values = string.Join(", ", rows.Columns.Select(Value));
        return $"INSERT INTO {Quoted(rows.Table)} ({columns}) SELECT {values} FROM {Source(rows)}";
    }

    internal static string UpdateText(TableRows rows, int keys, int report)
    {
        var changes = string.Join(", ", rows.Columns.Skip(keys).Select((column, place) => $"{Quoted(column.Column.Name)} = {Value(column, keys + place)}"));
        return $"UPDATE t SET {changes} OUTPUT u.c{Text(report)} FROM {Quoted(rows.Table)} AS t JOIN {Source(rows)} ON {Keys(rows, keys)}";
    }

    internal static string DeleteText(TableRows rows) =>
        $"DELETE t FROM {Quoted(rows.Table)} AS t JOIN {Source(rows)} ON {Keys(rows, rows.Columns.Count)}";

    private static SqlCommand CommandOf(LedgerTransaction transaction, TableRows rows, string text)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var writing = (SqlServerWriting)transaction;
        return new SqlCommand(text, writing.Connection, (SqlTransaction)writing.Transaction)
        {
            Parameters = { new SqlParameter("@rows", SqlDbType.NVarChar, -1) { Value = Document(rows) } },
        };
    }

    private static string Document(TableRows rows)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            for (var row = 0; row < rows.Count; row++)
            {
                writer.WriteStartArray();
                foreach (var column in rows.Columns)
                {
                    SqlServerArguments.Write(writer, column.ValueAt(row));
                }

                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static string Source(TableRows rows)
    {
        var columns = rows.Columns.Select((column, place) => $"c{Text(place)} {SqlServerArguments.JsonTypeOf(column.Column.Kind)} '$[{Text(place)}]'");
        return $"OPENJSON(@rows) WITH ({string.Join(", ", columns)}) AS u";
    }

    private static string Value(RowColumn column, int place) => column.Column.Kind switch
    {
        StoreKind.Bytes => $"CONVERT({column.Column.StoreType}, u.c{Text(place)}, 2)",
        StoreKind.Text or StoreKind.Json => $"CAST(u.c{Text(place)} COLLATE {SqlServerLedger.Collation} AS {column.Column.StoreType})",
        _ => $"u.c{Text(place)}",
    };

    private static string Keys(TableRows rows, int keys) =>
        string.Join(" AND ", rows.Columns.Take(keys).Select((column, place) => $"t.{Quoted(column.Column.Name)} = {Value(column, place)}"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string name) => $"[{name}]";
}
