using System.Net;
using ClientLedger.Api;
using ClientLedger.Jobs;
using ClientLedger.Operations;
using ClientLedger.Tenancy.Requests;

namespace ClientLedger.Web.Requests;

/// <summary>What every request goes through, in order.</summary>
internal static class Pipeline
{
    public static WebApplication UseLedger(this WebApplication app)
    {
        app.UseWaitingPeople();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ErrorPages>();
        app.UseWhen(context => !IsThisMachine(context.Request.Host.Host), elsewhere => elsewhere.UseHsts().UseHttpsRedirection());
        app.UseAuthentication();
        app.UseTenants();
        app.UseRouting();
        app.UseRateLimiter();
        app.MapHealthChecks("/health");
        app.MapStatus();
        app.MapStaticAssets();
        app.MapApi();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }

    /// <summary>Plain HTTP is for this machine alone. A name that a visitor makes up harms no other visitor.</summary>
    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
