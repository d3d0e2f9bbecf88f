namespace ClientLedger.Reading.Binding;

/// <summary>By what records are grouped.</summary>
/// <param name="By">Units of a time that are told apart.</param>
/// <param name="ZoneSlot">Slot with the zone in which a moment's day lies; −1 for all else.</param>
internal sealed record BoundGroupKey(BoundField Field, PeriodUnit? By, int ZoneSlot)
{
    /// <summary>Slot with the name of the property that shows a tenant's own text, beside the one that it is told apart by; −1 for all else.</summary>
    public int TextSlot { get; init; } = -1;
}

/// <summary>One figure of each group.</summary>
/// <param name="PercentSlot">Slot with the hundredths of a percent; −1 unless it is a percentile.</param>
internal sealed record BoundMeasure(MeasureFunction Function, BoundField? Field, int PercentSlot);

/// <summary>What records come to.</summary>
/// <param name="Level">The records.</param>
internal sealed record BoundAggregation(BoundLevel Level, IReadOnlyList<BoundGroupKey> Keys, IReadOnlyList<BoundMeasure> Measures);
