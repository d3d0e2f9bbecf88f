using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Sqlite;

/// <summary>Writes rows by one prepared statement each batch: within a transaction SQLite has no round trip to save, and nothing to wait for.</summary>
internal sealed class SqliteTableWriter : TableWriter
{
    public override Task InsertAsync(LedgerTransaction transaction, TableRows rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = string.Join(", ", rows.Columns.Select(column => Quoted(column.Column.Name)));
        var values = string.Join(", ", rows.Columns.Select((_, place) => Parameter(place)));
        Run(transaction, $"INSERT INTO {Quoted(rows.Table)} ({columns}) VALUES ({values})", rows, static (_, _) => { }, cancellationToken);
        return Task.CompletedTask;
    }

    public override Task<IReadOnlySet<long>> UpdateAsync(LedgerTransaction transaction, TableRows rows, int keys, int report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var changes = string.Join(", ", rows.Columns.Skip(keys).Select((column, place) => $"{Quoted(column.Column.Name)} = {Parameter(keys + place)}"));
        var touched = new HashSet<long>();
        Run(transaction, $"UPDATE {Quoted(rows.Table)} SET {changes} WHERE {Keys(rows, keys)}", rows, (row, count) =>
        {
            if (count > 0)
            {
                touched.Add((long)rows.Columns[report].ValueAt(row)!);
            }
        }, cancellationToken);
        return Task.FromResult<IReadOnlySet<long>>(touched);
    }

    public override Task DeleteAsync(LedgerTransaction transaction, TableRows rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Run(transaction, $"DELETE FROM {Quoted(rows.Table)} WHERE {Keys(rows, rows.Columns.Count)}", rows, static (_, _) => { }, cancellationToken);
        return Task.CompletedTask;
    }

    private static void Run(LedgerTransaction transaction, string text, TableRows rows, Action<int, int> done, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        if (rows.Count == 0)
        {
            return;
        }

        using var statement = new RowStatement(((SqliteWriting)transaction).Connection, text);
        for (var row = 0; row < rows.Count; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            done(row, statement.Run(rows.Columns, row));
        }
    }

    private static string Keys(TableRows rows, int keys) =>
        string.Join(" AND ", rows.Columns.Take(keys).Select((column, place) => $"{Quoted(column.Column.Name)} = {Parameter(place)}"));

    /// <summary>The parameter of a column: by number, so that it doesn't matter where in the text it stands.</summary>
    private static string Parameter(int place) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"?{place + 1}");

    private static string Quoted(string name) => $"\"{name}\"";
}
