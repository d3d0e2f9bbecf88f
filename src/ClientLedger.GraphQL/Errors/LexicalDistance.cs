namespace ClientLedger.GraphQL.Errors;

/// <summary>How many edits (insert, delete, replace, swap neighbours) lie between a word and others; another case only counts as one.</summary>
internal sealed class LexicalDistance(string word)
{
    private readonly string lower = word.ToLowerInvariant();

    /// <summary>The distance, or null when it is beyond the threshold.</summary>
    public int? To(string other, int threshold)
    {
        if (word == other)
        {
            return 0;
        }

        var otherLower = other.ToLowerInvariant();
        if (lower == otherLower)
        {
            return 1;
        }

        var (longer, shorter) = otherLower.Length < lower.Length ? (lower, otherLower) : (otherLower, lower);
        return longer.Length - shorter.Length > threshold ? null : Measure(longer, shorter, threshold);
    }

    private static int? Measure(string longer, string shorter, int threshold)
    {
        // The last three rows of the table are enough.
        var rows = new[] { new int[shorter.Length + 1], new int[shorter.Length + 1], new int[shorter.Length + 1] };
        for (var column = 0; column <= shorter.Length; column++)
        {
            rows[0][column] = column;
        }

        for (var row = 1; row <= longer.Length; row++)
        {
            var above = rows[(row - 1) % 3];
            var current = rows[row % 3];
            var smallest = current[0] = row;
            for (var column = 1; column <= shorter.Length; column++)
            {
                var replace = longer[row - 1] == shorter[column - 1] ? 0 : 1;
                var cell = Math.Min(Math.Min(above[column] + 1, current[column - 1] + 1), above[column - 1] + replace);
                if (row > 1 && column > 1 && longer[row - 1] == shorter[column - 2] && longer[row - 2] == shorter[column - 1])
                {
                    cell = Math.Min(cell, rows[(row - 2) % 3][column - 2] + 1);
                }

                smallest = Math.Min(smallest, cell);
                current[column] = cell;
            }

            if (smallest > threshold)
            {
                return null;
            }
        }

        var distance = rows[longer.Length % 3][shorter.Length];
        return distance <= threshold ? distance : null;
    }
}
