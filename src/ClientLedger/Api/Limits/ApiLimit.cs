using System.Globalization;
using ClientLedger.GraphQL.Execution.Pricing;
using ClientLedger.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ClientLedger.Api.Limits;

/// <summary>
/// Keeps one caller from taking the ledger from the others: each has a bucket of requests and one of points, which fill again as time goes by. Answers tell
/// what is left in <c>RateLimit</c> (draft-ietf-httpapi-ratelimit-headers), refusals when to come again in <c>Retry-After</c>.
/// </summary>
internal sealed class ApiLimit
{
    private const string Policy = "RateLimit-Policy", State = "RateLimit";

    private readonly CallerBuckets requests, points;
    private readonly string policy;

    public ApiLimit(IOptions<ApiLimitOptions> options, TimeProvider clock)
    {
        var limits = options.Value;
        requests = new(AtLeastOne(limits.Burst), AtLeastOne(limits.PerSecond), clock);
        points = new(AtLeastOne(limits.CostBurst), AtLeastOne(limits.CostPerSecond), clock);
        policy = $"{PolicyOf("requests", requests)}, {PolicyOf("points", points)}";
    }

    /// <summary>What an operation costs in points: its fields and its objects together, and never nothing.</summary>
    public static long PointsOf(OperationCost cost) => Math.Max(1, (long)Math.Ceiling(Math.Max(0, cost.Field) + Math.Max(0, cost.Type)));

    /// <summary>Takes a request from the caller's.</summary>
    /// <returns>Why it can't be taken, with the headers that say when to come again; null when it was.</returns>
    public Refusal? Take(HttpContext context, Caller caller)
    {
        var taken = requests.Take(caller, 1);
        if (!context.Response.HasStarted)
        {
            context.Response.Headers[Policy] = policy;
        }

        Tell(context, "requests", taken);
        return taken.IsTaken ? null : Later(context, taken, Refusal.Of(ApiMessages.TooManyRequests, ("seconds", taken.Seconds)));
    }

    /// <summary>Takes what an operation costs from the caller's points.</summary>
    /// <returns>Why it can't be taken, with the headers that say when to come again if ever; null when it was.</returns>
    public Refusal? Spend(HttpContext context, Caller caller, OperationCost cost)
    {
        var price = PointsOf(cost);
        if (price > points.Most)
        {
            return Refusal.Of(ApiMessages.TooDear, ("cost", price), ("most", (long)points.Most));
        }

        var taken = points.Take(caller, price);
        Tell(context, "points", taken);
        return taken.IsTaken ? null : Later(context, taken, Refusal.Of(ApiMessages.PointsSpent, ("cost", price), ("left", (long)taken.Left), ("seconds", taken.Seconds)));
    }

    private static int AtLeastOne(int number) => Math.Max(1, number);

    private static Refusal Later(HttpContext context, Taken taken, Refusal refusal)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.Headers.RetryAfter = taken.Seconds.ToString(CultureInfo.InvariantCulture);
        }

        return refusal;
    }

    /// <summary>On a WebSocket, whose response began long ago, refusals alone tell of it.</summary>
    private static void Tell(HttpContext context, string what, Taken taken)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.Headers.Append(State, string.Create(CultureInfo.InvariantCulture, $"\"{what}\";r={(long)taken.Left};t={(long)Math.Ceiling(taken.Full.TotalSeconds)}"));
        }
    }

    private static string PolicyOf(string what, CallerBuckets buckets) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{what}\";q={(long)buckets.Most};w={(long)Math.Ceiling(buckets.Most / buckets.PerSecond)}");
}
