using ClientLedger.Access;
using ClientLedger.Tenancy;
using ClientLedger.Tenancy.Requests;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.Api;

/// <summary>Who calls: the person whose session the request carries.</summary>
internal static class ApiCaller
{
    /// <summary>The caller, or null where the request names nobody.</summary>
    public static Actor? Of(HttpContext context) =>
        context.User.AccountId() is { } account ? new Actor(ActorKind.Person, account, context.User.Identity!.Name ?? "") : null;

    /// <summary>The ledger that the caller works in.</summary>
    public static LedgerScope LedgerOf(HttpContext context) => context.Ledger() ?? throw new InvalidOperationException("The door lets nobody in without a ledger.");
}
