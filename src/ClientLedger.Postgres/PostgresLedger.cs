using System.Data.Common;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace ClientLedger.Postgres;

/// <summary>The ledger on PostgreSQL, under the app's role, which row-level security holds to one tenant at a time.</summary>
public sealed class PostgresLedger : LedgerDatabase
{
    /// <summary>Statements that each connection keeps prepared, where the connection string doesn't say: the gates have a few dozen shapes.</summary>
    private const int MostPrepared = 200;

    /// <summary>Bytes that a reading connection takes at once: a page of an answer comes in one go.</summary>
    private const int ReadBuffer = 32 << 10;

    /// <summary>How long a read counts among those that work at once: far longer than reading a page takes.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    private readonly NpgsqlDataSource source;

    /// <summary>Reads say whose they are within their own transaction (<see cref="PostgresReading"/>): their connections have nothing to be reset.</summary>
    private readonly NpgsqlDataSource reading;

    private readonly ReadingTurns turns;
    private readonly KeptConnections kept;
    private readonly DbContextOptions<LedgerContext> options;

    /// <summary>Takes a migrated database. No connection is opened yet.</summary>
    /// <param name="readsAtOnce">How many short reads this process has the database work on at once; null for twice as many as the machine has processors, at least 4.</param>
    /// <exception cref="RefusedException">The connection string would let a tenant's setting outlive its use.</exception>
    public PostgresLedger(string connectionString, LedgerSchema builtIn, int? readsAtOnce = null)
    {
        var address = new NpgsqlConnectionStringBuilder(connectionString);
        if (address.NoResetOnClose)
        {
            throw new RefusedException(Refusal.Of(StorageMessages.ResetNeeded));
        }

        if (address.MaxAutoPrepare == 0)
        {
            address.MaxAutoPrepare = MostPrepared;
        }

        Tables = TablesOf(builtIn);
        source = NpgsqlDataSource.Create(address);
        reading = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address.ConnectionString) { NoResetOnClose = true, ReadBufferSize = ReadBuffer });
        var atOnce = readsAtOnce ?? Math.Max(4, 2 * Environment.ProcessorCount);
        turns = new ReadingTurns(atOnce, Moment, TimeProvider.System);
        kept = new KeptConnections(reading, atOnce);
        options = OptionsOf(postgres => postgres.UseNpgsql(source)).AddInterceptors(new PostgresTenant.OnOpening()).Options;
    }

    public override Provider Provider => Provider.Postgres;

    public override LedgerTables Tables { get; }

    public override SqlDialect Dialect { get; } = new PostgresDialect();

    public override TableWriter Writer { get; } = new PostgresTableWriter();

    /// <summary>Options of a ledger context, for the migrator and the migrations.</summary>
    public static DbContextOptions<LedgerContext> Options(string connectionString) =>
        OptionsOf(postgres => postgres.UseNpgsql(connectionString, settings => settings
            .MigrationsAssembly(typeof(PostgresLedger).Assembly.GetName().Name)
            .MigrationsHistoryTable(LedgerContext.HistoryTable))).Options;

    public override async ValueTask<LedgerConnection> OpenAsync(int tenantId, CancellationToken cancellationToken)
    {
        var turn = await turns.TakeAsync(cancellationToken);
        try
        {
            return new PostgresReading(await kept.TakeAsync(cancellationToken), tenantId, kept, turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>In one go: each statement follows one that says whose it is.</summary>
    public override async Task<IReadOnlyDictionary<int, long>> NumbersAsync(IReadOnlyList<int> tenants, Func<int, SqlStatement> statement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        ArgumentNullException.ThrowIfNull(statement);

        // Taken from those that are kept too: where they are all that the pool may have, none else would ever be free.
        var connection = await kept.TakeAsync(cancellationToken);
        try
        {
            return await NumbersAsync(connection, tenants, statement, cancellationToken);
        }
        finally
        {
            await kept.GiveBackAsync(connection);
        }
    }

    public override async ValueTask<LedgerTransaction> BeginAsync(int tenantId, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await PostgresTenant.SetAsync(connection, transaction, tenantId, cancellationToken);
            return new PostgresWriting(connection, transaction, tenantId);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override bool IsRace(DbException failure) => failure is PostgresException
    {
        SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.UniqueViolation,
    };

    public override bool IsOverflow(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.NumericValueOutOfRange };

    public override async Task RefreshStatisticsAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"SELECT {PostgresStatistics.Function}()");
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override Task RelayAsync(TimeProvider clock, CancellationToken cancellationToken) => new PostgresBell(source, Bell, clock).RunAsync(cancellationToken);

    public override LedgerContext CreateContext(int tenantId) => new(options, tenantId);

    public override LedgerContext CreateContext(LedgerTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var writing = (PostgresWriting)transaction;
        var context = new LedgerContext(OptionsOf(postgres => postgres.UseNpgsql(writing.Connection)).Options, writing.TenantId);
        context.Database.UseTransaction(writing.Transaction);
        return context;
    }

    public override async ValueTask DisposeAsync()
    {
        turns.Dispose();
        await kept.DisposeAsync();
        await reading.DisposeAsync();
        await source.DisposeAsync();
    }

    private static async Task<Dictionary<int, long>> NumbersAsync(
        NpgsqlConnection connection, IReadOnlyList<int> tenants, Func<int, SqlStatement> statement, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var tenant in tenants)
        {
            PostgresReading.Add(batch, tenant, statement(tenant));
        }

        var numbers = new Dictionary<int, long>();
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var tenant in tenants)
        {
            await reader.NextResultAsync(cancellationToken);
            if (await reader.ReadAsync(cancellationToken))
            {
                numbers.Add(tenant, reader.GetInt64(0));
            }

            await reader.NextResultAsync(cancellationToken);
        }

        return numbers;
    }

    private static LedgerTables TablesOf(LedgerSchema builtIn)
    {
        using var context = new LedgerContext(Options("Host=localhost"), tenantId: 0);
        return new LedgerTables(context.Model, builtIn);
    }

    private static DbContextOptionsBuilder<LedgerContext> OptionsOf(Action<DbContextOptionsBuilder<LedgerContext>> use)
    {
        var builder = new DbContextOptionsBuilder<LedgerContext>();
        use(builder);
        return builder
            .ReplaceService<IModelCustomizer, PostgresModelCustomizer>()
            .ReplaceService<IMigrationsSqlGenerator, PostgresFenceGenerator>();
    }
}
