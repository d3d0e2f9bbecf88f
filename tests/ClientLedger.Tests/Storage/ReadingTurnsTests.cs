using ClientLedger.Postgres;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Storage;

public sealed class ReadingTurnsTests : IDisposable
{
    private static readonly CancellationToken Unhurried = CancellationToken.None;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    private readonly FixedClock clock = new();
    private readonly ReadingTurns turns;

    public ReadingTurnsTests() => turns = new ReadingTurns(2, Moment, clock);

    public void Dispose() => turns.Dispose();

    [Fact]
    public async Task Who_comes_when_all_have_turns_waits_until_one_ends_in_the_order_of_coming()
    {
        var first = await turns.TakeAsync(Unhurried);
        var second = await turns.TakeAsync(Unhurried);
        var third = turns.TakeAsync(Unhurried).AsTask();
        var fourth = turns.TakeAsync(Unhurried).AsTask();
        Assert.False(third.IsCompleted || fourth.IsCompleted);
        first.Dispose();
        var its = await third.WaitAsync(Unhurried);
        Assert.False(fourth.IsCompleted);
        its.Dispose();
        second.Dispose();
        (await fourth.WaitAsync(Unhurried)).Dispose();
        using var last = await turns.TakeAsync(Unhurried);
    }

    /// <summary>A read within a read would wait for ever otherwise.</summary>
    [Fact]
    public async Task A_turn_that_takes_long_makes_room_once_however_late_it_ends()
    {
        var @long = await turns.TakeAsync(Unhurried);
        clock.Advance(Moment / 2);
        using var later = await turns.TakeAsync(Unhurried);
        var third = turns.TakeAsync(Unhurried).AsTask();
        var fourth = turns.TakeAsync(Unhurried).AsTask();
        clock.Advance(Moment / 2);
        using var its = await third.WaitAsync(Unhurried);
        Assert.False(fourth.IsCompleted);
        @long.Dispose();
        Assert.False(fourth.IsCompleted);
        clock.Advance(Moment / 2);
        (await fourth.WaitAsync(Unhurried)).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_takes_nobodys_turn()
    {
        var first = await turns.TakeAsync(Unhurried);
        using var second = await turns.TakeAsync(Unhurried);
        using var impatience = new CancellationTokenSource();
        var givenUp = turns.TakeAsync(impatience.Token).AsTask();
        var patient = turns.TakeAsync(Unhurried).AsTask();
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        first.Dispose();
        (await patient.WaitAsync(Unhurried)).Dispose();
        using var one = await turns.TakeAsync(Unhurried);
        Assert.False(turns.TakeAsync(Unhurried).AsTask().IsCompleted);
    }

    [Fact]
    public async Task Many_at_once_all_have_their_turn_and_never_more_than_may()
    {
        using var busy = new ReadingTurns(3, TimeSpan.FromHours(1), TimeProvider.System);
        var (now, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(_ => Task.Run(async () =>
        {
            using var turn = await busy.TakeAsync(Unhurried);
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            await Task.Yield();
            Interlocked.Decrement(ref now);
        })));
        Assert.Equal(0, now);
        Assert.InRange(most, 1, 3);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var known = Volatile.Read(ref most); value > known;)
        {
            var before = Interlocked.CompareExchange(ref most, value, known);
            if (before == known)
            {
                return;
            }

            known = before;
        }
    }
}
