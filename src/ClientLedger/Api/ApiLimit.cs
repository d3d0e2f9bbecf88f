using System.Globalization;
using System.Threading.RateLimiting;
using ClientLedger.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ClientLedger.Api;

/// <summary>How often one caller may ask a ledger's API.</summary>
public sealed class ApiLimitOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Api";

    /// <summary>Requests that may come at once.</summary>
    public int Burst { get; set; } = 200;

    /// <summary>Requests a second that may go on for ever.</summary>
    public int PerSecond { get; set; } = 20;
}

/// <summary>Keeps one caller from taking the ledger from the others: each has a bucket of requests of its own, which fills again as time goes by.</summary>
internal sealed class ApiLimit(IOptions<ApiLimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<(int Tenant, Actor Actor)> limiter = PartitionedRateLimiter.Create<(int Tenant, Actor Actor), (int, ActorKind, long)>(
        caller => RateLimitPartition.GetTokenBucketLimiter(
            (caller.Tenant, caller.Actor.Kind, caller.Actor.Id),
            _ => new TokenBucketRateLimiterOptions { TokenLimit = options.Value.Burst, TokensPerPeriod = options.Value.PerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) }));

    /// <summary>Takes a request; false, with the seconds after which another one can be made, when the caller has made too many.</summary>
    public bool Takes(HttpContext context, int tenant, Actor actor)
    {
        using var lease = limiter.AttemptAcquire((tenant, actor));
        if (!lease.IsAcquired && !context.Response.HasStarted)
        {
            var after = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.Zero;
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
