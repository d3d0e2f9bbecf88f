namespace ClientLedger.Postgres;

/// <summary>
/// Lets only so many short reads at a time have the database. Each connection is a process of PostgreSQL's, with plans and descriptions of tables of its own:
/// where many more of them work than there are processors, each finds what it knows gone from the processor's memory, and a read costs up to twice as much
/// (infra/decisions/api.md). What takes longer than a moment doesn't count any more: neither long reads nor reads within reads keep others waiting for longer.
/// </summary>
/// <param name="most">How many reads have a turn at once.</param>
/// <param name="moment">How long a turn counts.</param>
/// <param name="clock">The clock that turns are timed by.</param>
internal sealed class ReadingTurns(int most, TimeSpan moment, TimeProvider clock) : IDisposable
{
    private readonly Lock gate = new();

    /// <summary>The turns that count, the oldest first.</summary>
    private readonly LinkedList<long> counted = [];
    private readonly Queue<TaskCompletionSource<Turn>> waiting = new();
    private ITimer? timer;

    /// <summary>Takes a turn, once there is one.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled meanwhile.</exception>
    public ValueTask<Turn> TakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource<Turn> waiter;
        lock (gate)
        {
            if (counted.Count < most)
            {
                return ValueTask.FromResult(Begin());
            }

            waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(waiter);
            if (waiting.Count == 1)
            {
                LookLater();
            }
        }

        return WaitAsync(waiter, cancellationToken);
    }

    public void Dispose()
    {
        lock (gate)
        {
            timer?.Dispose();
        }
    }

    private static async ValueTask<Turn> WaitAsync(TaskCompletionSource<Turn> waiter, CancellationToken cancellationToken)
    {
        // Who gives up stays in the queue until it is his turn, and is passed over then.
        await using (cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource<Turn>)state!).TrySetCanceled(token), waiter))
        {
            return await waiter.Task;
        }
    }

    private Turn Begin() => new(this, counted.AddLast(clock.GetTimestamp()));

    private void End(LinkedListNode<long> turn)
    {
        lock (gate)
        {
            // One that took long has left the list already.
            if (turn.List is not null)
            {
                counted.Remove(turn);
                Admit();
            }
        }
    }

    private void Admit()
    {
        while (counted.Count < most && waiting.TryDequeue(out var waiter))
        {
            var turn = Begin();
            if (!waiter.TrySetResult(turn))
            {
                counted.RemoveLast();
            }
        }
    }

    /// <summary>Looks for turns that take long, and goes on as long as somebody waits.</summary>
    private void Look()
    {
        lock (gate)
        {
            while (counted.First is { } oldest && clock.GetElapsedTime(oldest.Value) >= moment)
            {
                counted.Remove(oldest);
            }

            Admit();
            if (waiting.Count > 0)
            {
                LookLater();
            }
        }
    }

    /// <summary>The oldest turn is the next that can have taken long.</summary>
    private void LookLater()
    {
        timer ??= clock.CreateTimer(static turns => ((ReadingTurns)turns!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var left = moment - clock.GetElapsedTime(counted.First!.Value);
        timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A read's turn, until it is disposed of.</summary>
    public readonly struct Turn(ReadingTurns turns, LinkedListNode<long> node) : IDisposable
    {
        public void Dispose() => turns.End(node);
    }
}
