using ClientLedger.Access;
using ClientLedger.Api.Keys;
using ClientLedger.Messages;
using ClientLedger.Tenancy;
using ClientLedger.Tenancy.Requests;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.Api;

/// <summary>Who calls: the program whose key the request carries, or else the person whose session it does.</summary>
internal sealed class ApiCaller(ApiKeys keys)
{
    private const string Bearer = "Bearer ";

    /// <summary>The caller of a tenant's API, or why there is none.</summary>
    public async Task<(Actor? Actor, Refusal? Refusal)> OfAsync(HttpContext context, RequestTenant tenant, CancellationToken cancellationToken)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            var program = await keys.FindAsync(tenant.Id, authorization[Bearer.Length..].Trim(), context.Connection.RemoteIpAddress, cancellationToken);
            return (program, program is null ? Refusal.Of(ApiMessages.KeyUnknown) : null);
        }

        return context.User.AccountId() is { } account
            ? (new Actor(ActorKind.Person, account, context.User.Identity!.Name ?? ""), null)
            : (null, Refusal.Of(ApiMessages.SignedOut));
    }

    /// <summary>The ledger that the caller works in.</summary>
    public static LedgerScope LedgerOf(HttpContext context) => context.Ledger() ?? throw new InvalidOperationException("The door lets nobody in without a ledger.");
}
