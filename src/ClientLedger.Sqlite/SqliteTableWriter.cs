using ClientLedger.Storage;
using ClientLedger.Writing.Sql;
using Microsoft.Data.Sqlite;

namespace ClientLedger.Sqlite;

/// <summary>Writes rows by one prepared command each batch: within a transaction SQLite has no round trip to save.</summary>
internal sealed class SqliteTableWriter : TableWriter
{
    public override async Task InsertAsync(LedgerTransaction transaction, TableRows rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = string.Join(", ", rows.Columns.Select(column => Quoted(column.Column.Name)));
        var values = string.Join(", ", rows.Columns.Select((_, place) => Parameter(place)));
        await RunAsync(transaction, $"INSERT INTO {Quoted(rows.Table)} ({columns}) VALUES ({values})", rows, static (_, _) => { }, cancellationToken);
    }

    public override async Task<IReadOnlySet<long>> UpdateAsync(LedgerTransaction transaction, TableRows rows, int keys, int report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var changes = string.Join(", ", rows.Columns.Skip(keys).Select((column, place) => $"{Quoted(column.Column.Name)} = {Parameter(keys + place)}"));
        var touched = new HashSet<long>();
        await RunAsync(transaction, $"UPDATE {Quoted(rows.Table)} SET {changes} WHERE {Keys(rows, keys)}", rows, (row, count) =>
        {
            if (count > 0)
            {
                touched.Add((long)rows.Columns[report].ValueAt(row)!);
            }
        }, cancellationToken);
        return touched;
    }

    public override async Task DeleteAsync(LedgerTransaction transaction, TableRows rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        await RunAsync(transaction, $"DELETE FROM {Quoted(rows.Table)} WHERE {Keys(rows, rows.Columns.Count)}", rows, static (_, _) => { }, cancellationToken);
    }

    private static async Task RunAsync(LedgerTransaction transaction, string text, TableRows rows, Action<int, int> done, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        if (rows.Count == 0)
        {
            return;
        }

        var writing = (SqliteWriting)transaction;
        await using var command = new SqliteCommand(text, writing.Connection, (SqliteTransaction)writing.Transaction);
        var parameters = new SqliteParameter[rows.Columns.Count];
        for (var place = 0; place < parameters.Length; place++)
        {
            parameters[place] = command.Parameters.AddWithValue(Parameter(place), null);
        }

        await command.PrepareAsync(cancellationToken);
        for (var row = 0; row < rows.Count; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var place = 0; place < parameters.Length; place++)
            {
                parameters[place].Value = SqliteArguments.ToStore(rows.Columns[place].ValueAt(row));
            }

            done(row, await command.ExecuteNonQueryAsync(cancellationToken));
        }
    }

    private static string Keys(TableRows rows, int keys) =>
        string.Join(" AND ", rows.Columns.Take(keys).Select((column, place) => $"{Quoted(column.Column.Name)} = {Parameter(place)}"));

    private static string Parameter(int place) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"@p{place}");

    private static string Quoted(string name) => $"\"{name}\"";
}
