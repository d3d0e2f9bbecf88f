using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClientLedger.Sqlite;

/// <summary>Lets a context that saves outside a ledger transaction wait in the file's write queue like everybody else.</summary>
internal sealed class QueuedSaving(WriteQueue queue) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Call SaveChangesAsync: a write waits its turn in the file's queue.");

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await queue.EnterAsync(cancellationToken);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        queue.Leave();
        return ValueTask.FromResult(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        queue.Leave();
        return Task.CompletedTask;
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        queue.Leave();
        return Task.CompletedTask;
    }
}
