namespace ClientLedger.Fields.Values;

/// <summary>
/// A number's text cut into what stands before the digits, the digits with their separators, and what stands behind, with
/// the sign taken out: a minus or plus sign before, or brackets, in which bookkeepers put negative amounts.
/// </summary>
internal readonly ref struct SignedText
{
    public SignedText(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyInRange('0', '9');
        if (first < 0)
        {
            return;
        }

        var beginsWithPoint = first > 0 && text[first - 1] == '.' && (first == 1 || !char.IsLetter(text[first - 2]));
        first -= beginsWithPoint ? 1 : 0;
        var end = text.LastIndexOfAnyInRange('0', '9') + 1;
        end += end < text.Length && text[end] == '.' ? 1 : 0;
        Digits = text[first..end];
        Before = text[..first].Trim(' ');
        After = text[end..].Trim(' ');
        var hasBrackets = After is [.., ')'] && Before.Contains('(');
        if (hasBrackets)
        {
            After = After[..^1].TrimEnd(' ');
            Before = Without('(', Before);
        }

        var signs = Before.Count('-') + Before.Count('−') + Before.Count('–') + Before.Count('+');
        IsNegative = hasBrackets || (signs == 1 && !Before.Contains('+'));
        IsWellFormed = signs + (hasBrackets ? 1 : 0) <= 1 && !After.ContainsAny("()");
        foreach (var sign in "-−–+")
        {
            Before = Without(sign, Before);
        }
    }

    public ReadOnlySpan<char> Before { get; }

    public ReadOnlySpan<char> Digits { get; }

    public ReadOnlySpan<char> After { get; }

    public bool IsNegative { get; }

    /// <summary>False without digits, with two signs, or with a bracket that isn't closed.</summary>
    public bool IsWellFormed { get; }

    /// <summary>The sign stands at one end of what is before the digits; in the middle it isn't a sign, and stays to be refused.</summary>
    private static ReadOnlySpan<char> Without(char sign, ReadOnlySpan<char> before) => before switch
    {
        [var only, .. var rest] when only == sign => rest.TrimStart(' '),
        [.. var rest, var only] when only == sign => rest.TrimEnd(' '),
        _ => before,
    };
}
