using ClientLedger.TestKit;

namespace ClientLedger.Tests.TestKit;

public sealed class FixedClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Stands_still_until_it_is_moved()
    {
        var clock = new FixedClock(Start);
        Assert.Equal(clock.GetUtcNow(), clock.GetUtcNow());

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Start.AddHours(1), clock.GetUtcNow());
        clock.Set(Start);
        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public void Timers_ring_at_their_times_while_the_clock_moves()
    {
        var clock = new FixedClock(Start);
        var rung = new List<(string Name, DateTimeOffset At)>();
        void Ring(object? name) => rung.Add(((string)name!, clock.GetUtcNow()));
        using var every = clock.CreateTimer(Ring, "every", TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2));
        using var once = clock.CreateTimer(Ring, "once", TimeSpan.FromMinutes(3), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal([("every", Start.AddMinutes(2)), ("once", Start.AddMinutes(3)), ("every", Start.AddMinutes(4))], rung);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_passes_it()
    {
        var clock = new FixedClock(Start);
        Assert.Equal(0, clock.Waiting);
        var delay = Task.Delay(TimeSpan.FromDays(1), clock);
        Assert.Equal((false, 1), (delay.IsCompleted, clock.Waiting));

        clock.Advance(TimeSpan.FromDays(1));
        await delay;
        Assert.Equal((Start.AddDays(1), 0), (clock.GetUtcNow(), clock.Waiting));
    }
}
