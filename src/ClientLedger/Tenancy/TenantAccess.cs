using ClientLedger.Messages;
using ClientLedger.Storage.Catalog;

namespace ClientLedger.Tenancy;

/// <summary>Whether a tenant lets anybody in.</summary>
internal static class TenantAccess
{
    /// <summary>Passes for an active tenant.</summary>
    /// <exception cref="RefusedException">It is suspended, or not finished, which looks like unknown.</exception>
    public static void Demand(string name, TenantState state, string? reason)
    {
        if (Refuse(name, state, reason) is { } refusal)
        {
            throw new RefusedException(refusal);
        }
    }

    /// <summary>Why nobody is let in, or null.</summary>
    public static Refusal? Refuse(string name, TenantState state, string? reason) => state switch
    {
        TenantState.Active => null,
        TenantState.Suspended when string.IsNullOrWhiteSpace(reason) => Refusal.Of(TenancyMessages.SuspendedWithoutReason, ("tenant", name)),
        TenantState.Suspended => Refusal.Of(TenancyMessages.Suspended, ("tenant", name), ("reason", reason)),
        _ => Refusal.Of(TenancyMessages.Unknown, ("tenant", name)),
    };
}
