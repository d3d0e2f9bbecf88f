using System.Data.Common;
using ClientLedger.Fields;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ClientLedger.Sqlite;

/// <summary>The ledger on SQLite: one file, which this process has for itself to write.</summary>
public sealed class SqliteLedger : LedgerDatabase
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, ConstraintPrimaryKey = 1555, ConstraintUnique = 2067;

    private readonly string connectionString;
    private readonly DbContextOptions<LedgerContext> options;
    private readonly FileLock? fileLock;
    private readonly WriteQueue queue;

    /// <summary>Takes a migrated file.</summary>
    /// <exception cref="Messages.RefusedException">Another process has it.</exception>
    public SqliteLedger(string connectionString, LedgerSchema builtIn)
        : this(connectionString, builtIn, FileLock.Take(SqliteAddress.FileOf(connectionString)))
    {
    }

    private SqliteLedger(string connectionString, LedgerSchema builtIn, FileLock? fileLock)
    {
        this.fileLock = fileLock;
        Tables = TablesOf(builtIn);
        this.connectionString = SqliteAddress.WithForeignKeys(connectionString);
        queue = WriteQueue.Of(SqliteAddress.FileOf(connectionString));
        options = OptionsOf(sqlite => sqlite.UseSqlite(this.connectionString)).AddInterceptors(new QueuedWrites(queue)).Options;
    }

    public override Provider Provider => Provider.Sqlite;

    public override LedgerTables Tables { get; }

    public override SqlDialect Dialect { get; } = new SqliteDialect();

    public override TableWriter Writer { get; } = new SqliteTableWriter();

    /// <summary>
    /// Takes a migrated file for reading alone, beside the process that writes it: in WAL mode a reader has the last commit before its statement, and
    /// neither waits for the other.
    /// </summary>
    public static SqliteLedger ForReading(string connectionString, LedgerSchema builtIn) => new(SqliteAddress.ForReading(connectionString), builtIn, fileLock: null);

    /// <summary>Options of a ledger context, for the migrator and the migrations.</summary>
    public static DbContextOptions<LedgerContext> Options(string connectionString) =>
        OptionsOf(sqlite => sqlite.UseSqlite(SqliteAddress.WithForeignKeys(connectionString), settings => settings
            .MigrationsAssembly(typeof(SqliteLedger).Assembly.GetName().Name)
            .MigrationsHistoryTable(LedgerContext.HistoryTable))).Options;

    public override async ValueTask<LedgerConnection> OpenAsync(int tenantId, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return new SqliteReading(connection, tenantId);
    }

    public override async ValueTask<LedgerTransaction> BeginAsync(int tenantId, CancellationToken cancellationToken)
    {
        await queue.EnterAsync(cancellationToken);
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            var transaction = connection.BeginTransaction(deferred: false);

            // A batch may hold the rows of a table in any order.
            await using var command = new SqliteCommand("PRAGMA defer_foreign_keys = ON", connection, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new SqliteWriting(connection, transaction, queue, tenantId);
        }
        catch
        {
            await connection.DisposeAsync();
            queue.Leave();
            throw;
        }
    }

    // Whoever waits in the queue has the file for itself; what is left is another process, or a writer that goes round the queue.
    public override bool IsRace(DbException failure) =>
        failure is SqliteException { SqliteErrorCode: Busy or Locked } or SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    public override bool IsOverflow(DbException failure) => failure is SqliteException { SqliteErrorCode: SqliteFunctions.Error }
        && failure.Message.Contains(SqliteFunctions.Overflow, StringComparison.Ordinal);

    // SQLite counts how many rows a value has on average. For a value that many have its plan is then worse than without (infra/decisions/statistics.md).
    public override Task RefreshStatisticsAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override LedgerContext CreateContext(int tenantId)
    {
        var context = new LedgerContext(options, tenantId);

        // Single statements too begin IMMEDIATE and wait their turn.
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        return context;
    }

    public override LedgerContext CreateContext(LedgerTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var writing = (SqliteWriting)transaction;
        var context = new LedgerContext(OptionsOf(sqlite => sqlite.UseSqlite(writing.Connection)).Options, writing.TenantId);
        context.Database.UseTransaction(writing.Transaction);
        return context;
    }

    public override ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        fileLock?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static LedgerTables TablesOf(LedgerSchema builtIn)
    {
        using var context = new LedgerContext(Options("Data Source=:memory:"), tenantId: 0);
        return new LedgerTables(context.Model, builtIn);
    }

    private static DbContextOptionsBuilder<LedgerContext> OptionsOf(Action<DbContextOptionsBuilder<LedgerContext>> use)
    {
        var builder = new DbContextOptionsBuilder<LedgerContext>();
        use(builder);
        return builder.ReplaceService<IModelCustomizer, SqliteModelCustomizer>();
    }
}
