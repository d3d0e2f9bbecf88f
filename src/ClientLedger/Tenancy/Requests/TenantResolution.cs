using ClientLedger.Messages;
using ClientLedger.Shared.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ClientLedger.Tenancy.Requests;

/// <summary>
/// Finds the tenant that a request is for: by host name, by a path that begins with <c>/t/NAME</c> (which moves into the path base), by the
/// credential's claim. What is named several times must be the same tenant. A request that names none goes on without one.
/// </summary>
internal sealed class TenantResolution(RequestDelegate next, TenantNames tenants, IOptions<TenantHosts> hosts)
{
    private const string PathPrefix = "/t";

    public async Task InvokeAsync(HttpContext context)
    {
        var (pathBase, path) = (context.Request.PathBase, context.Request.Path);
        context.Features.Set(new RootPath(pathBase.Value ?? ""));
        var (byPath, tenantPath, left) = OfPath(path);
        var named = hosts.Value.TenantOf(context.Request.Host.Host) ?? byPath;
        var isOne = byPath is null || byPath == named;
        foreach (var claim in context.User.FindAll(RequestTenant.Claim))
        {
            named ??= claim.Value;
            isOne &= claim.Value == named;
        }

        if (named is null)
        {
            await next(context);
            return;
        }

        var found = isOne && TenantName.IsValid(named)
            ? await tenants.FindAsync(named, context.RequestAborted)
            : null;
        var refusal = found is null
            ? Refusal.Of(TenancyMessages.Unknown, ("tenant", named))
            : TenantAccess.Refuse(found.Name, found.State, found.Reason);
        if (refusal is not null)
        {
            await RefusalPage.WriteAsync(
                context, refusal, refusal.Code == TenancyMessages.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden);
            return;
        }

        context.Features.Set(new RequestTenant(found!.Id, found.Name));
        if (byPath is not null)
        {
            context.Request.PathBase = pathBase.Add(tenantPath);
            context.Request.Path = left;
        }

        try
        {
            await next(context);
        }
        finally
        {
            // Whoever is called on the way back finds the request as it came.
            (context.Request.PathBase, context.Request.Path) = (pathBase, path);
        }
    }

    private static (string? Name, PathString TenantPath, PathString Left) OfPath(PathString path)
    {
        if (!path.StartsWithSegments(PathPrefix, StringComparison.Ordinal, out var after) || after.Value is not { Length: > 1 } value)
        {
            return (null, default, default);
        }

        var end = value.IndexOf('/', 1);
        var segment = end < 0 ? value : value[..end];
        return (segment[1..].ToLowerInvariant(), new PathString(PathPrefix + segment), end < 0 ? PathString.Empty : new PathString(value[end..]));
    }
}

/// <summary>Puts tenant resolution into the pipeline.</summary>
public static class TenantResolutionExtensions
{
    /// <summary>Stands after authentication, whose claims it reads, and before routing, since it moves the path.</summary>
    public static IApplicationBuilder UseTenants(this IApplicationBuilder app) => app.UseMiddleware<TenantResolution>();
}
