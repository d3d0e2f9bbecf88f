namespace ClientLedger.GraphQL.Validation.Rules.Merging;

/// <summary>Pairs that have been compared. A pair that was compared as one that may meet needs no comparison as one that can't, but not the other way round.</summary>
internal sealed class ComparedPairs<TOne, TOther>
{
    private readonly Dictionary<(TOne One, TOther Other), bool> compared = [];

    public bool Contains(TOne one, TOther other, bool areExclusive) => compared.TryGetValue((one, other), out var wereExclusive) && (areExclusive || !wereExclusive);

    public void Add(TOne one, TOther other, bool areExclusive) => compared[(one, other)] = areExclusive;
}
