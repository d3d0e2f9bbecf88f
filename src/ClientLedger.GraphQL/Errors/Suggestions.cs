namespace ClientLedger.GraphQL.Errors;

/// <summary>"Did you mean …?", for names that the caller may know.</summary>
internal static class Suggestions
{
    private const int MostSuggested = 5;

    /// <summary>The question, with a space before it, or nothing when no name is near.</summary>
    /// <param name="what">What is suggested, such as "the enum value", or null.</param>
    /// <param name="names">The names, the best first.</param>
    public static string DidYouMean(string? what, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return "";
        }

        var quoted = names.Take(MostSuggested).Select(name => $"\"{name}\"").ToList();
        return $" Did you mean {(what is null ? "" : what + " ")}{OrList(quoted)}?";
    }

    /// <summary>The names that are near to what was written, the nearest first; equally near ones in natural order.</summary>
    public static List<string> Near(string written, IEnumerable<string> names)
    {
        var threshold = (written.Length * 2 / 5) + 1;
        var distance = new LexicalDistance(written);
        return
        [
            .. names.Distinct()
                .Select(name => (Name: name, Distance: distance.To(name, threshold)))
                .Where(near => near.Distance is not null)
                .OrderBy(near => near.Distance)
                .ThenBy(near => near.Name, NaturalOrder.Instance)
                .Select(near => near.Name),
        ];
    }

    /// <summary>"a", "a or b", "a, b, or c".</summary>
    public static string OrList(IReadOnlyList<string> items) => FormatList("or", items);

    /// <summary>"a", "a and b", "a, b, and c".</summary>
    public static string AndList(IReadOnlyList<string> items) => FormatList("and", items);

    private static string FormatList(string conjunction, IReadOnlyList<string> items) => items.Count switch
    {
        1 => items[0],
        2 => $"{items[0]} {conjunction} {items[1]}",
        _ => $"{string.Join(", ", items.SkipLast(1))}, {conjunction} {items[^1]}",
    };
}
