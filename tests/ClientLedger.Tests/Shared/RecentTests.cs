using ClientLedger.Shared;
using ClientLedger.TestKit;
using Microsoft.Extensions.Options;

namespace ClientLedger.Tests.Shared;

/// <summary>What many ask within a moment is read once, and never after something was changed.</summary>
public sealed class RecentTests
{
    private readonly FixedClock clock = new();
    private readonly List<string> asked = [];

    [Fact]
    public async Task An_answer_holds_for_its_time_and_no_longer()
    {
        var answers = Of(milliseconds: 60_000);
        Assert.Equal((1, 1), (await answers.GetAsync("acme", () => Task.FromResult(1)), await answers.GetAsync("acme", () => Task.FromResult(2))));
        Assert.Equal(3, await answers.GetAsync("globex", () => Task.FromResult(3)));
        clock.Advance(TimeSpan.FromMilliseconds(59_999));
        Assert.Equal(1, await answers.GetAsync("acme", () => Task.FromResult(4)));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(5, await answers.GetAsync("acme", () => Task.FromResult(5)));
    }

    [Fact]
    public async Task Its_time_begins_before_it_is_read()
    {
        var answers = Of(milliseconds: 60_000);
        await answers.GetAsync("acme", () =>
        {
            clock.Advance(TimeSpan.FromSeconds(59));
            return Task.FromResult(1);
        });
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await answers.GetAsync("acme", () => Task.FromResult(2)));
    }

    [Fact]
    public async Task What_was_being_read_while_something_changed_is_good_for_this_once()
    {
        var answers = Of(milliseconds: 60_000);
        var read = new TaskCompletionSource<int>();
        var first = answers.GetAsync("acme", () => read.Task);
        answers.Forget();
        read.SetResult(1);
        Assert.Equal(1, await first);
        Assert.Equal(2, await answers.GetAsync("acme", () => Task.FromResult(2)));
        answers.Forget();
        Assert.Equal(3, await answers.GetAsync("acme", () => Task.FromResult(3)));
        Assert.Equal(4, await answers.GetAsync("globex", () => Task.FromResult(4)));
        answers.Forget("acme");
        Assert.Equal((5, 4), (await answers.GetAsync("acme", () => Task.FromResult(5)), await answers.GetAsync("globex", () => Task.FromResult(6))));
    }

    [Fact]
    public async Task What_was_not_there_is_asked_for_each_time()
    {
        var answers = new Recent<string, string?>(Options.Create(new FreshnessOptions { Milliseconds = 60_000 }), clock, _ => throw new InvalidOperationException("Nothing is in use."));
        Assert.Null(await answers.GetAsync("acme", () => Task.FromResult<string?>(null)));
        Assert.Equal("made", await answers.GetAsync("acme", () => Task.FromResult<string?>("made")));
    }

    [Fact]
    public async Task Without_a_time_everything_is_read()
    {
        var answers = Of(milliseconds: 0);
        Assert.Equal((1, 2), (await answers.GetAsync("acme", () => Task.FromResult(1)), await answers.GetAsync("acme", () => Task.FromResult(2))));
    }

    [Fact]
    public async Task When_the_time_of_one_is_over_all_that_are_in_use_are_read_together()
    {
        var answers = Of(milliseconds: 60_000, keys => Task.FromResult<IReadOnlyDictionary<string, int>>(keys.ToDictionary(key => key, key => key.Length)));
        foreach (var key in new[] { "acme", "acme", "globex", "globex", "initech" })
        {
            await answers.GetAsync(key, () => Task.FromResult(1));
        }

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((4, 6), (await answers.GetAsync("acme", Never), await answers.GetAsync("globex", Never)));

        // Nobody had asked for it a second time.
        Assert.Equal(2, await answers.GetAsync("initech", () => Task.FromResult(2)));
        Assert.Equal(["acme, globex"], asked);
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_reads_and_what_it_does_not_find_is_asked_by_itself()
    {
        var read = new TaskCompletionSource<IReadOnlyDictionary<string, int>>();
        var answers = Of(milliseconds: 60_000, _ => read.Task);
        foreach (var key in new[] { "acme", "acme", "globex", "globex" })
        {
            await answers.GetAsync(key, () => Task.FromResult(1));
        }

        clock.Advance(TimeSpan.FromMinutes(1));
        var waiting = Enumerable.Range(0, 5).Select(_ => answers.GetAsync("acme", Never).AsTask()).Append(answers.GetAsync("globex", () => Task.FromResult(9)).AsTask()).ToList();
        Assert.DoesNotContain(waiting, task => task.IsCompleted);
        read.SetResult(new Dictionary<string, int> { ["acme"] = 2 });
        Assert.Equal(new[] { 2, 2, 2, 2, 2, 9 }, await Task.WhenAll(waiting));
        Assert.Equal(["acme, globex"], asked);
    }

    [Fact]
    public async Task Who_asks_after_a_change_does_not_wait_for_a_reading_from_before_it()
    {
        var read = new TaskCompletionSource<IReadOnlyDictionary<string, int>>();
        var answers = Of(milliseconds: 60_000, _ => read.Task);
        await answers.GetAsync("acme", () => Task.FromResult(1));
        await answers.GetAsync("acme", Never);
        clock.Advance(TimeSpan.FromMinutes(1));
        var waiting = answers.GetAsync("acme", Never);
        answers.Forget();
        Assert.Equal(3, await answers.GetAsync("acme", () => Task.FromResult(3)));
        read.SetResult(new Dictionary<string, int> { ["acme"] = 2 });
        Assert.Equal((2, 3), (await waiting, await answers.GetAsync("acme", Never)));
    }

    [Fact]
    public async Task A_reading_that_fails_is_tried_anew()
    {
        var isDown = true;
        var answers = Of(milliseconds: 60_000, keys => isDown ? throw new TimeoutException() : Task.FromResult<IReadOnlyDictionary<string, int>>(keys.ToDictionary(key => key, _ => 2)));
        await answers.GetAsync("acme", () => Task.FromResult(1));
        await answers.GetAsync("acme", Never);
        clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<TimeoutException>(() => answers.GetAsync("acme", Never).AsTask());
        isDown = false;
        Assert.Equal(2, await answers.GetAsync("acme", Never));
    }

    private static Task<int> Never() => throw new InvalidOperationException("It was asked for by itself.");

    private Recent<string, int> Of(int milliseconds, Func<IReadOnlyCollection<string>, Task<IReadOnlyDictionary<string, int>>>? askAgain = null) =>
        new(Options.Create(new FreshnessOptions { Milliseconds = milliseconds }), clock, keys =>
        {
            asked.Add(string.Join(", ", keys.Order(StringComparer.Ordinal)));
            return askAgain?.Invoke(keys) ?? Task.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int>());
        });
}
