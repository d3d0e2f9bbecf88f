using System.Data.Common;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Tenancy;

namespace ClientLedger.Customers;

/// <summary>Saves a tenant's rates and brings what customers' orders are worth in the base currency in line with them, in one transaction.</summary>
public static class SaveExchangeRates
{
    private const int MostRaces = 3;

    /// <summary>Saves a list as <see cref="ExchangeRateList"/> reads it; nothing is saved when a line is wrong, or when an amount would be too large.</summary>
    /// <returns>What is wrong; empty when the rates were saved.</returns>
    public static async Task<IReadOnlyList<Refusal>> RunAsync(LedgerScope scope, string rates, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        for (var races = 0; ; races++)
        {
            try
            {
                return await SaveAsync(scope, rates, cancellationToken);
            }
            catch (DbException failure) when (scope.Database.IsRace(failure) && races < MostRaces)
            {
                // Somebody wrote an order between two of our locks; what was read is no longer so.
            }
        }
    }

    private static async Task<IReadOnlyList<Refusal>> SaveAsync(LedgerScope scope, string rates, CancellationToken cancellationToken)
    {
        await using var transaction = await scope.Database.BeginAsync(scope.TenantId, cancellationToken);
        await using var context = scope.Database.CreateContext(transaction);
        var refusals = await ExchangeRateList.SaveAsync(context, scope.Settings.BaseCurrency, rates, cancellationToken);
        if (refusals.Count == 0)
        {
            refusals = await TotalsRecount.RunAsync(scope.Database, transaction, context, scope.Settings, cancellationToken);
        }

        if (refusals.Count == 0)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return refusals;
    }
}
