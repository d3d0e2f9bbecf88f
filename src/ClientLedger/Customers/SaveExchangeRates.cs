using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Tenancy;
using ClientLedger.Writing;

namespace ClientLedger.Customers;

/// <summary>Saves a tenant's rates and brings what customers' orders are worth in the base currency in line with them, in one transaction.</summary>
public static class SaveExchangeRates
{
    /// <summary>Saves rates to the tenant's base currency; nothing is saved when a line is wrong, or when an amount would be too large.</summary>
    /// <param name="rates">Typed ones from <see cref="ExchangeRateList.Read"/>, or read from a file.</param>
    /// <returns>What is wrong; empty when the rates were saved.</returns>
    public static async Task<IReadOnlyList<Refusal>> RunAsync(LedgerScope scope, ExchangeRateList rates, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(rates);
        if (rates.Refusals.Count > 0 || rates.BaseCurrency != scope.Settings.BaseCurrency)
        {
            return rates.Refusals.Count > 0 ? rates.Refusals : [Refusal.Of(WriteMessages.ScopeChanged)];
        }

        return await ScopeChange.SaveAsync(
            scope,
            async (context, transaction) =>
            {
                await rates.SaveAsync(context, cancellationToken);
                await ScopeStamp.RenewAsync(context, cancellationToken);
                return await TotalsRecount.RunAsync(scope.Database, transaction, context, scope.Settings, cancellationToken);
            },
            cancellationToken,
            first: context => TotalsRecount.LockAsync(context, cancellationToken));
    }
}
