namespace ClientLedger.Writing;

/// <summary>Comparing values in their canonical form.</summary>
internal static class CanonicalValues
{
    /// <summary>Equal, element by element for several values; nothing equals nothing.</summary>
    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (string[] several, string[] others) => several.AsSpan().SequenceEqual(others),
        _ => left.Equals(right),
    };

    /// <summary>
    /// Both sides' changes to a list: what one side took away is gone, what one side added is there, in their order first and mine after.
    /// </summary>
    public static string[]? Merge(string[]? origin, string[]? mine, string[]? theirs)
    {
        origin ??= [];
        mine ??= [];
        theirs ??= [];
        string[] merged =
        [
            .. theirs.Where(element => mine.Contains(element) || !origin.Contains(element)),
            .. mine.Where(element => !origin.Contains(element) && !theirs.Contains(element)),
        ];
        return merged.Length == 0 ? null : merged;
    }
}
