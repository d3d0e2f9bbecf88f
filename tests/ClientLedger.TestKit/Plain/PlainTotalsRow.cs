namespace ClientLedger.TestKit.Plain;

/// <summary>A customer's totals.</summary>
public sealed record PlainTotalsRow(
    long Customer,
    long Orders,
    long Returns,
    DateOnly? First,
    DateOnly? Last,
    decimal Amount,
    decimal Returned,
    long WithoutRate,
    IReadOnlyList<PlainCurrencyTotals> Currencies)
{
    public bool IsEmpty => Orders == 0 && Returns == 0;
}

/// <summary>A customer's totals in one currency.</summary>
public sealed record PlainCurrencyTotals(string Currency, long Orders, long Returns, decimal Amount, decimal Returned);
