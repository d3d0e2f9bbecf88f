using ClientLedger.Fields.Values;

namespace ClientLedger.Reading.Searching;

/// <summary>Where a hit stands among the others.</summary>
/// <param name="Worst">The class in which it fits altogether.</param>
/// <param name="ByRarest">The class in which the rarest word finds it.</param>
/// <param name="Row">The first row of the index by which that word finds it.</param>
internal readonly record struct HitPlace(Match Worst, Match ByRarest, TermRow Row) : IComparable<HitPlace>
{
    /// <summary>Before all hits that are first found in a class.</summary>
    public static HitPlace FirstOf(Match match) => new(match, match, new TermRow("", 0, 0));

    public static bool operator <(HitPlace one, HitPlace other) => one.CompareTo(other) < 0;

    public static bool operator >(HitPlace one, HitPlace other) => one.CompareTo(other) > 0;

    public static bool operator <=(HitPlace one, HitPlace other) => one.CompareTo(other) <= 0;

    public static bool operator >=(HitPlace one, HitPlace other) => one.CompareTo(other) >= 0;

    public int CompareTo(HitPlace other)
    {
        var order = (Worst, ByRarest).CompareTo((other.Worst, other.ByRarest));
        order = order != 0 ? order : FoldedText.Compare(Row.Term, other.Row.Term);
        return order != 0 ? order : (Row.FieldId, Row.RecordId).CompareTo((other.Row.FieldId, other.Row.RecordId));
    }
}
