using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.Writing;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Customers;

/// <summary>
/// Keeps what a customer's orders add up to, in the transaction that changes them: the customers' rows are locked in the order of their keys, the
/// differences added; only when a first or last day leaves are that customer's orders read again.
/// </summary>
internal sealed class CustomerTotalsUpkeep : IRecordRules
{
    private static readonly string[] CurrencyColumns =
    [
        nameof(CustomerCurrencyTotals.CustomerId), nameof(CustomerCurrencyTotals.Currency), nameof(CustomerCurrencyTotals.OrderCount),
        nameof(CustomerCurrencyTotals.ReturnCount), nameof(CustomerCurrencyTotals.Amount), nameof(CustomerCurrencyTotals.ReturnedAmount),
    ];

    public string Entity => CountedOrders.Entity;

    public async Task AppliedAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken)
    {
        var entity = records[0].Entity;
        var gone = records.Select(order => OrderShare.Of(batch.Scope, entity, order.Before, order.WasDeleted)).OfType<OrderShare>().ToList();
        var made = records.Select(order => (Order: order, Share: OrderShare.Of(batch.Scope, entity, order.After, order.IsDeleted))).Where(each => each.Share is not null).ToList();
        var come = made.ConvertAll(each => each.Share!);
        var customers = gone.Concat(come).Select(share => share.CustomerId).ToHashSet();
        if (customers.Count == 0)
        {
            return;
        }

        // Whoever saves rates locks the totals too: those read behind the lock are those that the totals were last worked out with.
        var totals = await LockAsync(batch, customers, cancellationToken);
        var rates = await RatesAsync(batch, [.. gone, .. come], cancellationToken);
        gone.ForEach(share => totals[share.CustomerId].Add(share, share.InBase(rates), -1));
        made.ForEach(each => Add(batch, each.Order, each.Share!, totals[each.Share!.CustomerId], rates));
        if (batch.RefusedLate)
        {
            return;
        }

        await ReadExtremesAsync(batch, entity, totals, gone, come, cancellationToken);
        await TotalsTable.UpdateAsync(batch.Scope.Database, batch.Transaction, totals.Values, cancellationToken);
        await WriteCurrenciesAsync(batch, totals, cancellationToken);
    }

    /// <summary>Adds a share, unless the totals couldn't hold it: then the order is refused, and the set begins anew without it.</summary>
    private static void Add(WriteBatch batch, RecordWork order, OrderShare share, RunningTotals totals, ExchangeRates rates)
    {
        var inBase = share.InBase(rates);
        totals.Add(share, inBase, 1);
        if (!totals.Fits)
        {
            totals.Add(share, inBase, -1);
            order.Refuse(Refusal.Of(CustomerMessages.TotalTooLarge, ("maximum", TenThousandths.Most), ("base", batch.Scope.Settings.BaseCurrency)) with { Field = CountedOrders.Amount });
            batch.RefusedLate = true;
        }
    }

    private static async Task<ExchangeRates> RatesAsync(WriteBatch batch, List<OrderShare> shares, CancellationToken cancellationToken)
    {
        var currencies = shares.Select(share => share.Currency).OfType<string>().Where(currency => currency != batch.Scope.Settings.BaseCurrency).Distinct().ToList();
        if (currencies.Count == 0)
        {
            return new ExchangeRates(batch.Scope.Settings.BaseCurrency, []);
        }

        await using var context = batch.Scope.Database.CreateContext(batch.Transaction);
        return await ExchangeRates.LoadAsync(context, batch.Scope.Settings.BaseCurrency, currencies, shares.Max(share => share.Day) ?? DateOnly.MinValue, cancellationToken);
    }

    private static async Task<Dictionary<long, RunningTotals>> LockAsync(WriteBatch batch, HashSet<long> customers, CancellationToken cancellationToken)
    {
        var rows = await LockedRows.ReadAsync(batch, batch.Tables.Of<CustomerTotals>(), nameof(CustomerTotals.CustomerId), TotalsTable.Columns, customers, cancellationToken);
        var totals = rows.Select(row => new RunningTotals(row)).ToDictionary(each => each.CustomerId);

        // The customers' rows are locked, so that nobody else writes their currencies meanwhile.
        var currencies = await LockedRows.ReadAsync(
            batch, batch.Tables.Of<CustomerCurrencyTotals>(), nameof(CustomerCurrencyTotals.CustomerId), CurrencyColumns, customers, cancellationToken);
        currencies.ForEach(row => totals[(long)row[0]!].ByCurrency.Add((string)row[1]!, new CurrencySums(row.AsSpan(2))));
        return totals;
    }

    /// <summary>A day that leaves and was the first or last one, and that no other order of this set takes, can only be replaced by looking.</summary>
    private static async Task ReadExtremesAsync(
        WriteBatch batch, EntityDescriptor order, Dictionary<long, RunningTotals> totals, List<OrderShare> gone, List<OrderShare> come, CancellationToken cancellationToken)
    {
        var taken = come.Where(share => !share.IsReturn && share.Day is not null).ToList();
        var stays = taken.Select(share => (share.CustomerId, share.Day)).ToHashSet();
        var lost = gone.Where(share => !share.IsReturn && share.Day is { } day && totals[share.CustomerId].IsExtreme(day) && !stays.Contains((share.CustomerId, share.Day)))
            .Select(share => share.CustomerId).ToHashSet();
        foreach (var share in taken.Where(share => !lost.Contains(share.CustomerId)))
        {
            totals[share.CustomerId].Extend(share.Day!.Value);
        }

        if (lost.Count == 0)
        {
            return;
        }

        var found = await ChildAggregates.ExtremesAsync(
            batch,
            order,
            CountedOrders.Customer,
            CountedOrders.OrderedAt,
            only: (CountedOrders.Kind, CountedOrders.Purchase),
            except: (CountedOrders.State, CountedOrders.Uncounted),
            lost,
            cancellationToken);
        foreach (var customer in lost)
        {
            (totals[customer].First, totals[customer].Last) = found.TryGetValue(customer, out var days)
                ? (OrderShare.DayOf(batch.Scope.Settings.Zone, days.First), OrderShare.DayOf(batch.Scope.Settings.Zone, days.Last))
                : ((DateOnly?)null, (DateOnly?)null);
        }
    }

    private static async Task WriteCurrenciesAsync(WriteBatch batch, Dictionary<long, RunningTotals> totals, CancellationToken cancellationToken)
    {
        var table = batch.Tables.Of<CustomerCurrencyTotals>();
        var added = CurrencyRows(table);
        var changed = CurrencyRows(table);
        foreach (var (customer, currency, sums) in totals.Values.SelectMany(each => each.ByCurrency.Select(pair => (each.CustomerId, pair.Key, pair.Value))).Where(each => each.Value.IsChanged))
        {
            var rows = sums.IsStored ? changed : added;
            object?[] values = [batch.Scope.TenantId, customer, currency, sums.Orders, sums.Returns, (long)sums.Amount, (long)sums.Returned];
            for (var i = 0; i < values.Length; i++)
            {
                rows.Columns[i].AddValue(values[i]);
            }
        }

        if (added.Count > 0)
        {
            await batch.Scope.Database.Writer.InsertAsync(batch.Transaction, added, cancellationToken);
        }

        if (changed.Count > 0)
        {
            await batch.Scope.Database.Writer.UpdateAsync(batch.Transaction, changed, keys: 3, report: 1, cancellationToken);
        }
    }

    private static TableRows CurrencyRows(PlainTable table)
    {
        var rows = new TableRows(table.Name);
        rows.Add(table[nameof(CustomerCurrencyTotals.TenantId)]);
        foreach (var name in CurrencyColumns)
        {
            rows.Add(table[name]);
        }

        return rows;
    }
}
