using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClientLedger.Sqlite;

/// <summary>
/// Lets the contexts of a file wait in its write queue like everybody else: for each transaction, and for each statement that writes without one. A
/// context whose turn it is keeps it until its transaction ends; one that was given up ends with its connection.
/// </summary>
internal sealed class QueuedWrites(WriteQueue queue) : IDbTransactionInterceptor, IDbCommandInterceptor, IDbConnectionInterceptor
{
    /// <summary>Connections whose turn it is.</summary>
    private readonly ConcurrentDictionary<Guid, bool> inside = new();

    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Enter(eventData.ConnectionId);
        return result;
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        await EnterAsync(eventData.ConnectionId, cancellationToken);
        return result;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Leave(eventData.ConnectionId);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        LeaveAsync(eventData.ConnectionId);

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Leave(eventData.ConnectionId);

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        LeaveAsync(eventData.ConnectionId);

    public InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (command.Transaction is null)
        {
            Enter(eventData.ConnectionId);
        }

        return result;
    }

    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            await EnterAsync(eventData.ConnectionId, cancellationToken);
        }

        return result;
    }

    public int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Done(command, eventData);
        return result;
    }

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Done(command, eventData);
        return ValueTask.FromResult(result);
    }

    public void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Done(command, eventData);

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Done(command, eventData);
        return Task.CompletedTask;
    }

    public void CommandCanceled(DbCommand command, CommandEndEventData eventData) => Done(command, eventData);

    public Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Done(command, eventData);
        return Task.CompletedTask;
    }

    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Leave(eventData.ConnectionId);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData) => LeaveAsync(eventData.ConnectionId);

    private void Enter(Guid connection)
    {
        if (!inside.ContainsKey(connection))
        {
            queue.Enter();
            inside[connection] = true;
        }
    }

    private async Task EnterAsync(Guid connection, CancellationToken cancellationToken)
    {
        if (!inside.ContainsKey(connection))
        {
            await queue.EnterAsync(cancellationToken);
            inside[connection] = true;
        }
    }

    /// <summary>A statement of a transaction keeps the transaction's turn.</summary>
    private void Done(DbCommand command, CommandEventData eventData)
    {
        if (command.Transaction is null)
        {
            Leave(eventData.ConnectionId);
        }
    }

    private Task LeaveAsync(Guid connection)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    private void Leave(Guid connection)
    {
        if (inside.TryRemove(connection, out _))
        {
            queue.Leave();
        }
    }
}
