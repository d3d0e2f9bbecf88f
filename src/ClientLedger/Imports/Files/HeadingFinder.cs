using System.Globalization;
using ClientLedger.Fields.Values;

namespace ClientLedger.Imports.Files;

/// <summary>A row of a sample, before it is known which row holds the headings.</summary>
internal sealed record SampleRow(long Number, object?[] Cells)
{
    public int Filled { get; } = Cells.Count(cell => cell is not null);

    /// <summary>Cells up to the last filled one.</summary>
    public int Width { get; } = Array.FindLastIndex(Cells, cell => cell is not null) + 1;
}

/// <summary>Finds the row that names the columns, under titles and remarks that may stand above it.</summary>
internal static class HeadingFinder
{
    private const int LongestHeading = 100;
    private const double MostNames = 0.8;
    private const double MostDiffer = 0.5;
    private const double MostCells = 0.6;

    /// <summary>
    /// Number of the row with the headings, or 0. It is the first row about as wide as the rows below, and its cells are different short texts
    /// and neither numbers nor dates nor addresses.
    /// </summary>
    public static long Find(IReadOnlyList<SampleRow> rows)
    {
        // Remarks above and below a short table may be more than its rows.
        var several = rows.Where(row => row.Filled > 1).Select(row => row.Filled).Order().ToList();
        var usual = several.Count > 1 && several.Count * 4 >= rows.Count ? several[several.Count / 2] : 1;
        var first = rows.FirstOrDefault(row => row.Filled >= usual * MostCells && (row.Filled > 1 || usual == 1));
        return first is not null && IsNames(first) ? first.Number : 0;
    }

    /// <summary>
    /// A name for each column: its heading, made unique by a number behind it, or the letter by which a spreadsheet names the column where the
    /// heading is empty.
    /// </summary>
    /// <param name="headings">The cells of the heading row; null when there is none.</param>
    public static IReadOnlyList<string> Names(object?[]? headings, int columns)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<string>(columns);
        for (var column = 0; column < columns; column++)
        {
            var heading = headings is not null && column < headings.Length ? TextCleaning.Line(CellKinds.TextOf(headings[column]) ?? "") : "";
            heading = heading.Length == 0 ? LetterOf(column) : heading.Length > LongestHeading ? heading[..LongestHeading] : heading;
            var name = heading;
            for (var number = 2; !taken.Add(name); number++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{heading} ({number})");
            }

            names.Add(name);
        }

        return names;
    }

    /// <summary>
    /// How many columns a file has: as many as its heading row has cells, and more where most rows are wider, or any of a sheet, in which
    /// nothing but a column of its own can stand there.
    /// </summary>
    /// <param name="headings">Cells of the heading row; 0 when there is none.</param>
    public static int CountColumns(int headings, IReadOnlyList<SampleRow> rows, bool isSheet)
    {
        var widths = rows.Select(row => row.Width).Order().ToList();
        var widest = widths.Count == 0 ? 0 : isSheet || headings == 0 ? widths[^1] : widths[(widths.Count - 1) / 2];
        return Math.Max(headings, widest);
    }

    private static bool IsNames(SampleRow row)
    {
        var cells = row.Cells.Where(cell => cell is not null).ToList();
        var names = cells.OfType<string>().Where(text => text.Length <= LongestHeading && CellKinds.Of(text) is CellKind.Text).ToList();
        return names.Count >= cells.Count * MostNames && names.Distinct().Count() >= names.Count * MostDiffer;
    }

    private static string LetterOf(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : LetterOf((column / 26) - 1) + (char)('A' + (column % 26));
}
