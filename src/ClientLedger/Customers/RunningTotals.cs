namespace ClientLedger.Customers;

/// <summary>A customer's stored totals while differences are added to them. Amounts are ten-thousandths.</summary>
internal sealed class RunningTotals
{
    /// <summary>Reads a row of the columns that <see cref="CustomerTotalsUpkeep"/> names.</summary>
    public RunningTotals(object?[] row)
    {
        CustomerId = (long)row[0]!;
        OrderCount = (long)row[1]!;
        ReturnCount = (long)row[2]!;
        First = (DateOnly?)row[3];
        Last = (DateOnly?)row[4];
        BaseAmount = (long)row[5]!;
        BaseReturned = (long)row[6]!;
        WithoutRate = (long)row[7]!;
    }

    public long CustomerId { get; }

    public long OrderCount { get; private set; }

    public long ReturnCount { get; private set; }

    public DateOnly? First { get; set; }

    public DateOnly? Last { get; set; }

    public long BaseAmount { get; private set; }

    public long BaseReturned { get; private set; }

    public long WithoutRate { get; private set; }

    /// <summary>Differences by currency: orders, returns, amount, returned amount.</summary>
    public Dictionary<string, long[]> ByCurrency { get; } = [];

    /// <summary>Adds or, with sign -1, takes away what an order counts for.</summary>
    public void Add(OrderShare share, long? inBase, int sign)
    {
        var place = share.IsReturn ? 1 : 0;
        if (share.IsReturn)
        {
            ReturnCount += sign;
            BaseReturned += sign * (inBase ?? 0);
        }
        else
        {
            OrderCount += sign;
            BaseAmount += sign * (inBase ?? 0);
        }

        WithoutRate += inBase is null ? sign : 0;
        if (share.Currency is { } currency)
        {
            if (!ByCurrency.TryGetValue(currency, out var difference))
            {
                ByCurrency.Add(currency, difference = new long[4]);
            }

            difference[place] += sign;
            difference[place + 2] += sign * share.Amount;
        }
    }

    /// <summary>The day is the first or the last one.</summary>
    public bool IsExtreme(DateOnly day) => day == First || day == Last;

    /// <summary>A purchase was made on this day.</summary>
    public void Extend(DateOnly day)
    {
        First = First is { } first && first < day ? first : day;
        Last = Last is { } last && last > day ? last : day;
    }
}
