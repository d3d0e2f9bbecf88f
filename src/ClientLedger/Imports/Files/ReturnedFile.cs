using System.Buffers;
using ClientLedger.Messages;

namespace ClientLedger.Imports.Files;

/// <summary>
/// The shape of the file by which refused lines go back to the user, and may come in again: the columns of the original, the running number that a line
/// has in it, and why it was refused. What a spreadsheet would take for a formula stands behind an apostrophe.
/// </summary>
internal static class ReturnedFile
{
    /// <summary>Heading of the column that says why, in each language. A file that has it is one of ours.</summary>
    public static readonly Label Reasons = new("未导入原因", "Why it wasn't imported");

    private const char Guard = '\'';

    private static readonly SearchValues<char> BeginsFormula = SearchValues.Create("=+-@\t\r");
    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789 .,()-/");

    /// <summary>Heading of the column that holds a line's running number among those with the same value of a column.</summary>
    public static string NumberOf(string group) => group + " #";

    /// <summary>Whether a column was added by us.</summary>
    public static bool IsAdded(string heading, string? group) =>
        heading == Reasons.Chinese || heading == Reasons.English || (group is not null && heading == NumberOf(group));

    /// <summary>Whether a file of these headings is one of ours.</summary>
    public static bool Is(IReadOnlyList<string> headings) => headings.Contains(Reasons.Chinese) || headings.Contains(Reasons.English);

    /// <summary>A cell as it may stand in a file that a spreadsheet opens. Numbers and phones with a sign are no formulas.</summary>
    public static string Guarded(string cell) => IsGuarded(cell) || IsFormula(cell) ? Guard + cell : cell;

    /// <summary>The cell without its guard.</summary>
    public static string Unguarded(string cell) => IsGuarded(cell) ? cell[1..] : cell;

    /// <summary>Apostrophe and formula, or several apostrophes before one, so that taking off what was put on gives the same cell again.</summary>
    private static bool IsGuarded(string cell)
    {
        var rest = cell.AsSpan().TrimStart(Guard);
        return rest.Length < cell.Length && IsFormula(rest);
    }

    private static bool IsFormula(ReadOnlySpan<char> cell) =>
        cell.Length > 0 && BeginsFormula.Contains(cell[0]) && !(cell is ['+' or '-', .. var rest] && rest.Length > 0 && !rest.ContainsAnyExcept(InNumbers));
}
