using System.Data.Common;
using ClientLedger.Reading.Sql;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Storage;

/// <summary>The database engines that ClientLedger runs on.</summary>
public enum Provider
{
    Sqlite,
    Postgres,
    SqlServer,
}

/// <summary>
/// One ledger database (a shard) under its app connection string, which owns nothing. Every way in names the tenant, so that the database's
/// row-level security is set before the first statement.
/// </summary>
public abstract class LedgerDatabase : IAsyncDisposable
{
    public abstract Provider Provider { get; }

    /// <summary>Tables and columns as this provider's model names them.</summary>
    public abstract LedgerTables Tables { get; }

    /// <summary>How the provider writes a query.</summary>
    public abstract SqlDialect Dialect { get; }

    /// <summary>How the provider writes rows.</summary>
    public abstract TableWriter Writer { get; }

    /// <summary>Wakes those who follow the logs that lie here.</summary>
    public LogBell Bell { get; } = new();

    /// <summary>
    /// Carries the bell between this node and others until cancelled. Where the database can't call nodes, those logs that somebody follows here are looked
    /// at four times a second.
    /// </summary>
    public virtual Task RelayAsync(TimeProvider clock, CancellationToken cancellationToken) => LogPoll.RunAsync(this, clock, cancellationToken);

    /// <summary>Opens a tenant's ledger for reading.</summary>
    public abstract ValueTask<LedgerConnection> OpenAsync(int tenantId, CancellationToken cancellationToken);

    /// <summary>Reads one number from the ledgers of several tenants, each within its own.</summary>
    /// <param name="statement">What is asked of a tenant's ledger.</param>
    /// <returns>The numbers of those that have one.</returns>
    public virtual async Task<IReadOnlyDictionary<int, long>> NumbersAsync(IReadOnlyList<int> tenants, Func<int, SqlStatement> statement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenants);
        ArgumentNullException.ThrowIfNull(statement);
        var numbers = new Dictionary<int, long>();
        foreach (var tenant in tenants)
        {
            await using var connection = await OpenAsync(tenant, cancellationToken);
            await using var reader = await connection.QueryAsync(statement(tenant), cancellationToken);
            if (await reader.ReadAsync(cancellationToken))
            {
                numbers.Add(tenant, reader.GetInt64(0));
            }
        }

        return numbers;
    }

    /// <summary>Begins a write transaction on a tenant's ledger. On SQLite it waits its turn in the file's queue.</summary>
    public abstract ValueTask<LedgerTransaction> BeginAsync(int tenantId, CancellationToken cancellationToken);

    /// <summary>
    /// The statement lost against another transaction (a deadlock, a serialization failure, a unique index that another writer filled first),
    /// so that the same work done anew may succeed.
    /// </summary>
    public abstract bool IsRace(DbException failure);

    /// <summary>A number that the statement works out, a sum, doesn't fit into 64 bits.</summary>
    public abstract bool IsOverflow(DbException failure);

    /// <summary>
    /// Lets a database that plans by how values are spread count them anew, in all tenants' tables. To be called after many rows were written at once, an
    /// import's: it would find out by itself only minutes later, and until then plan as if the new records weren't there.
    /// </summary>
    public abstract Task RefreshStatisticsAsync(CancellationToken cancellationToken);

    /// <summary>A context of the tenant for tables that aren't records, on a connection of its own.</summary>
    public abstract LedgerContext CreateContext(int tenantId);

    /// <summary>A context of the transaction's tenant that works inside the transaction.</summary>
    public abstract LedgerContext CreateContext(LedgerTransaction transaction);

    /// <summary>Closes its connections. What was opened from it must have been disposed of.</summary>
    public abstract ValueTask DisposeAsync();
}

/// <summary>A connection that belongs to one tenant until it is disposed.</summary>
public abstract class LedgerConnection : IAsyncDisposable
{
    public abstract int TenantId { get; }

    /// <summary>Runs a query. The reader stands before its first row; its connection lives until the reader is disposed.</summary>
    public abstract Task<DbDataReader> QueryAsync(SqlStatement statement, CancellationToken cancellationToken);

    /// <summary>Runs queries of which none waits for another's answer: together, where the provider can.</summary>
    /// <param name="read">Is given the number of each query and its rows, one after the other in their order.</param>
    public virtual async Task QueryEachAsync(IReadOnlyList<SqlStatement> statements, Func<int, DbDataReader, Task> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(read);
        for (var number = 0; number < statements.Count; number++)
        {
            await using var reader = await QueryAsync(statements[number], cancellationToken);
            await read(number, reader);
        }
    }

    /// <summary>Runs a statement and tells how many rows it touched.</summary>
    public abstract Task<int> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}

/// <summary>A write transaction; disposed without a commit, it leaves nothing behind.</summary>
public abstract class LedgerTransaction : LedgerConnection
{
    /// <summary>The provider's own transaction, for its <see cref="TableWriter"/>.</summary>
    public abstract DbTransaction Transaction { get; }

    public abstract Task CommitAsync(CancellationToken cancellationToken);
}
