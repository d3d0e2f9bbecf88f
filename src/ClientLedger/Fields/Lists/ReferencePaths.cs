using ClientLedger.Fields.Values;
using ClientLedger.Messages;

namespace ClientLedger.Fields.Lists;

/// <summary>Names written from the top of a list downwards: 广东省深圳市南山区, 广东/深圳, Guangdong - Shenzhen.</summary>
internal static class ReferencePaths
{
    private const int MostChoicesShown = 5;
    private const int LongestPath = 60;

    private static readonly char[] Separators = ['/', '\\', '>', '|', '-', ',', '、', ' '];

    /// <summary>The codes that a path means; empty when it means none. Levels may be left out.</summary>
    public static IReadOnlyList<string> Find(ReferenceList list, string text)
    {
        var folded = FoldedText.Plain(text);
        if (!list.HasLevels || folded.Length > LongestPath)
        {
            return [];
        }

        var names = folded.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 1 ? Match(list, folded, above: null) : Follow(list, names);
    }

    /// <summary>What a refusal offers: each entry with its ancestors and its code.</summary>
    public static Label Choices(ReferenceList list, IReadOnlyList<string> codes)
    {
        var shown = codes.Take(MostChoicesShown).ToArray();
        var more = codes.Count > shown.Length ? "; …" : "";
        return new(
            string.Join("；", shown.Select(code => $"{Of(list, code, Language.Chinese)} ({code})")) + more.Replace("; ", "；", StringComparison.Ordinal),
            string.Join("; ", shown.Select(code => $"{Of(list, code, Language.English)} ({code})")) + more);
    }

    /// <summary>An entry with what stands above it: 广东省 / 深圳市. It is shown so, and found again by it; a code that the list doesn't have stands for itself.</summary>
    public static string Of(ReferenceList list, string code, Language language)
    {
        var names = new Stack<string>();
        for (var item = list.Find(code); item is not null; item = item.Parent is null ? null : list.Find(item.Parent))
        {
            names.Push(item.Label.In(language));
        }

        return names.Count == 0 ? code : string.Join(" / ", names);
    }

    private static List<string> Follow(ReferenceList list, string[] names)
    {
        List<string>? found = null;
        foreach (var name in names)
        {
            found = Within(list, list.Named(name), found);
        }

        return found ?? [];
    }

    /// <summary>Takes the longest name off the front for which the rest names something below.</summary>
    private static List<string> Match(ReferenceList list, ReadOnlySpan<char> folded, List<string>? above)
    {
        var whole = Within(list, list.Named(folded), above);
        for (var length = folded.Length - 1; whole.Count == 0 && length >= 2; length--)
        {
            var upper = Within(list, list.Named(folded[..length]), above);
            whole = upper.Count == 0 ? upper : Match(list, folded[length..], upper);
        }

        return whole;
    }

    private static List<string> Within(ReferenceList list, IReadOnlyList<string> codes, List<string>? above) =>
        [.. codes.Where(code => above is null || above.Exists(ancestor => list.IsWithin(code, ancestor)))];
}
