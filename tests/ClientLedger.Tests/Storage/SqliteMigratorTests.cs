using ClientLedger.Sqlite;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Storage;

public sealed class SqliteMigratorTests
{
    // EF's lock: https://learn.microsoft.com/ef/core/providers/sqlite/limitations#concurrent-migrations-protection
    private const string AbandonedLock = """
        CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
        INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-03-02 12:00:00');
        """;

    [Fact]
    public async Task Migrating_twice_does_nothing()
    {
        using var database = SqliteDatabase.Create();
        await MigrateAsync(database.Address);
        await using (var ledger = new SqliteLedger(database.Address, BuiltInEntities.Schema))
        {
            await Rows.InsertCustomerAsync(ledger, TestLedger.Acme, 1, "Acme");
            await Rows.InsertCustomerAsync(ledger, TestLedger.Globex, 1, "Globex");
        }

        var before = await SchemaAsync(database.Address);
        await MigrateAsync(database.Address);
        Assert.Equal(before, await SchemaAsync(database.Address));
        Assert.Equal(2L, await ScalarAsync(database.Address, "SELECT count(*) FROM \"Customers\""));
    }

    [Fact]
    public async Task Several_that_start_together_migrate_once()
    {
        using var database = SqliteDatabase.Create();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MigrateAsync(database.Address))));
        Assert.Equal(await MigrationsAsync(database.Address), await ScalarAsync(database.Address, $"SELECT count(*) FROM \"{LedgerContext.HistoryTable}\""));
    }

    [Fact]
    public async Task Goes_on_where_a_killed_one_left_its_lock_and_half_a_migration()
    {
        using var complete = SqliteDatabase.Create();
        await MigrateAsync(complete.Address);

        using var killed = SqliteDatabase.Create();
        await CopyKilledAsync(killed);
        await MigrateAsync(killed.Address).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(await SchemaAsync(complete.Address), await SchemaAsync(killed.Address));
    }

    [Fact]
    public async Task Switches_the_file_to_a_write_ahead_log()
    {
        using var database = SqliteDatabase.Create();
        await MigrateAsync(database.Address);
        Assert.Equal("wal", await ScalarAsync(database.Address, "PRAGMA journal_mode"));
    }

    /// <summary>
    /// The files as a process leaves them that is killed in mid-migration: EF's lock committed, tables created in a transaction that has spilled into
    /// the log and never ends.
    /// </summary>
    private static async Task CopyKilledAsync(SqliteDatabase copy)
    {
        using var dying = SqliteDatabase.Create();
        await using var connection = new SqliteConnection(dying.Address);
        await connection.OpenAsync();
        await RunAsync(connection, null, "PRAGMA journal_mode = WAL; PRAGMA cache_size = 2; PRAGMA cache_spill = 1;" + AbandonedLock);
        await using var context = new LedgerContext(SqliteLedger.Options(dying.Address), tenantId: 0);
        var statements = context.Database.GenerateCreateScript().Split(";\n", StringSplitOptions.RemoveEmptyEntries);
        await using var transaction = connection.BeginTransaction();
        foreach (var statement in statements.Take(statements.Length / 2))
        {
            await RunAsync(connection, transaction, statement);
        }

        Assert.True(new FileInfo(dying.File + "-wal").Length > 100_000);
        File.Copy(dying.File, copy.File);
        File.Copy(dying.File + "-wal", copy.File + "-wal");
    }

    private static async Task MigrateAsync(string address)
    {
        await using var context = new LedgerContext(SqliteLedger.Options(address), tenantId: 0);
        await new SqliteMigrator().MigrateAsync(context, null, CancellationToken.None);
    }

    private static async Task<long> MigrationsAsync(string address)
    {
        await using var context = new LedgerContext(SqliteLedger.Options(address), tenantId: 0);
        return context.Database.GetMigrations().Count();
    }

    private static async Task<string> SchemaAsync(string address) =>
        (string)(await ScalarAsync(address, "SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> '__EFMigrationsLock' ORDER BY name)"))!;

    private static async Task<object?> ScalarAsync(string address, string text)
    {
        await using var connection = new SqliteConnection(address);
        await connection.OpenAsync();
        await using var command = new SqliteCommand(text, connection);
        return await command.ExecuteScalarAsync();
    }

    private static async Task RunAsync(SqliteConnection connection, SqliteTransaction? transaction, string text)
    {
        await using var command = new SqliteCommand(text, connection, transaction);
        await command.ExecuteNonQueryAsync();
    }
}
