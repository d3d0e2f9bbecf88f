using System.Globalization;
using ClientLedger.Access;
using ClientLedger.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ClientLedger.Tests.Api;

/// <summary>One caller can't take the ledger from the others.</summary>
public sealed class ApiLimitTests
{
    private static readonly Actor Anna = new(ActorKind.Person, 1, "Anna"), Shop = new(ActorKind.Client, 1, "Shop");

    [Fact]
    public void Each_caller_of_each_tenant_has_a_bucket_of_its_own_and_hears_when_it_fills_again()
    {
        using var limit = new ApiLimit(Options.Create(new ApiLimitOptions { Burst = 2, PerSecond = 1 }));
        foreach (var (tenant, actor) in new[] { (1, Anna), (1, Shop), (2, Anna) })
        {
            var context = new DefaultHttpContext();
            Assert.True(limit.Takes(context, tenant, actor));
            Assert.True(limit.Takes(context, tenant, actor));
            Assert.False(context.Response.Headers.ContainsKey("Retry-After"));
        }

        // Too many at once, however fast the bucket fills meanwhile.
        var refused = new DefaultHttpContext();
        var taken = 0;
        while (taken < 1_000_000 && limit.Takes(refused, 1, Anna))
        {
            taken++;
        }

        Assert.InRange(taken, 0, 999_999);
        Assert.InRange(int.Parse(refused.Response.Headers.RetryAfter.ToString(), CultureInfo.InvariantCulture), 1, 60);
    }
}
