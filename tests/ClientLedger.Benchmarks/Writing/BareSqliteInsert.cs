using System.Globalization;
using ClientLedger.TestKit;
using Microsoft.Data.Sqlite;

namespace ClientLedger.Benchmarks.Writing;

/// <summary>One prepared INSERT a table, in as many transactions as the product had.</summary>
internal sealed class BareSqliteInsert(int transactions) : BareInsert
{
    private readonly List<(string Table, string[] Columns, List<object[]> Rows)> tables = [];

    /// <summary>Reads back every table that has rows in one ledger and none in the other.</summary>
    /// <param name="transactions">How many the rows are written in.</param>
    public static async Task<BareSqliteInsert> ReadAsync(TestLedger written, TestLedger empty, int transactions)
    {
        var insert = new BareSqliteInsert(transactions);
        await using var before = new SqliteConnection(empty.OwnerAddress);
        await using var after = new SqliteConnection(written.OwnerAddress);
        await before.OpenAsync();
        await after.OpenAsync();
        var names = (await RowsOfAsync(after, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")).Rows.Select(row => (string)row[0]);
        foreach (var name in InOrder(names))
        {
            if ((await RowsOfAsync(before, $"SELECT 1 FROM \"{name}\" LIMIT 1")).Rows.Count == 0
                && await RowsOfAsync(after, $"SELECT * FROM \"{name}\"") is { Rows.Count: > 0 } found)
            {
                insert.tables.Add((name, found.Columns, found.Rows));
                insert.Count(name, found.Rows.Count);
            }
        }

        return insert;
    }

    public override async Task RunAsync(TestLedger ledger, int tenant)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ledger.OwnerAddress) { ForeignKeys = true }.ConnectionString);
        await connection.OpenAsync();
        var each = (Rows + transactions - 1) / transactions;
        var written = 0L;
        var transaction = await BeginAsync(connection);
        foreach (var (table, columns, rows) in tables)
        {
            var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
            var values = string.Join(", ", columns.Select((_, place) => string.Create(CultureInfo.InvariantCulture, $"@p{place}")));
            await using var command = new SqliteCommand($"INSERT INTO \"{table}\" ({names}) VALUES ({values})", connection, transaction);
            var parameters = columns.Select((_, place) => command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"@p{place}"), null)).ToArray();
            await command.PrepareAsync();
            foreach (var row in rows)
            {
                for (var place = 0; place < parameters.Length; place++)
                {
                    parameters[place].Value = row[place];
                }

                command.ExecuteNonQuery();
                if (++written % each == 0)
                {
                    await transaction.CommitAsync();
                    await transaction.DisposeAsync();
                    command.Transaction = transaction = await BeginAsync(connection);
                }
            }
        }

        await transaction.CommitAsync();
        await transaction.DisposeAsync();
    }

    /// <summary>Rows may come before those that they refer to, as long as both are there in the end.</summary>
    private static async Task<SqliteTransaction> BeginAsync(SqliteConnection connection)
    {
        var transaction = connection.BeginTransaction(deferred: false);
        await using var defer = new SqliteCommand("PRAGMA defer_foreign_keys = ON", connection, transaction);
        await defer.ExecuteNonQueryAsync();
        return transaction;
    }

    private static async Task<(string[] Columns, List<object[]> Rows)> RowsOfAsync(SqliteConnection connection, string query)
    {
        await using var command = new SqliteCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync();
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[columns.Length];
            reader.GetValues(row);
            rows.Add(row);
        }

        return (columns, rows);
    }
}
