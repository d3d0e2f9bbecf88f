namespace ClientLedger.Imports.Files.Text;

/// <summary>Finds the character between cells: the one that gives most rows the same number of cells.</summary>
internal static class DelimiterFinder
{
    /// <summary>In the order in which they are preferred where nothing speaks for one of them.</summary>
    private static readonly char[] Candidates = [',', '\t', ';', '|'];

    /// <summary>The delimiter of the beginning of a text; a file name that ends in <c>.tsv</c> or <c>.tab</c> makes the tab the first guess.</summary>
    /// <param name="sample">The first characters of the text.</param>
    /// <param name="isWhole">The sample is the whole text, so that its last row is complete.</param>
    public static char Find(ReadOnlySpan<char> sample, bool isWhole, char quote, string fileName)
    {
        if (Named(sample) is { } named)
        {
            return named;
        }

        var preferTab = fileName.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".tab", StringComparison.OrdinalIgnoreCase);
        var (best, bestScore) = (preferTab ? '\t' : ',', 0.0);
        foreach (var candidate in preferTab ? ['\t', .. Candidates] : Candidates)
        {
            var score = Score(sample, isWhole, quote, candidate);
            if (score > bestScore * 1.0001)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        return best;
    }

    /// <summary>Excel's own way to say it: a first line <c>sep=;</c>.</summary>
    internal static char? Named(ReadOnlySpan<char> text) =>
        text.Length > 5 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text[5] is '\r' or '\n' ? text[4] : null;

    /// <summary>The share of rows that have the most frequent number of cells, times how many that is; 0 when most rows aren't divided.</summary>
    private static double Score(ReadOnlySpan<char> sample, bool isWhole, char quote, char delimiter)
    {
        var counts = CellCounts(sample, isWhole, quote, delimiter);
        if (counts.Count == 0)
        {
            return 0;
        }

        var (cells, rows) = counts.Where(count => count > 1).GroupBy(count => count).Select(group => (group.Key, Rows: group.Count()))
            .OrderByDescending(group => group.Rows).ThenByDescending(group => group.Key).FirstOrDefault();
        var share = (double)rows / counts.Count;
        return share * share * Math.Log2(1 + cells);
    }

    private static List<int> CellCounts(ReadOnlySpan<char> text, bool isWhole, char quote, char delimiter)
    {
        var counts = new List<int>();
        var (cells, quoted, filled, atStart) = (1, false, false, true);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                var isDoubled = c == quote && i + 1 < text.Length && text[i + 1] == quote;
                quoted = c != quote || isDoubled;
                i += isDoubled ? 1 : 0;
            }
            else if (c == delimiter)
            {
                (cells, atStart) = (cells + 1, true);
            }
            else if (c is '\r' or '\n')
            {
                if (filled)
                {
                    counts.Add(cells);
                }

                (cells, filled, atStart) = (1, false, true);
            }
            else
            {
                quoted = atStart && c == quote && quote != '\0';
                atStart &= c == ' ';
                filled |= !char.IsWhiteSpace(c);
            }
        }

        if (filled && (isWhole || counts.Count == 0))
        {
            counts.Add(cells);
        }

        return counts;
    }
}
