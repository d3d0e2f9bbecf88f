using System.Data.Common;
using System.Globalization;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Sql;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.Tenancy;

namespace ClientLedger.Reading.Answers;

/// <summary>Works out totals for a caller who sees only some of the orders, out of these alone.</summary>
internal sealed class OrderReader(LedgerConnection connection, LedgerScope scope, Shape shape, BoundOrders? orders, PlannedStatement? statement)
{
    /// <summary>The totals of those of the customers that have orders which the caller sees.</summary>
    public async Task<IReadOnlyDictionary<long, OrderTotals>> TotalsAsync(long[] customers, CancellationToken cancellationToken)
    {
        var totals = new Dictionary<long, OrderTotals>();
        if (customers.Length == 0 || orders is null || statement is null)
        {
            return totals;
        }

        shape.Fill(orders.CustomersSlot, customers);
        var counted = await ReadAsync(statement.With(shape), cancellationToken);
        var rates = await RatesAsync(counted, cancellationToken);
        foreach (var order in counted)
        {
            if (!totals.TryGetValue(order.Customer, out var ofCustomer))
            {
                totals.Add(order.Customer, ofCustomer = new OrderTotals());
            }

            ofCustomer.Add(order, rates, scope.Settings.BaseCurrency);
        }

        return totals;
    }

    private async Task<List<CountedOrder>> ReadAsync(SqlStatement reading, CancellationToken cancellationToken)
    {
        var counted = new List<CountedOrder>();
        await using var reader = await connection.QueryAsync(reading, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var kind = Text(reader, 1);
            if (kind is "purchase" or "return" && Text(reader, 2) is not ("draft" or "cancelled"))
            {
                counted.Add(new CountedOrder(reader.GetInt64(0), kind == "return", DayOf(reader, 3), Text(reader, 4), reader.IsDBNull(5) ? 0 : reader.GetInt64(5)));
            }
        }

        return counted;
    }

    private async Task<ExchangeRates> RatesAsync(List<CountedOrder> counted, CancellationToken cancellationToken)
    {
        var currencies = counted.Select(order => order.Currency).OfType<string>().Where(currency => currency != scope.Settings.BaseCurrency).Distinct().ToList();
        if (currencies.Count == 0)
        {
            return new ExchangeRates(scope.Settings.BaseCurrency, []);
        }

        await using var context = scope.Database.CreateContext(scope.TenantId);
        return await ExchangeRates.LoadAsync(context, scope.Settings.BaseCurrency, currencies, counted.Max(order => order.Day) ?? DateOnly.MaxValue, cancellationToken);
    }

    private DateOnly? DayOf(DbDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            return null;
        }

        var moment = scope.Database.Dialect.KeepsTimesAsText
            ? DateTime.ParseExact(reader.GetString(column), StoredJson.MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
            : DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc);
        return Periods.Today(moment, scope.Settings.Zone);
    }

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
