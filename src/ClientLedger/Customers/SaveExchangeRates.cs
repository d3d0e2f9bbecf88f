using System.Data.Common;
using ClientLedger.History;
using ClientLedger.Messages;
using ClientLedger.Orders;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.Writing.Sql;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Customers;

/// <summary>Saves a tenant's rates and brings what customers' orders are worth in the base currency in line with them, in one transaction.</summary>
public static class SaveExchangeRates
{
    private const int MostRaces = 3;

    /// <summary>Saves a list as <see cref="ExchangeRateList"/> reads it; nothing is saved when a line is wrong.</summary>
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
            await RecomputeAsync(scope, transaction, context, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return refusals;
    }

    private static async Task RecomputeAsync(LedgerScope scope, LedgerTransaction transaction, LedgerContext context, CancellationToken cancellationToken)
    {
        // Both locks come first, in the writers' order: every customer's totals, then the log, so that no order comes in between; a writer that reckoned
        // with the old rates and waits for the log is refused by the new stamp.
        await context.Set<CustomerTotals>().ExecuteUpdateAsync(
            set => set.SetProperty(row => row.BaseAmount, 0m).SetProperty(row => row.BaseReturned, 0m).SetProperty(row => row.WithoutRate, 0L), cancellationToken);
        await LogHead.LockAsync(context, cancellationToken);
        await ScopeStamp.RenewAsync(context, cancellationToken);
        var rates = new ExchangeRates(scope.Settings.BaseCurrency, await context.Set<ExchangeRate>().AsNoTracking().ToListAsync(cancellationToken));
        var totals = new Dictionary<long, (long Amount, long Returned, long WithoutRate)>();
        var orders = context.Set<Order>().AsNoTracking()
            .Where(order => !OrderShare.Uncounted.Contains(order.State))
            .Select(order => new { order.CustomerId, order.Kind, order.Currency, order.Amount, order.OrderedAt })
            .AsAsyncEnumerable();
        await foreach (var order in orders.WithCancellation(cancellationToken))
        {
            var isReturn = order.Kind == OrderShare.Return;
            var share = new OrderShare(
                order.CustomerId, isReturn, order.Currency, TenThousandths.FromDecimal(order.Amount ?? 0), OrderShare.DayOf(scope, order.OrderedAt));
            var inBase = share.InBase(rates);
            var (amount, returned, without) = totals.GetValueOrDefault(order.CustomerId);
            totals[order.CustomerId] = (
                amount + (isReturn ? 0 : inBase ?? 0),
                returned + (isReturn ? inBase ?? 0 : 0),
                without + (inBase is null ? 1 : 0));
        }

        await scope.Database.Writer.UpdateAsync(transaction, Rows(scope, totals), keys: 2, report: 1, cancellationToken);
    }

    private static TableRows Rows(LedgerScope scope, Dictionary<long, (long Amount, long Returned, long WithoutRate)> totals)
    {
        var table = scope.Database.Tables.Of<CustomerTotals>();
        var rows = new TableRows(table.Name);
        var tenant = rows.Add(table[nameof(CustomerTotals.TenantId)]);
        var customer = rows.Add(table[nameof(CustomerTotals.CustomerId)]);
        var amounts = rows.Add(table[nameof(CustomerTotals.BaseAmount)]);
        var returns = rows.Add(table[nameof(CustomerTotals.BaseReturned)]);
        var withouts = rows.Add(table[nameof(CustomerTotals.WithoutRate)]);
        foreach (var (id, (amount, returned, withoutRate)) in totals)
        {
            tenant.AddValue(scope.TenantId);
            customer.AddValue(id);
            amounts.AddValue(amount);
            returns.AddValue(returned);
            withouts.AddValue(withoutRate);
        }

        return rows;
    }
}
