using ClientLedger.Fields.Values;

namespace ClientLedger.Imports.Files;

/// <summary>What the first rows of a file show of one column.</summary>
/// <param name="Heading">Unique in the file.</param>
/// <param name="Kind">What at least four of five filled cells look like; text when they differ.</param>
/// <param name="Filled">Share of rows with a value, from 0 to 1.</param>
/// <param name="Examples">A few different values, as text.</param>
/// <param name="Order">For dates that end with the year: what stands first, where some cell settles it and none contradicts.</param>
public sealed record ColumnProfile(string Heading, CellKind Kind, double Filled, IReadOnlyList<string> Examples, DayMonthOrder? Order)
{
    private const int MostExamples = 40;
    private const double Most = 0.8;

    /// <summary>The profile of a column over a sample of rows.</summary>
    internal static ColumnProfile Of(string heading, int column, IReadOnlyList<FileRow> rows)
    {
        var kinds = new Dictionary<CellKind, int>();
        var examples = new List<string>();
        var orders = new HashSet<DayMonthOrder>();
        var filled = 0;
        foreach (var row in rows)
        {
            if (row[column] is not { } cell || CellKinds.Of(cell) is var kind && kind == CellKind.Empty)
            {
                continue;
            }

            filled++;
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            var text = CellKinds.TextOf(cell)!;
            if (examples.Count < MostExamples && !examples.Contains(text))
            {
                examples.Add(text);
            }

            if (cell is string && CellKinds.OrderOf(text) is { } order)
            {
                orders.Add(order);
            }
        }

        return new(heading, KindOf(kinds, filled), rows.Count == 0 ? 0 : (double)filled / rows.Count, examples, orders.Count == 1 ? orders.First() : null);
    }

    private static CellKind KindOf(Dictionary<CellKind, int> kinds, int filled)
    {
        if (filled == 0)
        {
            return CellKind.Empty;
        }

        // Midnight among other times is still a moment.
        if (kinds.TryGetValue(CellKind.Moment, out var moments))
        {
            kinds[CellKind.Moment] = moments + kinds.GetValueOrDefault(CellKind.Date);
            kinds.Remove(CellKind.Date);
        }

        var (kind, count) = kinds.MaxBy(pair => pair.Value);
        return count >= filled * Most ? kind : CellKind.Text;
    }
}

/// <summary>The beginning of a file, to look at before importing it.</summary>
/// <param name="Columns">In the order of the file.</param>
/// <param name="Rows">The first rows under the headings.</param>
public sealed record FilePreview(FileLayout Layout, IReadOnlyList<ColumnProfile> Columns, IReadOnlyList<FileRow> Rows);
