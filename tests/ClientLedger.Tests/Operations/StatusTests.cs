using System.Net;
using System.Text.Json.Nodes;
using ClientLedger.Jobs;
using ClientLedger.Messages;
using ClientLedger.Operations;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClientLedger.Tests.Operations;

/// <summary>Everybody may know whether the service is up; nobody is told of a tenant, and asking makes nothing work.</summary>
[Collection(HostCollection.Name)]
public sealed class StatusTests
{
    [Fact]
    public async Task It_is_told_to_everybody_in_both_languages_and_to_programs()
    {
        await using var app = await LedgerApp.StartAsync();
        await app.Services.GetRequiredService<StatusBoard>().RefreshAsync(default);
        foreach (var (language, words) in new[] { (Language.English, "Everything works"), (Language.Chinese, "全部正常") })
        {
            foreach (var address in new[] { "/status", "/t/acme/status", "/t/globex/status" })
            {
                var visitor = app.Visit(language);
                Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address)).StatusCode);
                Assert.Contains(words, visitor.Page, StringComparison.Ordinal);
                Assert.DoesNotContain("acme Ltd", visitor.Page, StringComparison.Ordinal);
                Assert.DoesNotContain("globex Ltd", visitor.Page, StringComparison.Ordinal);
            }
        }

        // It leads back to where it was asked for.
        foreach (var (email, tenant, toLedger, toStart) in new[] { (LedgerApp.AnnaEmail, "acme", "Back to the ledger", "Go to the start page"), (LedgerApp.GinaEmail, "globex", "返回台账", "返回首页") })
        {
            var member = await app.SignInAsync(email);
            await member.GetAsync($"/t/{tenant}/status");
            Assert.Matches($"<a class=\"btn\" href=\"/t/{tenant}/\">[^\n]*{toLedger}</a>", member.Page);
            Assert.Equal(HttpStatusCode.OK, (await member.FollowAsync($"/t/{tenant}/")).StatusCode);
            await member.GetAsync("/status");
            Assert.Matches($"<a class=\"btn\" href=\"/\">[^\n]*{toStart}</a>", member.Page);
        }

        var program = app.Visit();
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/status.json")).StatusCode);
        var status = JsonNode.Parse(program.Page)!;
        Assert.Equal("up", (string)status["status"]!);
        Assert.NotEmpty((string)status["version"]!);
        Assert.Equal(["catalog", "jobs", "ledgers"], status["parts"]!.AsArray().Select(part => (string)part!["name"]!));
    }

    [Fact]
    public async Task A_part_that_is_down_is_told_since_when_and_not_why()
    {
        var part = new Part();
        await using var app = await LedgerApp.StartAsync(services => services.AddHealthChecks().AddCheck("mail", part));
        var board = app.Services.GetRequiredService<StatusBoard>();
        part.IsUp = false;
        await board.RefreshAsync(default);
        var down = (await board.ReadAsync(default)).Parts.Single(each => each.Name == "mail");
        foreach (var (language, words) in new[] { (Language.English, "Something doesn&#x27;t work"), (Language.Chinese, "部分服务不可用") })
        {
            var visitor = app.Visit(language);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync("/status")).StatusCode);
            Assert.Contains(words, visitor.Page, StringComparison.Ordinal);
            Assert.DoesNotContain("password", visitor.Page, StringComparison.Ordinal);
        }

        var program = app.Visit();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await program.GetAsync("/status.json")).StatusCode);
        Assert.DoesNotContain("password", program.Page, StringComparison.Ordinal);

        // It keeps saying since when, until it is up again.
        await board.RefreshAsync(default);
        Assert.Equal(down, (await board.ReadAsync(default)).Parts.Single(each => each.Name == "mail"));
        part.IsUp = true;
        await board.RefreshAsync(default);
        Assert.True((await board.ReadAsync(default)).IsUp);
    }

    [Fact]
    public async Task Who_asks_makes_nothing_work_and_what_was_seen_long_ago_counts_for_nothing()
    {
        var (part, clock) = (new Part(), new FixedClock());
        await using var services = new ServiceCollection().AddLogging().AddHealthChecks().AddCheck("mail", part).Services.BuildServiceProvider();
        using var board = new StatusBoard(services.GetRequiredService<HealthCheckService>(), clock);
        for (var i = 0; i < 50; i++)
        {
            Assert.True((await board.ReadAsync(default)).IsUp);
        }

        Assert.Equal(1, part.Asked);
        clock.Advance(TimeSpan.FromSeconds(61));
        var stale = await board.ReadAsync(default);
        Assert.Equal((false, 1), (stale.IsUp, part.Asked));
        await board.RefreshAsync(default);
        Assert.True((await board.ReadAsync(default)).IsUp);
    }

    [Fact]
    public async Task Workers_are_alive_while_they_work_or_ask()
    {
        var clock = new FixedClock();
        var pulse = new JobPulse(clock);
        Assert.True(pulse.IsAlive);
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(pulse.IsAlive);
        Assert.False(await pulse.BeatAsync(() =>
        {
            Assert.True(pulse.IsAlive);
            return Task.FromResult(false);
        }));
        Assert.True(pulse.IsAlive);
        clock.Advance(TimeSpan.FromMinutes(2));

        // Asking alone, when nobody answers, is no sign of life.
        await Assert.ThrowsAsync<IOException>(() => pulse.BeatAsync(() => throw new IOException()));
        Assert.False(pulse.IsAlive);
    }

    private sealed class Part : IHealthCheck
    {
        private int asked;

        public bool IsUp { get; set; } = true;

        public int Asked => asked;

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref asked);
            return Task.FromResult(IsUp ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Its password is 1234."));
        }
    }
}
