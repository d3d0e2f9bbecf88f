using System.Net.Mime;
using ClientLedger.Access;
using ClientLedger.Api.Limits;
using ClientLedger.Api.Requests;
using ClientLedger.GraphQL.Execution;
using ClientLedger.Messages;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using ClientLedger.Tenancy.Requests;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.Api;

/// <summary>Lets callers in: opens the ledger with their rights, or says as GraphQL does why they stay outside. Nobody is sent to a page.</summary>
internal sealed class ApiDoor(LedgerScopes scopes, ApiCaller callers, ApiLimit limit, RequestWatch watch)
{
    /// <summary>Lets a request go on with its ledger open.</summary>
    public async Task EnterAsync(HttpContext context, RequestDelegate next)
    {
        // An answer is for this caller at this moment.
        context.Response.Headers.CacheControl = "no-store";
        var tenant = TenantOf(context);
        var (actor, refusal) = await callers.OfAsync(context, tenant, context.RequestAborted);
        if (actor is null)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await RefuseAsync(context, refusal!, StatusCodes.Status401Unauthorized);
            return;
        }

        var caller = Caller.Of(tenant.Id, actor);
        if (limit.Take(context, caller) is { } tooMany)
        {
            watch.Refused(context, caller, tooMany.Code.Code);
            await RefuseAsync(context, tooMany, StatusCodes.Status429TooManyRequests);
            return;
        }

        try
        {
            context.Features.Set(await scopes.OpenRecentAsync(tenant.Id, actor, context.RequestAborted));
        }
        catch (RefusedException refused) when (refused.Refusal.Code == TenancyMessages.NotMember)
        {
            await RefuseAsync(context, refused.Refusal, StatusCodes.Status403Forbidden);
            return;
        }

        await watch.WatchAsync(context, caller, () => next(context));
    }

    /// <summary>Lets a caller in who has been let in before, for one more operation on its socket.</summary>
    /// <exception cref="RefusedException">It may not come in any more, or has asked too often.</exception>
    public async Task<LedgerScope> AskAgainAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (tenant, actor) = await KnownAsync(context, cancellationToken);
        var caller = Caller.Of(tenant, actor);
        if (limit.Take(context, caller) is { } tooMany)
        {
            watch.Refused(context, caller, tooMany.Code.Code);
            throw new RefusedException(tooMany);
        }

        return await scopes.OpenAsync(tenant, actor, cancellationToken);
    }

    /// <summary>The ledger of a caller who has been let in before, with the rights that it has now.</summary>
    /// <exception cref="RefusedException">It may not come in any more.</exception>
    public async Task<LedgerScope> ReopenAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (tenant, actor) = await KnownAsync(context, cancellationToken);
        return await scopes.OpenAsync(tenant, actor, cancellationToken);
    }

    /// <summary>The same with the rights that it had a moment ago.</summary>
    /// <exception cref="RefusedException">It may not come in any more.</exception>
    public async Task<LedgerScope> LookAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (tenant, actor) = await KnownAsync(context, cancellationToken);
        return await scopes.OpenRecentAsync(tenant, actor, cancellationToken);
    }

    private async Task<(int Tenant, Actor Actor)> KnownAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var tenant = TenantOf(context);
        var (actor, refusal) = await callers.OfAsync(context, tenant, cancellationToken);
        return actor is null ? throw new RefusedException(refusal!) : (tenant.Id, actor);
    }

    private static RequestTenant TenantOf(HttpContext context) => context.Tenant() ?? throw new InvalidOperationException("A door for members exists below tenants alone.");

    private static async Task RefuseAsync(HttpContext context, Refusal refusal, int status)
    {
        using var answer = GraphQLResponse.Refusal([ApiCall.ErrorOf(refusal, RequestLanguage.Of(context.Request))]);
        context.Response.StatusCode = status;
        context.Response.ContentType = MediaTypeNames.Application.Json + "; charset=utf-8";
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }
}
