using System.Text;
using ClientLedger.Messages;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace ClientLedger.Imports.Files.Workbooks;

/// <summary>Rows of one sheet of a binary workbook (BIFF 2 to 8), read by ExcelDataReader, which gives cells with errors as empty ones.</summary>
internal sealed class XlsRows : IRowSource
{
    /// <summary>GBK: what old workbooks in Chinese were saved in when they don't say it.</summary>
    private const int FallbackCodePage = 936;

    private readonly IExcelDataReader reader;
    private readonly MergedCells merged;
    private readonly FileLimits limits;

    static XlsRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private XlsRows(IExcelDataReader reader, FileLimits limits)
    {
        this.reader = reader;
        this.limits = limits;
        merged = new MergedCells((reader.MergeCells ?? []).Select(range => new MergedBlock(range.FromRow, range.ToRow, range.FromColumn)));
    }

    public FileProgress Progress => new(reader.Depth, Math.Max(1, reader.RowCount));

    public Refusal? Problem => null;

    /// <summary>The names of all sheets, and whether each has rows and is shown.</summary>
    /// <exception cref="RefusedException">It is protected by a password, or no workbook.</exception>
    public static IReadOnlyList<(string Name, bool IsUsable)> SheetsOf(Stream stream, string fileName)
    {
        using var workbook = Create(stream, fileName);
        var sheets = new List<(string, bool)>();
        if (workbook.ResultsCount > 0)
        {
            do
            {
                sheets.Add((workbook.Name, workbook.VisibleState == "visible" && workbook.FieldCount > 0 && HasRows(workbook)));
            }
            while (workbook.NextResult());
        }

        return sheets;
    }

    /// <summary>Reads the sheet at a place, counted from 0.</summary>
    public static XlsRows Open(Stream stream, string fileName, int sheet, FileLimits limits)
    {
        var workbook = Create(stream, fileName);
        for (var i = 0; i < sheet; i++)
        {
            workbook.NextResult();
        }

        return new XlsRows(workbook, limits);
    }

    public bool TryRead(List<object?> cells, long after, out long number)
    {
        while (reader.Read())
        {
            number = reader.Depth + 1L;
            cells.Clear();
            var filled = false;
            for (var column = 0; column < reader.FieldCount; column++)
            {
                var value = ValueOf(reader.GetValue(column));
                filled |= value is not null;
                cells.Add(value);
            }

            merged.Fill(reader.Depth, cells);
            if (filled && cells.FindLastIndex(cell => cell is not null) >= limits.Columns)
            {
                throw new RefusedException(Refusal.Of(FileMessages.TooManyColumns, ("row", number), ("most", limits.Columns)));
            }

            if (filled && number > after)
            {
                return true;
            }
        }

        number = 0;
        return false;
    }

    public void Dispose() => reader.Dispose();

    private static IExcelDataReader Create(Stream stream, string fileName)
    {
        stream.Position = 0;
        try
        {
            var options = new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = CodePagesEncodingProvider.Instance.GetEncoding(FallbackCodePage) };
            return ExcelReaderFactory.CreateReader(stream, options);
        }
        catch (InvalidPasswordException)
        {
            throw new RefusedException(Refusal.Of(FileMessages.Encrypted, ("name", fileName)));
        }
    }

    private static bool HasRows(IExcelDataReader sheet)
    {
        while (sheet.Read())
        {
            for (var column = 0; column < sheet.FieldCount; column++)
            {
                if (ValueOf(sheet.GetValue(column)) is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static object? ValueOf(object? value) => value switch
    {
        null => null,
        string text => string.IsNullOrWhiteSpace(text) ? null : text,
        double or bool => value,
        int whole => (double)whole,

        // A time of day alone is given as that time on the day before the first.
        DateTime { Year: < 1900 } time => SheetTimes.TextOf(time.TimeOfDay),
        DateTime => value,
        TimeSpan time => SheetTimes.TextOf(time),
        _ => value.ToString(),
    };
}
