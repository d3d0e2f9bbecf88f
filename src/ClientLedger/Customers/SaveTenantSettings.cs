using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Customers;

/// <summary>
/// Changes what a tenant has chosen for its whole ledger: company, zone, language, base currency, default country. All nodes see it with the next ledger
/// that they open. Another zone moves the days of first and last purchases, another base currency what orders are worth, so that all totals are worked out
/// anew in the same transaction. Rates belong to their base currency: those to the former one are kept for the day when it comes back, and orders for which
/// there is no rate to the new one are left out of the amounts and counted as such, until rates are saved.
/// </summary>
public static class SaveTenantSettings
{
    /// <summary>Saves the settings; nothing is saved when one is wrong, or when an amount would be too large in the new base currency.</summary>
    /// <param name="settings">As they shall be; <see cref="SettingsRules.Read"/> makes them of what was typed.</param>
    /// <returns>What is wrong; empty when they were saved.</returns>
    public static async Task<IReadOnlyList<Refusal>> RunAsync(LedgerScope scope, TenantSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var wrong = SettingsRules.Check(settings);
        if (wrong.Count > 0)
        {
            return wrong;
        }

        // The change is refused when the scope is out of date, so that these are the tenant's settings.
        var recounts = settings.Zone.Id != scope.Settings.Zone.Id || settings.BaseCurrency != scope.Settings.BaseCurrency;
        return await ScopeChange.SaveAsync(
            scope,
            async (context, transaction) =>
            {
                (await context.Set<TenantSettingsRow>().SingleAsync(cancellationToken)).Take(settings);
                await context.SaveChangesAsync(cancellationToken);
                return recounts ? await TotalsRecount.RunAsync(scope.Database, transaction, context, settings, cancellationToken) : [];
            },
            cancellationToken,
            first: recounts ? context => TotalsRecount.LockAsync(context, cancellationToken) : null);
    }
}
