using ClientLedger.Messages;

namespace ClientLedger.Fields.Lists;

/// <summary>Builds a flat list from its lines.</summary>
internal static class ShortList
{
    public static ReferenceList Of(
        string name, Label label, ReadOnlySpan<(string Code, string Chinese, string English)> items, params (string Code, string Name)[] otherNames)
    {
        var entries = new ReferenceItem[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            entries[i] = new(items[i].Code, new(items[i].Chinese, items[i].English));
        }

        return new(name, label, entries, otherNames);
    }
}
