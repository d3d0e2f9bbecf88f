using System.Collections.Immutable;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Finds names that stand more than once in a list.</summary>
internal static class DuplicateNames
{
    private const int LargestScanned = 8;

    /// <summary>The places of each name that stands more than once. A list without any, nearly every list, costs no memory.</summary>
    public static IReadOnlyList<IReadOnlyList<Name>> In<T>(ImmutableArray<T> items, Func<T, Name> nameOf)
    {
        if (items.Length < 2 || (items.Length <= LargestScanned && AreDistinct(items, nameOf)))
        {
            return [];
        }

        var groups = new Dictionary<string, List<Name>>(items.Length, StringComparer.Ordinal);
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

    private static bool AreDistinct<T>(ImmutableArray<T> items, Func<T, Name> nameOf)
    {
        for (var index = 1; index < items.Length; index++)
        {
            var name = nameOf(items[index]).Value;
            for (var before = 0; before < index; before++)
            {
                if (nameOf(items[before]).Value == name)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
