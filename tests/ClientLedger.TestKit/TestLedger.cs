using ClientLedger.Postgres;
using ClientLedger.Sqlite;
using ClientLedger.SqlServer;
using ClientLedger.Storage;
using Npgsql;

namespace ClientLedger.TestKit;

/// <summary>A migrated ledger database of its own, under the app's role, which goes when it is disposed of. Two tenants' ids are set aside in it.</summary>
public sealed class TestLedger : IAsyncDisposable
{
    /// <summary>The tenant that a test is about.</summary>
    public const int Acme = 1;

    /// <summary>The tenant beside it, which must see and lose nothing.</summary>
    public const int Globex = 2;

    private const string AppRole = "clientledger_app", AppPassword = "clientledger_app";

    private readonly Func<ValueTask> drop;

    private TestLedger(LedgerDatabase database, string ownerAddress, Func<ValueTask> drop)
    {
        Database = database;
        OwnerAddress = ownerAddress;
        this.drop = drop;
    }

    public LedgerDatabase Database { get; }

    /// <summary>Connection string of the owner: on PostgreSQL a superuser, whom row-level security doesn't hold back.</summary>
    public string OwnerAddress { get; }

    /// <summary>A copy of a database that was migrated once.</summary>
    public static async Task<TestLedger> CreateAsync(Provider provider)
    {
        switch (provider)
        {
            case Provider.Sqlite:
                var file = await SqliteDatabase.CreateAsync("ledger", MigrateSqliteAsync);
                return new TestLedger(new SqliteLedger(file.Address, BuiltInEntities.Schema), file.Address, () =>
                {
                    file.Dispose();
                    return ValueTask.CompletedTask;
                });
            case Provider.Postgres:
                var database = await PostgresDatabase.CreateAsync("ledger", MigratePostgresAsync);
                return new TestLedger(new PostgresLedger(AppAddress(database.Address), BuiltInEntities.Schema), database.Address, database.DisposeAsync);
            default:
                var server = SqlServerDatabase.Create();
                await MigrateSqlServerAsync(server.Address);
                return new TestLedger(new SqlServerLedger(server.Address, BuiltInEntities.Schema), server.Address, server.DisposeAsync);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await drop();
    }

    /// <summary>The connection string of the role that owns nothing.</summary>
    public static string AppAddress(string ownerAddress) =>
        new NpgsqlConnectionStringBuilder(ownerAddress) { Username = AppRole, Password = AppPassword }.ConnectionString;

    private static async Task MigrateSqliteAsync(string address)
    {
        await using var context = new LedgerContext(SqliteLedger.Options(address), tenantId: 0);
        await new SqliteMigrator().MigrateAsync(context, null, CancellationToken.None);
    }

    private static async Task MigratePostgresAsync(string address)
    {
        await using var context = new LedgerContext(PostgresLedger.Options(address), tenantId: 0);
        await new PostgresMigrator().MigrateAsync(context, AppAddress(address), CancellationToken.None);
    }

    private static async Task MigrateSqlServerAsync(string address)
    {
        await using var context = new LedgerContext(SqlServerLedger.Options(address), tenantId: 0);
        await new SqlServerMigrator().MigrateAsync(context, null, CancellationToken.None);
    }
}
