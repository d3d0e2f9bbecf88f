using ClientLedger.Fields;
using ClientLedger.Fields.Values;

namespace ClientLedger.TestKit.Plain;

/// <summary>Order and equality of canonical values.</summary>
public static class PlainValues
{
    /// <summary>Compares two values that aren't empty: texts by code point of their folded keys, codes and addresses by code point, the rest by size.</summary>
    public static int Compare(FieldType type, object a, object b) => (a, b) switch
    {
        (string x, string y) when type.HasFoldedKey() => FoldedText.Compare(FoldedText.Key(x), FoldedText.Key(y)),
        (string x, string y) => FoldedText.Compare(x, y),
        _ => Comparer<object>.Default.Compare(a, b),
    };

    /// <summary>Compares two values of which empty ones are the smallest.</summary>
    public static int CompareWithEmpty(FieldType type, object? a, object? b) => (a, b) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ => Compare(type, a, b),
    };

    /// <summary>The very same value: texts letter by letter, several values in the same order.</summary>
    public static bool Same(object? a, object? b) => (a, b) switch
    {
        (string[] x, string[] y) => x.SequenceEqual(y),
        _ => Equals(a, b),
    };

    /// <summary>A number as a decimal.</summary>
    public static decimal Number(object value) => value is long whole ? whole : (decimal)value;
}
