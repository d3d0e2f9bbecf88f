using ClientLedger.TestKit;
using Npgsql;

namespace ClientLedger.Benchmarks.Writing;

/// <summary>Under the app's role and its row-level security: COPY of ready bytes into a temporary table, then INSERT … SELECT.</summary>
internal sealed class BarePostgresInsert : BareInsert
{
    private readonly List<(string Table, byte[] Rows)> tables = [];

    /// <summary>Reads back every table that has rows in one ledger and none in the other.</summary>
    public static async Task<BarePostgresInsert> ReadAsync(TestLedger written, TestLedger empty)
    {
        var insert = new BarePostgresInsert();
        await using var before = new NpgsqlConnection(empty.OwnerAddress);
        await using var after = new NpgsqlConnection(written.OwnerAddress);
        await before.OpenAsync();
        await after.OpenAsync();
        var names = new List<string>();
        await using (var list = new NpgsqlCommand("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", after))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
            }
        }

        foreach (var name in InOrder(names))
        {
            if (await CountAsync(before, name) == 0 && await CountAsync(after, name) is > 0 and var rows)
            {
                using var bytes = new MemoryStream();
                await using (var copy = await after.BeginRawBinaryCopyAsync($"COPY \"{name}\" TO STDOUT (FORMAT BINARY)"))
                {
                    await copy.CopyToAsync(bytes);
                }

                insert.tables.Add((name, bytes.ToArray()));
                insert.Count(name, rows);
            }
        }

        return insert;
    }

    public override async Task RunAsync(TestLedger ledger, int tenant)
    {
        await using var connection = new NpgsqlConnection(TestLedger.AppAddress(ledger.OwnerAddress));
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync($"SELECT set_config('app.tenant', '{tenant}', true)");
        foreach (var (table, rows) in tables)
        {
            await ExecuteAsync($"CREATE TEMPORARY TABLE bare (LIKE \"{table}\")");
            await using (var copy = await connection.BeginRawBinaryCopyAsync("COPY bare FROM STDIN (FORMAT BINARY)"))
            {
                await copy.WriteAsync(rows);
            }

            await ExecuteAsync($"INSERT INTO \"{table}\" SELECT * FROM bare");
            await ExecuteAsync("DROP TABLE bare");
        }

        await transaction.CommitAsync();

        async Task ExecuteAsync(string statement)
        {
            await using var command = new NpgsqlCommand(statement, connection, transaction) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM \"{table}\"", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
