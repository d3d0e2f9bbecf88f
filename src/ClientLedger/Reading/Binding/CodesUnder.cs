using System.Collections.Concurrent;
using ClientLedger.Fields.Lists;

namespace ClientLedger.Reading.Binding;

/// <summary>The codes of a controlled list that are an entry or stand under it; worked out once for each entry.</summary>
internal static class CodesUnder
{
    private static readonly ConcurrentDictionary<(ReferenceList List, string Code), string[]> Known = new();

    /// <summary>The codes; none where the list has no such entry.</summary>
    public static string[] Of(ReferenceList list, string code) => list.Find(code) is null
        ? []
        : Known.GetOrAdd((list, code), static key => [.. key.List.Items.Select(item => item.Code).Where(each => key.List.IsWithin(each, key.Code))]);
}
