using ClientLedger.Imports.Files.Text;
using ClientLedger.Imports.Files.Workbooks;
using ClientLedger.Messages;

namespace ClientLedger.Imports.Files;

/// <summary>
/// A file that a user uploaded, read as a stream of rows: a delimited text in any encoding, or a sheet of a workbook. Memory doesn't grow with
/// the rows (of a workbook the shared texts are kept). How it is to be read is found by looking at its beginning, and the user may overrule it.
/// One thread at a time.
/// </summary>
public sealed class ImportFile
{
    private const int SampleRows = 200;
    private const int PreviewRows = 20;

    private readonly Stream stream;
    private readonly string name;
    private readonly FileLimits limits;
    private readonly IReadOnlyList<FileRow> sample;
    private readonly bool isReturned;
    private IRowSource? current;

    private ImportFile(Stream stream, string name, FileLimits limits, FileChoices choices)
    {
        this.stream = stream;
        this.name = name;
        this.limits = limits;
        Layout = FindLayout(choices);
        var rows = Guard(() => ReadSample(Layout));
        var headingsAt = choices.HeadingsAt ?? HeadingFinder.Find(rows);
        var headings = headingsAt == 0 ? null : rows.Find(row => row.Number == headingsAt)
            ?? throw new RefusedException(Refusal.Of(FileMessages.HeadingsMissing, ("row", headingsAt)));
        Layout = Layout with { HeadingsAt = headingsAt };

        rows.RemoveAll(row => row.Number <= headingsAt);
        var isSheet = Layout.Format != FileFormat.Text;
        var columns = HeadingFinder.CountColumns(isSheet ? headings?.Width ?? 0 : headings?.Cells.Length ?? 0, rows, isSheet);
        Headings = HeadingFinder.Names(headings?.Cells, columns);
        isReturned = ReturnedFile.Is(Headings);
        sample = [.. rows.Select(row => RowOf(row.Number, row.Cells, null))];
    }

    /// <summary>How the file is read.</summary>
    public FileLayout Layout { get; }

    /// <summary>The names of the columns, each different from the others.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>How far the rows have been read that are being read; all of it when none are.</summary>
    public FileProgress Progress => current?.Progress ?? new(1, 1);

    /// <summary>Opens a file.</summary>
    /// <param name="stream">Readable and seekable; it isn't closed.</param>
    /// <param name="name">What the user calls the file: for messages, and a hint where the content leaves something open.</param>
    /// <param name="choices">What the user settled; the rest is found.</param>
    /// <exception cref="RefusedException">It can't be imported: what is wrong, and what to do.</exception>
    public static ImportFile Open(Stream stream, string name, FileChoices? choices = null, FileLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        limits ??= FileLimits.Default;
        if (stream.Length == 0)
        {
            throw new RefusedException(Refusal.Of(FileMessages.Empty, ("name", name)));
        }

        const long megabyte = 1024 * 1024;
        return stream.Length <= limits.Bytes
            ? new ImportFile(stream, name, limits, choices ?? FileChoices.None)
            : throw new RefusedException(Refusal.Of(FileMessages.TooLarge, ("name", name), ("size", stream.Length / megabyte), ("most", limits.Bytes / megabyte)));
    }

    /// <summary>The first rows and what the columns look like, by the first 200 rows.</summary>
    public FilePreview Preview() => new(
        Layout, [.. Headings.Select((heading, column) => ColumnProfile.Of(heading, column, sample))], [.. sample.Take(PreviewRows)]);

    /// <summary>
    /// The rows under the headings that have a filled cell, in the order of the file, each time from the file anew. One enumeration at a time.
    /// </summary>
    /// <param name="afterRow">Number of the last row that isn't wanted: those up to it are passed over quickly.</param>
    /// <exception cref="RefusedException">The file can't be read on, or has more rows than it may.</exception>
    public IEnumerable<FileRow> Rows(long afterRow = 0)
    {
        using var source = Guard(() => OpenSource(Layout));
        current = source;
        try
        {
            var cells = new List<object?>();
            var after = Math.Max(afterRow, Layout.HeadingsAt);
            var (rows, last) = (0L, after);
            while (Guard(() => source.TryRead(cells, after, out last), last))
            {
                if (++rows > limits.Rows)
                {
                    throw new RefusedException(Refusal.Of(FileMessages.TooManyRows, ("most", limits.Rows)));
                }

                yield return RowOf(last, cells, source.Problem);
            }
        }
        finally
        {
            current = null;
        }
    }

    private FileRow RowOf(long number, IReadOnlyList<object?> cells, Refusal? problem)
    {
        var columns = Headings.Count;
        var values = new object?[columns];
        var last = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            last = cells[i] is null ? last : i + 1;
            if (i < columns)
            {
                values[i] = isReturned && cells[i] is string text ? ReturnedFile.Unguarded(text) : cells[i];
            }
        }

        problem ??= last > columns ? Refusal.Of(FileMessages.RowTooLong, ("row", number), ("cells", last), ("columns", columns)) : null;
        return new FileRow(number, values, problem);
    }

    private FileLayout FindLayout(FileChoices choices) => FileSignature.Find(stream, name) switch
    {
        FileFormat.Text => TextLayout.Find(stream, name, choices),
        var format => Guard(() => SheetLayout.Find(stream, name, format, choices, limits)),
    };

    private IRowSource OpenSource(FileLayout layout)
    {
        if (layout.Format == FileFormat.Text)
        {
            return new DelimitedRows(stream, TextEncodings.Of(layout.Encoding!), layout.Delimiter!.Value, layout.Quote!.Value, limits);
        }

        return SheetLayout.Open(stream, name, layout, limits);
    }

    private List<SampleRow> ReadSample(FileLayout layout)
    {
        var rows = new List<SampleRow>();
        var cells = new List<object?>();
        using var source = OpenSource(layout);
        while (rows.Count < SampleRows && source.TryRead(cells, 0, out var number))
        {
            if (cells.Count > limits.Columns)
            {
                throw new RefusedException(Refusal.Of(FileMessages.TooManyColumns, ("row", number), ("most", limits.Columns)));
            }

            rows.Add(new(number, [.. cells]));
        }

        return rows.Count > 0 ? rows : throw new RefusedException(Refusal.Of(FileMessages.NoRows, ("name", layout.Sheet ?? name)));
    }

    /// <summary>Whatever a damaged workbook makes a reader stumble over is a refusal; texts have no such damage.</summary>
    private T Guard<T>(Func<T> read, long row = 0)
    {
        try
        {
            return read();
        }
        catch (Exception damage) when (damage is not (RefusedException or OutOfMemoryException or IOException) || damage is InvalidDataException or EndOfStreamException)
        {
            throw new RefusedException(Refusal.Of(FileMessages.Damaged, ("name", name), ("row", row + 1)));
        }
    }
}
