using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using ClientLedger.Fields.Values;
using ClientLedger.Messages;

namespace ClientLedger.Fields.Lists;

/// <summary>A controlled list that ships with the product, flat or in levels: what a field of such a list may hold.</summary>
public sealed class ReferenceList
{
    private readonly FrozenDictionary<string, ReferenceItem> byCode;
    private readonly Lazy<FrozenDictionary<string, string[]>> byName;
    private readonly Lazy<FrozenDictionary<string, ReferenceItem[]>> byParent;

    /// <summary>A list of entries, each after its parent.</summary>
    /// <param name="name">The name by which descriptors name it: <c>regions</c>.</param>
    /// <param name="label">What is shown.</param>
    /// <param name="items">The entries in the order in which they are shown.</param>
    /// <param name="otherNames">Further names under which an entry is found, as (code, name).</param>
    public ReferenceList(string name, Label label, IReadOnlyList<ReferenceItem> items, IReadOnlyList<(string Code, string Name)>? otherNames = null)
    {
        Name = name;
        Label = label;
        Items = items;
        HasLevels = items.Any(item => item.Level > 1);
        byCode = items.ToFrozenDictionary(item => item.Code);
        byName = new(() => IndexNames(items, otherNames ?? []));
        byParent = new(() => items.GroupBy(item => item.Parent ?? "").ToFrozenDictionary(group => group.Key, group => group.ToArray()));
    }

    public string Name { get; }

    public Label Label { get; }

    public IReadOnlyList<ReferenceItem> Items { get; }

    /// <summary>The entry of a code, which must be spelt exactly, or null.</summary>
    public ReferenceItem? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The entry of a code, which must be spelt exactly, or null; without a string for the code.</summary>
    public ReferenceItem? Find(ReadOnlySpan<char> code) =>
        byCode.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out var item) ? item : null;

    /// <summary>
    /// The codes of all entries of a name in either language, or of another usual name, in the order of the list; empty when
    /// there is none. Width, case, accents and traditional characters make no difference.
    /// </summary>
    public IReadOnlyList<string> FindByName(string name) => byName.Value.GetValueOrDefault(FoldedText.Plain(name)) ?? [];

    /// <summary>The entries directly under a code, or the top level for null.</summary>
    public IReadOnlyList<ReferenceItem> Under(string? parent) => byParent.Value.GetValueOrDefault(parent ?? "") ?? [];

    /// <summary>True when the code is the ancestor itself or stands under it at any depth.</summary>
    public bool IsWithin(string code, string ancestor)
    {
        for (var item = Find(code); item is not null; item = item.Parent is null ? null : Find(item.Parent))
        {
            if (item.Code == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The code that a person's or a file's text means: a code, a name, or in a list of levels names from the top down
    /// (广东省深圳市, 广东 / 深圳). Of several entries of one name the one at the highest level is meant if it is alone there;
    /// otherwise the refusal asks which.
    /// </summary>
    public bool TryResolve(string text, [NotNullWhen(true)] out string? code, [NotNullWhen(false)] out Refusal? refusal)
    {
        (code, refusal) = (null, null);
        if (byCode.TryGetValue(text, out var exact))
        {
            code = exact.Code;
            return true;
        }

        var found = FindByName(text);
        if (found.Count == 0)
        {
            found = ReferencePaths.Find(this, text);
        }

        if (found.Count > 0 && Highest(found) is { } highest)
        {
            code = highest;
            return true;
        }

        refusal = found.Count == 0
            ? Refusal.Of(ListMessages.Unknown, ("value", ValueMessages.Shown(text)), ("list", Label))
            : Refusal.Of(ListMessages.Ambiguous, ("value", ValueMessages.Shown(text)), ("list", Label), ("choices", ReferencePaths.Choices(this, found)));
        return false;
    }

    /// <summary>The codes of a name that is folded already.</summary>
    internal IReadOnlyList<string> Named(ReadOnlySpan<char> folded) =>
        byName.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var codes) ? codes : [];

    internal bool HasLevels { get; }

    private string? Highest(IReadOnlyList<string> codes)
    {
        var level = codes.Min(code => byCode[code].Level);
        var highest = codes.Where(code => byCode[code].Level == level).ToList();
        return highest.Count == 1 ? highest[0] : null;
    }

    private static FrozenDictionary<string, string[]> IndexNames(
        IReadOnlyList<ReferenceItem> items, IReadOnlyList<(string Code, string Name)> otherNames)
    {
        var order = items.Select((item, at) => (item.Code, at)).ToDictionary(pair => pair.Code, pair => pair.at);
        return items.SelectMany(IEnumerable<(string Code, string Name)> (item) =>
                [(item.Code, item.Code), (item.Code, item.Label.Chinese), (item.Code, item.Label.English)])
            .Concat(otherNames)
            .GroupBy(pair => FoldedText.Plain(pair.Name), pair => pair.Code)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().OrderBy(code => order[code]).ToArray());
    }
}
