using System.Globalization;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;
using Npgsql;
using NpgsqlTypes;

namespace ClientLedger.Postgres;

/// <summary>
/// Writes a batch of any size as one statement with one array a column. COPY would be refused under row-level security.
/// </summary>
internal sealed class PostgresTableWriter : TableWriter
{
    public override async Task InsertAsync(LedgerTransaction transaction, TableRows rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count > 0)
        {
            var columns = string.Join(", ", rows.Columns.Select(column => Quoted(column.Column.Name)));
            var values = string.Join(", ", rows.Columns.Select(Value));
            await using var command = CommandOf(transaction, rows, $"INSERT INTO {Quoted(rows.Table)} ({columns}) SELECT {values} FROM {Source(rows)}");
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public override async Task<IReadOnlySet<long>> UpdateAsync(LedgerTransaction transaction, TableRows rows, int keys, int report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var touched = new HashSet<long>();
        if (rows.Count > 0)
        {
            var changes = string.Join(", ", rows.Columns.Skip(keys).Select((column, place) => $"{Quoted(column.Column.Name)} = {Value(column, keys + place)}"));
            var text = $"UPDATE {Quoted(rows.Table)} AS t SET {changes} FROM {Source(rows)} WHERE {Keys(rows, keys)} RETURNING {Value(rows.Columns[report], report)}";
            await using var command = CommandOf(transaction, rows, text);
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
            await using var command = CommandOf(transaction, rows, $"DELETE FROM {Quoted(rows.Table)} AS t USING {Source(rows)} WHERE {Keys(rows, rows.Columns.Count)}");
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static NpgsqlCommand CommandOf(LedgerTransaction transaction, TableRows rows, string text)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var writing = (PostgresWriting)transaction;
        var command = new NpgsqlCommand(text, writing.Connection, (NpgsqlTransaction)writing.Transaction);
        foreach (var column in rows.Columns)
        {
            // JSON travels as text, since arrays of it would be parsed one by one on the way.
            var type = column.Column.Kind == StoreKind.Json ? NpgsqlDbType.Text : PostgresArguments.TypeOf(column.Column.Kind);
            command.Parameters.Add(new NpgsqlParameter { Value = column.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
        }

        return command;
    }

    private static string Source(TableRows rows)
    {
        var arrays = rows.Columns.Select((_, place) => string.Create(CultureInfo.InvariantCulture, $"${place + 1}"));
        var names = rows.Columns.Select((_, place) => string.Create(CultureInfo.InvariantCulture, $"c{place}"));
        return $"unnest({string.Join(", ", arrays)}) AS u({string.Join(", ", names)})";
    }

    private static string Value(RowColumn column, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"u.c{place}{(column.Column.Kind == StoreKind.Json ? "::jsonb" : "")}");

    private static string Keys(TableRows rows, int keys) =>
        string.Join(" AND ", rows.Columns.Take(keys).Select((column, place) => $"t.{Quoted(column.Column.Name)} = {Value(column, place)}"));

    private static string Quoted(string name) => $"\"{name}\"";
}
