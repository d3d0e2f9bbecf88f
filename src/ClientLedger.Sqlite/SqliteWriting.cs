using System.Data.Common;
using ClientLedger.Storage;
using Microsoft.Data.Sqlite;

namespace ClientLedger.Sqlite;

/// <summary>A write transaction, which has the file for itself until it is disposed of.</summary>
internal sealed class SqliteWriting(SqliteConnection connection, SqliteTransaction transaction, WriteQueue queue, int tenantId) : LedgerTransaction
{
    private bool left;

    public override int TenantId { get; } = tenantId;

    public override DbTransaction Transaction => transaction;

    public SqliteConnection Connection => connection;

    public override Task<DbDataReader> QueryAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        connection.QueryAsync(transaction, statement, cancellationToken);

    public override Task<int> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(transaction, statement, cancellationToken);

    public override async Task CommitAsync(CancellationToken cancellationToken)
    {
        await transaction.CommitAsync(cancellationToken);
        Leave();
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await using (connection)
            {
                await transaction.DisposeAsync();
            }
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        if (!left)
        {
            left = true;
            queue.Leave();
        }
    }
}
