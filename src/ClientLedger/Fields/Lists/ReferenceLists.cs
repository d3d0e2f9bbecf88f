using System.Collections.Frozen;

namespace ClientLedger.Fields.Lists;

/// <summary>All controlled lists that ship with the product. They are loaded together when one is first asked for.</summary>
public static class ReferenceLists
{
    private static readonly Lazy<IReadOnlyList<ReferenceList>> Loaded = new(() =>
    [
        Industries.List,
        Regions.List,
        Countries.List,
        Currencies.List,
        .. CustomerLists.All,
        .. ServiceLists.All,
        .. StateLists.All,
        .. TradeLists.All,
    ]);

    private static readonly Lazy<FrozenDictionary<string, ReferenceList>> ByName = new(() => Loaded.Value.ToFrozenDictionary(list => list.Name));

    public static IReadOnlyList<ReferenceList> All => Loaded.Value;

    /// <summary>The list of a name (<c>regions</c>, <c>orderStates</c> …), or null.</summary>
    public static ReferenceList? Find(string name) => ByName.Value.GetValueOrDefault(name);
}
