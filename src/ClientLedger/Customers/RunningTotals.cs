namespace ClientLedger.Customers;

/// <summary>
/// A customer's stored totals while shares are added to them. Amounts are ten-thousandths; they are added in 128 bits, so that only what is left in the
/// end must fit the ledger.
/// </summary>
internal sealed class RunningTotals
{
    private int beyond;

    /// <summary>Totals of no order yet.</summary>
    public RunningTotals(long customerId) => CustomerId = customerId;

    /// <summary>Reads a row of <see cref="TotalsTable.Columns"/>.</summary>
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

    public Int128 BaseAmount { get; private set; }

    public Int128 BaseReturned { get; private set; }

    public long WithoutRate { get; private set; }

    /// <summary>By currency, stored ones and new ones.</summary>
    public Dictionary<string, CurrencySums> ByCurrency { get; } = [];

    /// <summary>
    /// Every amount is one that the ledger can hold. Those of single orders are asked for too, since whoever doesn't see all of them gets sums of some.
    /// </summary>
    public bool Fits => beyond <= 0 && OrderShare.Fits(BaseAmount) && OrderShare.Fits(BaseReturned)
        && ByCurrency.Values.All(sums => OrderShare.Fits(sums.Amount) && OrderShare.Fits(sums.Returned));

    /// <summary>Adds or, with sign -1, takes away what an order counts for.</summary>
    public void Add(OrderShare share, Int128? inBase, int sign)
    {
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
        beyond += OrderShare.Fits(inBase ?? 0) ? 0 : sign;
        if (share.Currency is { } currency)
        {
            if (!ByCurrency.TryGetValue(currency, out var sums))
            {
                ByCurrency.Add(currency, sums = new CurrencySums());
            }

            sums.Add(share, sign);
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

/// <summary>A customer's totals in one currency.</summary>
internal sealed class CurrencySums
{
    /// <summary>None yet.</summary>
    public CurrencySums()
    {
    }

    /// <summary>Stored ones: orders, returns, amount, returned amount.</summary>
    public CurrencySums(ReadOnlySpan<object?> stored)
    {
        (Orders, Returns, Amount, Returned) = ((long)stored[0]!, (long)stored[1]!, (long)stored[2]!, (long)stored[3]!);
        IsStored = true;
    }

    /// <summary>The database has a row for them.</summary>
    public bool IsStored { get; }

    /// <summary>Something was added or taken away.</summary>
    public bool IsChanged { get; private set; }

    public long Orders { get; private set; }

    public long Returns { get; private set; }

    public Int128 Amount { get; private set; }

    public Int128 Returned { get; private set; }

    public void Add(OrderShare share, int sign)
    {
        IsChanged = true;
        if (share.IsReturn)
        {
            Returns += sign;
            Returned += sign * (Int128)share.Amount;
        }
        else
        {
            Orders += sign;
            Amount += sign * (Int128)share.Amount;
        }
    }
}
