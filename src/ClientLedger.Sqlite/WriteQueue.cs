using System.Collections.Concurrent;

namespace ClientLedger.Sqlite;

/// <summary>
/// Who may write a file: one at a time, first in, first out. SQLite itself lets waiting writers race, so that a short write beside an import
/// could wait for seconds.
/// </summary>
internal sealed class WriteQueue
{
    private static readonly ConcurrentDictionary<string, WriteQueue> ByFile = new(StringComparer.Ordinal);

    private readonly Lock gate = new();
    private readonly LinkedList<TaskCompletionSource> waiting = new();
    private bool taken;

    private WriteQueue()
    {
    }

    /// <summary>The queue of a file; the path is absolute.</summary>
    public static WriteQueue Of(string file) => ByFile.GetOrAdd(file, static _ => new WriteQueue());

    /// <summary>Waits its turn on the caller's thread, for interfaces that know no other way.</summary>
    public void Enter()
    {
        using var turn = new ManualResetEventSlim();
        var entered = EnterAsync(CancellationToken.None);
        if (!entered.IsCompleted)
        {
            _ = entered.ContinueWith(_ => turn.Set(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            turn.Wait();
        }
    }

    /// <summary>Waits its turn. Whoever comes back without an exception must leave.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var place = new LinkedListNode<TaskCompletionSource>(new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            if (!taken)
            {
                taken = true;
                return;
            }

            waiting.AddLast(place);
        }

        await using (cancellationToken.UnsafeRegister(_ => GiveUp(place, cancellationToken), null))
        {
            await place.Value.Task;
        }
    }

    /// <summary>Hands the file to the next.</summary>
    public void Leave()
    {
        lock (gate)
        {
            if (waiting.First is { } next)
            {
                waiting.RemoveFirst();
                next.Value.SetResult();
            }
            else
            {
                taken = false;
            }
        }
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (place.List is not null)
            {
                waiting.Remove(place);
                place.Value.SetCanceled(cancellationToken);
            }
        }
    }
}
