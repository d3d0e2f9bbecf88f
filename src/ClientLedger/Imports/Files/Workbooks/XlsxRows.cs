using System.Globalization;
using System.Xml;
using ClientLedger.Messages;

namespace ClientLedger.Imports.Files.Workbooks;

/// <summary>Rows of one sheet of an Office Open XML workbook, read as a stream (ECMA-376 part 1, 18.3). Formulas give the value that was saved with them.</summary>
internal sealed class XlsxRows : IRowSource
{
    private readonly XlsxWorkbook workbook;
    private readonly FileLimits limits;
    private readonly MergedCells merged;
    private readonly BoundedStream stream;
    private readonly long length;
    private readonly XmlReader reader;
    private int row;

    /// <summary>Reads a sheet of a workbook, which is closed with it.</summary>
    public XlsxRows(XlsxWorkbook workbook, XlsxSheet sheet, FileLimits limits)
    {
        this.workbook = workbook;
        this.limits = limits;
        merged = new MergedCells(ReadMerged(workbook, sheet));
        (stream, length) = workbook.Open(sheet.Part) ?? throw new XmlException($"The part {sheet.Part} is missing.");
        reader = XlsxWorkbook.Read(stream);
    }

    public FileProgress Progress => new(stream.Done, Math.Max(1, length));

    public Refusal? Problem => null;

    public bool TryRead(List<object?> cells, long after, out long number)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "row")
            {
                continue;
            }

            row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) && stated > row ? stated : row + 1;
            cells.Clear();
            var filled = ReadRow(cells);
            merged.Fill(row - 1, cells);
            if (filled && row > after)
            {
                number = row;
                return true;
            }
        }

        number = 0;
        return false;
    }

    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
        workbook.Dispose();
    }

    private bool ReadRow(List<object?> cells)
    {
        if (reader.IsEmptyElement)
        {
            return false;
        }

        var filled = false;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c")
            {
                continue;
            }

            var column = ColumnOf(reader.GetAttribute("r")) ?? cells.Count;
            if (column >= limits.Columns)
            {
                throw new RefusedException(Refusal.Of(FileMessages.TooManyColumns, ("row", row), ("most", limits.Columns)));
            }

            while (cells.Count <= column)
            {
                cells.Add(null);
            }

            cells[column] = ReadCell();
            filled |= cells[column] is not null;
        }

        return filled;
    }

    private object? ReadCell()
    {
        var type = reader.GetAttribute("t") ?? "n";
        var style = reader.GetAttribute("s");
        if (reader.IsEmptyElement)
        {
            return null;
        }

        string? value = null;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "v")
            {
                value = ReadValue();
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "is")
            {
                value = XlsxTexts.ReadText(reader);
            }
        }

        return value is null ? null
            : value.Length <= limits.CellCharacters ? ValueOf(type, value, style)
            : throw new RefusedException(Refusal.Of(FileMessages.CellTooLong, ("row", row), ("most", limits.CellCharacters)));
    }

    private string ReadValue()
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var value = "";
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            value = value.Length == 0 ? reader.Value : value + reader.Value;
        }

        return value;
    }

    private object? ValueOf(string type, string value, string? style) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? TextOrNull(workbook.TextAt(index)) : null,
        "b" => value is "1" or "true",
        "e" => new CellError(value),
        "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment.Year == 1 ? SheetTimes.TextOf(moment.TimeOfDay) : DateTime.SpecifyKind(moment, DateTimeKind.Unspecified)
            : TextOrNull(value),
        "str" => TextOrNull(XlsxTexts.Unescape(value)),
        "inlineStr" => TextOrNull(value),
        _ when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => SheetTimes.ValueOf(
            number, int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? workbook.KindOf(index) : NumberKind.Number, workbook.Since1904),
        _ => TextOrNull(value),
    };

    private static string? TextOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The column of a reference as <c>AB12</c>, counted from 0; null without one.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetter(c) || column > 100_000)
            {
                break;
            }

            column = (column * 26) + (c | 0x20) - 'a' + 1;
        }

        return column == 0 ? null : column - 1;
    }

    /// <summary>The merged blocks stand after the rows, so that the sheet is passed through once before.</summary>
    private static List<MergedBlock> ReadMerged(XlsxWorkbook workbook, XlsxSheet sheet)
    {
        var blocks = new List<MergedBlock>();
        if (workbook.Open(sheet.Part) is not { } part)
        {
            return blocks;
        }

        using var tail = XlsxWorkbook.Read(part.Stream);
        while (tail.Read())
        {
            if (tail.NodeType == XmlNodeType.Element && tail.LocalName == "sheetData")
            {
                tail.Skip();
            }

            if (tail.NodeType == XmlNodeType.Element && tail.LocalName == "mergeCell" && tail.GetAttribute("ref")?.Split(':') is [var first, var last]
                && ColumnOf(first) is { } column && RowOf(first) is { } top && RowOf(last) is { } bottom)
            {
                blocks.Add(new(top - 1, bottom - 1, column));
            }
        }

        return blocks;
    }

    private static int? RowOf(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;
}
