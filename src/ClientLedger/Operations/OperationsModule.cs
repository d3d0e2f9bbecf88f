using ClientLedger.Operations.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Operations;

/// <summary>What is told of the service itself.</summary>
public static class OperationsModule
{
    /// <summary>Where programs read its status.</summary>
    public const string StatusAddress = "/status.json";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Adds what watches the service. Whatever is registered as a health check is a part of its status.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<StatusBoard>();
        services.AddHostedService<WatchStatus>();
        services.AddHealthChecks().AddCheck<JobsHealth>("jobs", timeout: Patience);
        return services;
    }

    /// <summary>Serves the status for programs: 200 while everything works, 503 otherwise.</summary>
    public static IEndpointConventionBuilder MapStatus(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(StatusAddress, static async (HttpContext context, StatusBoard board) =>
    {
        var status = await board.ReadAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";

        // Monitors and partners' own pages read it.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.StatusCode = status.IsUp ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsJsonAsync(
            new
            {
                status = status.IsUp ? "up" : "down",
                version = status.Version,
                startedAt = status.StartedAt,
                checkedAt = status.CheckedAt,
                parts = status.Parts.Select(part => new { name = part.Name, status = part.IsUp ? "up" : "down", since = part.Since }),
            },
            context.RequestAborted);
    });
}
