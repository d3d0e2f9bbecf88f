namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>
/// Sorts by a comparison that need not be transitive (one before two and two before three, yet three before one): such a list has no one order, and the library's own sort may throw. What comes out is what the reference implementation's sort
/// makes of a short list: a run at its beginning, and the rest inserted one by one, each where a binary search finds its place.
/// </summary>
internal static class InsertionSort
{
    public static List<T> Sort<T>(IEnumerable<T> items, Comparison<T> compare)
    {
        var sorted = items.ToList();
        for (var at = RunAtBeginning(sorted, compare); at < sorted.Count; at++)
        {
            var item = sorted[at];
            var (low, high) = (0, at);
            while (low < high)
            {
                var middle = low + ((high - low) / 2);
                if (compare(item, sorted[middle]) < 0)
                {
                    high = middle;
                }
                else
                {
                    low = middle + 1;
                }
            }

            sorted.RemoveAt(at);
            sorted.Insert(low, item);
        }

        return sorted;
    }

    /// <summary>How many items at the beginning are in order; if they fall, they are turned round.</summary>
    private static int RunAtBeginning<T>(List<T> items, Comparison<T> compare)
    {
        if (items.Count < 2)
        {
            return items.Count;
        }

        var falls = compare(items[1], items[0]) < 0;
        var length = 2;
        while (length < items.Count && compare(items[length], items[length - 1]) < 0 == falls)
        {
            length++;
        }

        if (falls)
        {
            items.Reverse(0, length);
        }

        return length;
    }
}
