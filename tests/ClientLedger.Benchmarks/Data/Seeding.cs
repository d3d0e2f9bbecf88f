using ClientLedger.Storage;
using ClientLedger.TestKit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ClientLedger.Benchmarks.Data;

/// <summary>Fills a ledger with customers past the write gate: on PostgreSQL by COPY as the superuser, on SQLite by the product's own writer.</summary>
internal sealed class Seeding(TestLedger ledger)
{
    private const int Batch = 20_000;

    /// <summary>The id of the customer of a number, in any tenant.</summary>
    public static long IdOf(long number) => (number + 1) << 12;

    /// <summary>
    /// Runs a filling with the secondary indexes away, and builds them again afterwards. Search terms lose their primary key meanwhile: 40 rows a
    /// customer are sorted faster than inserted.
    /// </summary>
    public async Task WithoutIndexesAsync(Func<Task> fill)
    {
        var isPostgres = ledger.Database.Provider == Provider.Postgres;
        var indexes = await ListAsync(isPostgres
            ? """
              SELECT format('DROP INDEX %I', indexname), indexdef FROM pg_indexes i
              WHERE tablename IN ('Customers', 'FieldIndex') AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname)
              UNION ALL SELECT 'ALTER TABLE "SearchTerm" DROP CONSTRAINT "PK_SearchTerm"',
                'ALTER TABLE "SearchTerm" ADD CONSTRAINT "PK_SearchTerm" ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'PK_SearchTerm'
              """
            : """
              SELECT 'DROP INDEX "' || name || '"', sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('Customers', 'FieldIndex')
              """);
        await RunAsync(string.Join("; ", indexes.Select(index => index.Drop)));
        await fill();
        await RunAsync((isPostgres ? "SET maintenance_work_mem = '1GB'; " : "") + string.Join("; ", indexes.Select(index => index.Create)));
        await ledger.Database.RefreshStatisticsAsync(CancellationToken.None);
        if (isPostgres)
        {
            // What autovacuum would do in the minutes after.
            await RunAsync("VACUUM \"Customers\"");
            await RunAsync("VACUUM \"FieldIndex\"");
            await RunAsync("VACUUM \"SearchTerm\"");
        }
    }

    /// <summary>Adds customers to a tenant that was entered; the first has the number <paramref name="first"/>.</summary>
    public async Task FillAsync(SeedTenant tenant, long first, int count, bool withTerms)
    {
        // SQLite has one writer at a time.
        var atOnce = ledger.Database.Provider == Provider.Postgres ? Environment.ProcessorCount : 1;
        var starts = Enumerable.Range(0, (count + Batch - 1) / Batch).Select(batch => first + (batch * Batch));
        await Parallel.ForEachAsync(starts, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (start, _) =>
        {
            var rows = new SeedRows(tenant, ledger.Database.Tables);
            for (var number = start; number < Math.Min(start + Batch, first + count); number++)
            {
                rows.Add(IdOf(number), SeedCustomer.Of(number), withTerms);
            }

            await WriteAsync(tenant, rows);
        });
    }

    /// <summary>Runs statements as the owner.</summary>
    public async Task RunAsync(string statements)
    {
        if (ledger.Database.Provider == Provider.Postgres)
        {
            await using var connection = new NpgsqlConnection(ledger.OwnerAddress);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(statements, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
        else
        {
            await using var connection = new SqliteConnection(ledger.OwnerAddress);
            await connection.OpenAsync();
            await using var command = new SqliteCommand(statements, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
    }

    private async Task WriteAsync(SeedTenant tenant, SeedRows rows)
    {
        if (ledger.Database.Provider == Provider.Postgres)
        {
            await using var connection = new NpgsqlConnection(ledger.OwnerAddress);
            await connection.OpenAsync();

            // Foreign keys needn't be looked up: the rows are right.
            await using (var command = new NpgsqlCommand("SET session_replication_role = replica", connection))
            {
                await command.ExecuteNonQueryAsync();
            }

            foreach (var table in new[] { rows.Records, rows.Index, rows.Terms })
            {
                await PostgresCopy.RunAsync(connection, table);
            }
        }
        else
        {
            await using var transaction = await ledger.Database.BeginAsync(tenant.Id, CancellationToken.None);
            foreach (var table in new[] { rows.Records, rows.Index, rows.Terms })
            {
                await ledger.Database.Writer.InsertAsync(transaction, table, CancellationToken.None);
            }

            await transaction.CommitAsync(CancellationToken.None);
        }
    }

    private async Task<List<(string Drop, string Create)>> ListAsync(string query)
    {
        await using System.Data.Common.DbConnection connection = ledger.Database.Provider == Provider.Postgres
            ? new NpgsqlConnection(ledger.OwnerAddress)
            : new SqliteConnection(ledger.OwnerAddress);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<(string, string)>();
        while (await reader.ReadAsync())
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        return found;
    }
}
