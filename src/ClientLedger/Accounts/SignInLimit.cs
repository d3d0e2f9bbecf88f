using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace ClientLedger.Accounts;

/// <summary>How often one address may send a form by which somebody signs in or up.</summary>
public sealed class SignInLimit
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "SignIn";

    /// <summary>Name of the limiter, for pages.</summary>
    internal const string Policy = "sign-in";

    /// <summary>Enough for an office behind one address, too few to guess passwords of many accounts.</summary>
    public int AttemptsPerMinute { get; set; } = 30;

    internal void AddTo(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = AttemptsPerMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(""));
    }
}
