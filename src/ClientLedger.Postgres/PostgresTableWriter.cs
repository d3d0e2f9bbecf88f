using System.Globalization;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;
using Npgsql;
using NpgsqlTypes;

namespace ClientLedger.Postgres;

/// <summary>
/// Writes a batch of any size as one statement: an array for each column whose rows differ, and a value for each whose rows are all alike, since every
/// array is laid out anew before its rows are read. COPY would be refused under row-level security.
/// </summary>
internal sealed class PostgresTableWriter : TableWriter
{
    public override async Task InsertAsync(LedgerTransaction transaction, TableRows rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count > 0)
        {
            var columns = string.Join(", ", rows.Columns.Select(column => Quoted(column.Column.Name)));
            var sent = Sent.Of(rows);
            var values = string.Join(", ", rows.Columns.Select((_, place) => sent.Value(place)));
            await using var command = CommandOf(transaction, sent, $"INSERT INTO {Quoted(rows.Table)} ({columns}) SELECT {values}{sent.Source("FROM")}");
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public override async Task<IReadOnlySet<long>> UpdateAsync(LedgerTransaction transaction, TableRows rows, int keys, int report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var touched = new HashSet<long>();
        if (rows.Count > 0)
        {
            var sent = Sent.Of(rows);
            var changes = string.Join(", ", rows.Columns.Skip(keys).Select((column, place) => $"{Quoted(column.Column.Name)} = {sent.Value(keys + place)}"));
            var text = $"UPDATE {Quoted(rows.Table)} AS t SET {changes}{sent.Source("FROM")} WHERE {sent.Keys(keys)} RETURNING {sent.Value(report)}";
            await using var command = CommandOf(transaction, sent, text);
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
            var sent = Sent.Of(rows);
            await using var command = CommandOf(transaction, sent, $"DELETE FROM {Quoted(rows.Table)} AS t{sent.Source("USING")} WHERE {sent.Keys(rows.Columns.Count)}");
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static NpgsqlCommand CommandOf(LedgerTransaction transaction, Sent sent, string text)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var writing = (PostgresWriting)transaction;
        var command = new NpgsqlCommand(text, writing.Connection, (NpgsqlTransaction)writing.Transaction);
        for (var place = 0; place < sent.Rows.Columns.Count; place++)
        {
            command.Parameters.Add(sent.ParameterOf(place));
        }

        return command;
    }

    private static string Quoted(string name) => $"\"{name}\"";

    /// <summary>Rows on their way, a parameter a column.</summary>
    /// <param name="Rows">At least one.</param>
    /// <param name="Once">For each column whether its value is sent once for all rows.</param>
    private sealed record Sent(TableRows Rows, bool[] Once)
    {
        public static Sent Of(TableRows rows)
        {
            var once = rows.Columns.Select(column => column.IsUniform).ToArray();
            if (rows.Count > 1 && !once.Contains(false))
            {
                // Something has to say how many there are.
                once[0] = false;
            }

            return new(rows, once);
        }

        /// <summary>The value of a column in a row.</summary>
        public string Value(int place)
        {
            var value = string.Create(CultureInfo.InvariantCulture, $"{(Once[place] ? "$" : "u.c")}{place + 1}");
            return Rows.Columns[place].Column.Kind == StoreKind.Json ? value + "::jsonb" : value;
        }

        /// <summary>Where the rows come from, after its keyword; empty where a single row needs no source.</summary>
        public string Source(string keyword)
        {
            var arrays = Enumerable.Range(1, Once.Length).Where(number => !Once[number - 1]).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
            return arrays.Count == 0 ? "" : $" {keyword} unnest({string.Join(", ", arrays.Select(number => "$" + number))}) AS u({string.Join(", ", arrays.Select(number => "c" + number))})";
        }

        /// <summary>That a stored row is the one which the first columns name.</summary>
        public string Keys(int count) => string.Join(" AND ", Rows.Columns.Take(count).Select((column, place) => $"t.{Quoted(column.Column.Name)} = {Value(place)}"));

        public NpgsqlParameter ParameterOf(int place)
        {
            // JSON travels as text, since arrays of it would be parsed one by one on the way.
            var column = Rows.Columns[place];
            var type = column.Column.Kind == StoreKind.Json ? NpgsqlDbType.Text : PostgresArguments.TypeOf(column.Column.Kind);
            return Once[place]
                ? new NpgsqlParameter { Value = column.ValueAt(0) ?? DBNull.Value, NpgsqlDbType = type }
                : new NpgsqlParameter { Value = column.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
        }
    }
}
