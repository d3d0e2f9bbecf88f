using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Finds names that stand more than once in a list.</summary>
internal static class DuplicateNames
{
    private const int LargestScanned = 8;

    /// <summary>The places of each name that stands more than once. A list without any, nearly every list, costs no memory.</summary>
    public static IReadOnlyList<IReadOnlyList<Name>> In<T>(NodeList<T> items, Func<T, Name> nameOf)
        where T : ListedNode
    {
        var count = items.Count;
        if (count < 2 || (count <= LargestScanned && AreDistinct(items, nameOf)))
        {
            return [];
        }

        var groups = new Dictionary<string, List<Name>>(count, StringComparer.Ordinal);
        foreach (var item in items)
        {
            var name = nameOf(item);
            if (groups.TryGetValue(name.Value, out var group))
            {
                group.Add(name);
            }
            else
            {
                groups.Add(name.Value, [name]);
            }
        }

        return [.. groups.Values.Where(group => group.Count > 1)];
    }

    public static int[] PlacesOf(IEnumerable<Name> names) => [.. names.Select(name => name.Start)];

    private static bool AreDistinct<T>(NodeList<T> items, Func<T, Name> nameOf)
        where T : ListedNode
    {
        for (var rest = items; rest.First is { } item; rest = rest.Rest)
        {
            var name = nameOf(item).Value;
            foreach (var behind in rest.Rest)
            {
                if (nameOf(behind).Value == name)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
