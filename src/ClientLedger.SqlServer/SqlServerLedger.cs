using System.Data.Common;
using ClientLedger.Fields;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientLedger.SqlServer;

/// <summary>The ledger on SQL Server, under the app's login, which the security policies hold to one tenant at a time.</summary>
public sealed class SqlServerLedger : LedgerDatabase
{
    /// <summary>The collation of the database and of every text column: UTF-8, compared by code point.</summary>
    public const string Collation = "Latin1_General_100_BIN2_UTF8";

    // Deadlock; unique constraint; unique index; snapshot conflict (sys.messages).
    private static readonly int[] Races = [1205, 2627, 2601, 3960];

    private const int ArithmeticOverflow = 8115;

    private readonly string connectionString;
    private readonly DbContextOptions<LedgerContext> options;

    /// <summary>Takes a migrated database. No connection is opened yet.</summary>
    public SqlServerLedger(string connectionString, LedgerSchema builtIn)
    {
        this.connectionString = connectionString;
        options = OptionsOf(server => server.UseSqlServer(connectionString, Settings)).AddInterceptors(new SqlServerTenant.OnOpening()).Options;
        using var context = new LedgerContext(options, tenantId: 0);
        Tables = new LedgerTables(context.Model, builtIn);
    }

    public override Provider Provider => Provider.SqlServer;

    public override LedgerTables Tables { get; }

    public override SqlDialect Dialect { get; } = new SqlServerDialect();

    public override TableWriter Writer { get; } = new SqlServerTableWriter();

    /// <summary>Options of a ledger context, for the migrator and the migrations.</summary>
    public static DbContextOptions<LedgerContext> Options(string connectionString) => OptionsOf(server => server.UseSqlServer(connectionString, Settings)).Options;

    public override async ValueTask<LedgerConnection> OpenAsync(int tenantId, CancellationToken cancellationToken) =>
        new SqlServerReading(await ConnectAsync(tenantId, cancellationToken), tenantId);

    public override async ValueTask<LedgerTransaction> BeginAsync(int tenantId, CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(tenantId, cancellationToken);
        try
        {
            return new SqlServerWriting(connection, (SqlTransaction)await connection.BeginTransactionAsync(cancellationToken), tenantId);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override bool IsRace(DbException failure) => failure is SqlException server && Races.Contains(server.Number);

    public override bool IsOverflow(DbException failure) => failure is SqlException { Number: ArithmeticOverflow };

    // The server does it by itself before it plans a statement, once enough rows of a table have changed.
    public override Task RefreshStatisticsAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override LedgerContext CreateContext(int tenantId) => new(options, tenantId);

    public override LedgerContext CreateContext(LedgerTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var writing = (SqlServerWriting)transaction;
        var context = new LedgerContext(OptionsOf(server => server.UseSqlServer(writing.Connection, Settings)).Options, writing.TenantId);
        context.Database.UseTransaction(writing.Transaction);
        return context;
    }

    public override ValueTask DisposeAsync()
    {
        using var connection = new SqlConnection(connectionString);
        SqlConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    private async Task<SqlConnection> ConnectAsync(int tenantId, CancellationToken cancellationToken)
    {
        var connection = new SqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await SqlServerTenant.SetAsync(connection, tenantId, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Level 150 is the newest that the T-SQL check knows.</summary>
    private static void Settings(SqlServerDbContextOptionsBuilder settings) => settings
        .UseCompatibilityLevel(150)
        .MigrationsAssembly(typeof(SqlServerLedger).Assembly.GetName().Name)
        .MigrationsHistoryTable(LedgerContext.HistoryTable);

    private static DbContextOptionsBuilder<LedgerContext> OptionsOf(Action<DbContextOptionsBuilder<LedgerContext>> use)
    {
        var builder = new DbContextOptionsBuilder<LedgerContext>();
        use(builder);
        return builder
            .ReplaceService<IModelCustomizer, SqlServerModelCustomizer>()
            .ReplaceService<IMigrationsSqlGenerator, SqlServerFenceGenerator>();
    }
}
