using ClientLedger.Access;
using ClientLedger.Api.Limits;
using ClientLedger.GraphQL.Execution.Pricing;
using ClientLedger.Messages;
using ClientLedger.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ClientLedger.Tests.Api;

/// <summary>One caller can't take the ledger from the others.</summary>
public sealed class ApiLimitTests
{
    private static readonly Actor Anna = new(ActorKind.Person, 1, "Anna"), Shop = new(ActorKind.Client, 1, "Shop");

    private readonly FixedClock clock = new();

    [Fact]
    public void Each_caller_of_each_tenant_has_requests_of_its_own_and_hears_when_there_are_more()
    {
        var limit = LimitOf(new() { Burst = 2, PerSecond = 1 });
        foreach (var caller in new[] { Caller.Of(1, Anna), Caller.Of(1, Shop), Caller.Of(2, Anna) })
        {
            var context = new DefaultHttpContext();
            Assert.Null(limit.Take(context, caller));
            Assert.Null(limit.Take(context, caller));
            Assert.False(context.Response.Headers.ContainsKey("Retry-After"));
            Assert.StartsWith("\"requests\";q=2;w=2", context.Response.Headers["RateLimit-Policy"].ToString(), StringComparison.Ordinal);
            Assert.Equal("\"requests\";r=1;t=1,\"requests\";r=0;t=2", context.Response.Headers["RateLimit"].ToString());
        }

        AssertRefused(limit.Take(Fresh(out var refused), Caller.Of(1, Anna)), "api.tooManyRequests", refused, "1");
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(limit.Take(Fresh(out _), Caller.Of(1, Anna)));
    }

    [Fact]
    public void What_operations_cost_is_taken_from_points_that_come_again()
    {
        var limit = LimitOf(new() { CostBurst = 100, CostPerSecond = 10 });
        var (anna, shop, elsewhere) = (Caller.Of(1, Anna), Caller.Of(1, Shop), Caller.Of(2, Anna));
        Assert.Null(limit.Spend(Fresh(out var context), anna, new OperationCost(20, 50)));
        Assert.Equal("\"points\";r=30;t=7", context.Response.Headers["RateLimit"].ToString());
        AssertRefused(limit.Spend(Fresh(out context), anna, new OperationCost(1, 50.5)), "api.pointsSpent", context, "3");

        // What was refused cost nothing, and nobody else has less.
        Assert.Null(limit.Spend(Fresh(out _), anna, new OperationCost(0, 30)));
        Assert.Null(limit.Spend(Fresh(out _), shop, new OperationCost(0, 100)));
        Assert.Null(limit.Spend(Fresh(out _), elsewhere, new OperationCost(100, 0)));
        AssertRefused(limit.Spend(Fresh(out context), anna, default), "api.pointsSpent", context, "1");
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(limit.Spend(Fresh(out _), anna, new OperationCost(0, 50)));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(limit.Spend(Fresh(out _), anna, new OperationCost(0, 100)));
        AssertRefused(limit.Spend(Fresh(out context), anna, new OperationCost(0, 1)), "api.pointsSpent", context, "1");
    }

    [Fact]
    public void What_no_full_bucket_pays_for_is_never_carried_out_and_nobody_is_told_to_wait()
    {
        var refusal = LimitOf(new() { CostBurst = 100 }).Spend(Fresh(out var context), Caller.Of(1, Anna), new OperationCost(50, 51));
        AssertRefused(refusal, "api.tooDear", context, "");
        Assert.Contains("101", refusal!.In(Language.English), StringComparison.Ordinal);
        Assert.Contains("101", refusal.In(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void Buckets_that_are_full_again_are_forgotten()
    {
        var buckets = new CallerBuckets(10, 1, clock);
        for (var person = 0; person < 5_000; person++)
        {
            Assert.True(buckets.Take(new Caller(1, ActorKind.Person, person), 10).IsTaken);
        }

        // None of them is full: none may be forgotten.
        Assert.Equal(5_000, buckets.Count);
        Assert.False(buckets.Take(new Caller(1, ActorKind.Person, 0), 1).IsTaken);
        clock.Advance(TimeSpan.FromSeconds(10));
        for (var person = 0; person < 5_000; person++)
        {
            buckets.Take(new Caller(2, ActorKind.Person, person), 10);
        }

        Assert.Equal(5_000, buckets.Count);
    }

    private ApiLimit LimitOf(ApiLimitOptions options) => new(Options.Create(options), clock);

    private static DefaultHttpContext Fresh(out DefaultHttpContext context) => context = new DefaultHttpContext();

    private static void AssertRefused(Refusal? refusal, string code, HttpContext context, string after)
    {
        Assert.Equal(code, refusal?.Code.Code);
        Assert.Equal(after, context.Response.Headers.RetryAfter.ToString());
    }
}
