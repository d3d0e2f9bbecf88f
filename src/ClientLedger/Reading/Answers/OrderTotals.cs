using System.Buffers;
using System.Globalization;
using System.Text;
using ClientLedger.Settings;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Answers;

/// <summary>An order as totals count it.</summary>
/// <param name="Day">In the tenant's zone; null when the order has no time.</param>
/// <param name="Amount">Ten-thousandths; 0 when the order has none.</param>
internal readonly record struct CountedOrder(long Customer, bool IsReturn, DateOnly? Day, string? Currency, long Amount);

/// <summary>What some orders of a customer add up to: drafts and cancelled ones left out, amounts in the base currency.</summary>
internal sealed class OrderTotals
{
    public static readonly OrderTotals None = new();

    private long orders;
    private long returns;
    private DateOnly? first;
    private DateOnly? last;
    private long amount;
    private long returned;
    private long withoutRate;

    /// <summary>Counts an order in.</summary>
    public void Add(CountedOrder order, ExchangeRates rates, string baseCurrency)
    {
        if (order.IsReturn)
        {
            returns++;
        }
        else
        {
            orders++;
            first = first is null || order.Day < first ? order.Day ?? first : first;
            last = last is null || order.Day > last ? order.Day ?? last : last;
        }

        if (BaseAmount(order, rates, baseCurrency) is not { } inBase)
        {
            withoutRate++;
        }
        else if (order.IsReturn)
        {
            returned += inBase;
        }
        else
        {
            amount += inBase;
        }
    }

    /// <summary>Writes the total of a field as JSON.</summary>
    public void Write(string field, IBufferWriter<byte> output)
    {
        var text = field switch
        {
            "orderCount" => orders.ToString(CultureInfo.InvariantCulture),
            "returnCount" => returns.ToString(CultureInfo.InvariantCulture),
            "firstOrderOn" => Quoted(first),
            "lastOrderOn" => Quoted(last),
            "totalAmountBase" => TenThousandths.ToDecimal(amount).ToString(CultureInfo.InvariantCulture),
            "returnedAmountBase" => TenThousandths.ToDecimal(returned).ToString(CultureInfo.InvariantCulture),
            "ordersWithoutRate" => withoutRate.ToString(CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"{field} is no total of orders.", nameof(field)),
        };
        output.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Quoted(DateOnly? day) => day is { } date ? $"\"{date.ToString(StoredJson.DateFormat, CultureInfo.InvariantCulture)}\"" : "null";

    /// <summary>Nothing is nothing in every currency; without a rate, or a day or a currency to find one by, there is no amount.</summary>
    private static long? BaseAmount(CountedOrder order, ExchangeRates rates, string baseCurrency) =>
        order.Amount == 0 || order.Currency == baseCurrency ? order.Amount
        : order is { Currency: { } currency, Day: { } day } && rates.RateOn(currency, day) is { } rate ? ExchangeRates.ToBase(order.Amount, rate)
        : null;
}
