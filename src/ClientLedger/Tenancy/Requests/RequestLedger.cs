using Microsoft.AspNetCore.Http;

namespace ClientLedger.Tenancy.Requests;

/// <summary>
/// The ledger that a request works in: opened with the visitor's rights before the page is made, so that a page of members takes the
/// <see cref="LedgerScope"/> in its constructor.
/// </summary>
public static class RequestLedgerExtensions
{
    /// <summary>The open ledger; null where a page is for more than members, and outside of tenants.</summary>
    public static LedgerScope? Ledger(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<LedgerScope>();
    }
}
