using ClientLedger.Shared;
using ClientLedger.TestKit;
using Microsoft.Extensions.Options;

namespace ClientLedger.Tests.Shared;

/// <summary>What many ask within a moment is read once, and never after something was changed.</summary>
public sealed class RecentTests
{
    private readonly FixedClock clock = new();

    [Fact]
    public async Task An_answer_holds_for_its_time_and_no_longer()
    {
        using var answers = Of(milliseconds: 60_000);
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
        using var answers = Of(milliseconds: 60_000);
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
        using var answers = Of(milliseconds: 60_000);
        var read = new TaskCompletionSource<int>();
        var asked = answers.GetAsync("acme", () => read.Task);
        answers.Forget();
        read.SetResult(1);
        Assert.Equal(1, await asked);
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
        using var answers = new Recent<string, string?>(Options.Create(new FreshnessOptions { Milliseconds = 60_000 }), clock);
        Assert.Null(await answers.GetAsync("acme", () => Task.FromResult<string?>(null)));
        Assert.Equal("made", await answers.GetAsync("acme", () => Task.FromResult<string?>("made")));
    }

    [Fact]
    public async Task Without_a_time_everything_is_read()
    {
        using var answers = Of(milliseconds: 0);
        Assert.Equal((1, 2), (await answers.GetAsync("acme", () => Task.FromResult(1)), await answers.GetAsync("acme", () => Task.FromResult(2))));
    }

    private Recent<string, int> Of(int milliseconds) => new(Options.Create(new FreshnessOptions { Milliseconds = milliseconds }), clock);
}
