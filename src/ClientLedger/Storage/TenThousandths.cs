namespace ClientLedger.Storage;

/// <summary>Decimals as the database holds them: whole ten-thousandths in 64 bits, exact in sums and in indexes on every provider.</summary>
public static class TenThousandths
{
    public const int Places = 4;
    private const decimal Scale = 10_000m;

    /// <summary>The largest value; the smallest is its negative.</summary>
    public const decimal Most = long.MaxValue / Scale;

    /// <summary>The stored number. The value has at most four places and lies within ±922,337,203,685,477.5807: the write gate has refused all else.</summary>
    public static long FromDecimal(decimal value)
    {
        var scaled = value * Scale;
        return scaled == decimal.Truncate(scaled)
            ? decimal.ToInt64(scaled)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "More than four decimal places.");
    }

    /// <summary>The value, without trailing zeros.</summary>
    public static decimal ToDecimal(long stored)
    {
        var value = stored / Scale;
        return value == decimal.Truncate(value) ? decimal.Truncate(value) : value / 1.0000000000000000000000000000m;
    }
}
