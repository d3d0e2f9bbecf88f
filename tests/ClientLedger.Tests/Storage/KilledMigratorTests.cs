using ClientLedger.Postgres;
using ClientLedger.Sqlite;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ClientLedger.Tests.Storage;

/// <summary>A migrator that is killed in mid-migration, as a process: the next one finds half of nothing and goes on.</summary>
public sealed class KilledMigratorTests
{
    [Fact]
    public async Task On_SQLite_the_abandoned_lock_is_cleared_and_the_ledger_is_whole()
    {
        using var database = SqliteDatabase.Create();
        await DyingMigrator.KillAsync(Provider.Sqlite, database.Address);
        Assert.Equal(1L, await SqliteAsync(database.Address, "SELECT count(*) FROM \"__EFMigrationsLock\""));
        Assert.Equal(0L, await SqliteAsync(database.Address, "SELECT count(*) FROM sqlite_schema WHERE name = 'Customers'"));

        await MigrateAsync(new SqliteMigrator(), SqliteLedger.Options(database.Address), null);

        Assert.Equal(1L, await SqliteAsync(database.Address, $"SELECT count(*) FROM \"{LedgerContext.HistoryTable}\""));
        await using var ledger = new SqliteLedger(database.Address, BuiltInEntities.Schema);
        await AssertWorksAsync(ledger);
    }

    [Fact]
    public async Task On_PostgreSQL_the_server_takes_the_half_back_and_the_ledger_is_whole()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        var app = TestLedger.AppAddress(database.Address);
        await DyingMigrator.KillAsync(Provider.Postgres, database.Address);

        await MigrateAsync(new PostgresMigrator(), PostgresLedger.Options(database.Address), app);

        await using var ledger = new PostgresLedger(app, BuiltInEntities.Schema);
        await AssertWorksAsync(ledger);
        await using var connection = new NpgsqlConnection(database.Address);
        await connection.OpenAsync();
        await using var history = new NpgsqlCommand($"SELECT count(*) FROM \"{LedgerContext.HistoryTable}\"", connection);
        Assert.Equal(1L, await history.ExecuteScalarAsync());
    }

    private static async Task MigrateAsync(DatabaseMigrator migrator, DbContextOptions<LedgerContext> options, string? app)
    {
        await using var context = new LedgerContext(options, tenantId: 0);
        await migrator.MigrateAsync(context, app, CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task AssertWorksAsync(LedgerDatabase ledger)
    {
        await Rows.InsertCustomerAsync(ledger, TestLedger.Acme, 1, "Acme");
        await Rows.InsertCustomerAsync(ledger, TestLedger.Globex, 1, "Globex");
        foreach (var table in PastTheFences.TablesOf(ledger))
        {
            Assert.InRange(await Rows.CountAsync(ledger, TestLedger.Acme, table), 0, 2);
        }
    }

    private static async Task<object?> SqliteAsync(string address, string text)
    {
        await using var connection = new SqliteConnection(address);
        await connection.OpenAsync();
        await using var command = new SqliteCommand(text, connection);
        return await command.ExecuteScalarAsync();
    }
}
