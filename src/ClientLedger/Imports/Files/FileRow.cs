using ClientLedger.Messages;

namespace ClientLedger.Imports.Files;

/// <summary>An error that a spreadsheet shows in a cell: <c>#N/A</c>, <c>#REF!</c>.</summary>
/// <param name="Code">The error as it is shown.</param>
public sealed record CellError(string Code)
{
    public override string ToString() => Code;
}

/// <summary>
/// One row of a file. A cell is null when it is empty, else a <see cref="string"/> (never blank), and from workbooks also a
/// <see cref="double"/>, <see cref="DateTime"/> (of no kind), <see cref="bool"/> or <see cref="CellError"/>.
/// </summary>
public sealed class FileRow
{
    private readonly object?[] cells;

    /// <summary>A row with a cell for every column of its file.</summary>
    public FileRow(long number, object?[] cells, Refusal? problem = null)
    {
        Number = number;
        this.cells = cells;
        Problem = problem;
    }

    /// <summary>The line at which the row begins in a text, or its row in a sheet, counted from 1 as an editor counts.</summary>
    public long Number { get; }

    /// <summary>As many as the file has columns.</summary>
    public int Count => cells.Length;

    /// <summary>Why the row as a whole can't be trusted, as cells that no heading stands over; null when it can.</summary>
    public Refusal? Problem { get; }

    public object? this[int column] => cells[column];
}

/// <summary>How far a file has been read, in units of its own: bytes of a text or sheet, rows of an old workbook.</summary>
/// <param name="Done">From 0 to <paramref name="Total"/>.</param>
/// <param name="Total">At least 1.</param>
public readonly record struct FileProgress(long Done, long Total)
{
    /// <summary>From 0 to 1.</summary>
    public double Share => Math.Clamp((double)Done / Math.Max(1, Total), 0, 1);
}
