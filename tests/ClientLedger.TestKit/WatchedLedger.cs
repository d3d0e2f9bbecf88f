using System.Data.Common;
using ClientLedger.Storage;

namespace ClientLedger.TestKit;

/// <summary>A statement that the read gate sent, without its values, and the rows that were read of its answer.</summary>
public sealed class WatchedStatement(string text)
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>Rows that were read; of a statement that changes rows, those it touched.</summary>
    public int Rows { get; internal set; }

    /// <summary>Rows and text.</summary>
    public override string ToString() => $"{Rows} rows: {Text}";
}

/// <summary>
/// A ledger database that remembers what was read of it and how many rows each answer had, whatever the provider; what a write transaction does isn't watched. A
/// test may also put a fault in: another statement in the place of the gate's.
/// </summary>
public sealed class WatchedLedger(LedgerDatabase database) : ForwardedLedger(database)
{
    private readonly List<WatchedStatement> statements = [];

    /// <summary>What was asked since <see cref="Forget"/>, in its order.</summary>
    public IReadOnlyList<WatchedStatement> Statements => statements;

    /// <summary>What is sent in the place of a statement.</summary>
    public Func<SqlStatement, SqlStatement> Alter { get; set; } = static statement => statement;

    /// <summary>Forgets what was asked.</summary>
    public void Forget() => statements.Clear();

    public override async ValueTask<LedgerConnection> OpenAsync(int tenantId, CancellationToken cancellationToken) =>
        new Reading(await base.OpenAsync(tenantId, cancellationToken), this);

    private async Task<DbDataReader> QueryAsync(LedgerConnection connection, SqlStatement statement, CancellationToken cancellationToken)
    {
        var watched = new WatchedStatement(statement.Text);
        statements.Add(watched);
        return new CountedReader(await connection.QueryAsync(Alter(statement), cancellationToken), watched);
    }

    private async Task<int> ExecuteAsync(LedgerConnection connection, SqlStatement statement, CancellationToken cancellationToken)
    {
        var watched = new WatchedStatement(statement.Text);
        statements.Add(watched);
        return watched.Rows = await connection.ExecuteAsync(Alter(statement), cancellationToken);
    }

    private sealed class Reading(LedgerConnection own, WatchedLedger watch) : LedgerConnection
    {
        public override int TenantId => own.TenantId;

        public override Task<DbDataReader> QueryAsync(SqlStatement statement, CancellationToken cancellationToken) => watch.QueryAsync(own, statement, cancellationToken);

        public override Task<int> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken) => watch.ExecuteAsync(own, statement, cancellationToken);

        public override ValueTask DisposeAsync() => own.DisposeAsync();
    }
}
