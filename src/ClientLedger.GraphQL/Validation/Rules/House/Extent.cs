namespace ClientLedger.GraphQL.Validation.Rules.House;

/// <summary>How much selections ask for, fragments included. Counts stop at a number that no limit reaches, since fragments in fragments double them.</summary>
/// <param name="Own">Fields that aren't within other fields.</param>
/// <param name="All">All fields.</param>
/// <param name="Depth">How deep fields lie within fields.</param>
internal readonly record struct Extent(int Own, int All, int Depth)
{
    private const int Most = int.MaxValue / 4;

    public static Extent Nothing => default;

    /// <summary>Both, side by side.</summary>
    public static Extent operator +(Extent one, Extent other) =>
        new(Math.Min(one.Own + other.Own, Most), Math.Min(one.All + other.All, Most), Math.Max(one.Depth, other.Depth));

    /// <summary>A field that these lie within.</summary>
    public Extent Within() => new(1, Math.Min(All + 1, Most), Depth + 1);
}
