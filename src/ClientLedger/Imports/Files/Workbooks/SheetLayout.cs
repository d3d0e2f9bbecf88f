using ClientLedger.Messages;

namespace ClientLedger.Imports.Files.Workbooks;

/// <summary>Finds the sheet that is to be read: the chosen one, or the first shown one with filled cells.</summary>
internal static class SheetLayout
{
    public static FileLayout Find(Stream stream, string name, FileFormat format, FileChoices choices, FileLimits limits)
    {
        if (format == FileFormat.Xls)
        {
            var sheets = XlsRows.SheetsOf(stream, name);
            return Of(format, [.. sheets.Select(sheet => sheet.Name)], choices, sheets.FirstOrDefault(sheet => sheet.IsUsable).Name, name);
        }

        using var workbook = new XlsxWorkbook(stream, name, limits);
        return Of(format, [.. workbook.Sheets.Select(sheet => sheet.Name)], choices, choices.Sheet is null ? FirstFilled(stream, name, workbook, limits) : null, name);
    }

    public static IRowSource Open(Stream stream, string name, FileLayout layout, FileLimits limits)
    {
        if (layout.Format == FileFormat.Xls)
        {
            return XlsRows.Open(stream, name, layout.Sheets.ToList().IndexOf(layout.Sheet!), limits);
        }

        var workbook = new XlsxWorkbook(stream, name, limits);
        return new XlsxRows(workbook, workbook.Sheets.First(sheet => sheet.Name == layout.Sheet), limits);
    }

    private static FileLayout Of(FileFormat format, IReadOnlyList<string> sheets, FileChoices choices, string? found, string name)
    {
        if (choices.Sheet is { } chosen && !sheets.Contains(chosen))
        {
            throw new RefusedException(Refusal.Of(FileMessages.SheetUnknown, ("sheet", chosen), ("sheets", string.Join(", ", sheets))));
        }

        return new()
        {
            Format = format,
            Sheets = sheets,
            Sheet = choices.Sheet ?? found ?? throw new RefusedException(Refusal.Of(FileMessages.NoSheets, ("name", name))),
        };
    }

    private static string? FirstFilled(Stream stream, string name, XlsxWorkbook workbook, FileLimits limits)
    {
        foreach (var sheet in workbook.Sheets.Where(sheet => !sheet.IsHidden))
        {
            using var rows = new XlsxRows(new XlsxWorkbook(stream, name, limits), sheet, limits);
            if (rows.TryRead([], 0, out _))
            {
                return sheet.Name;
            }
        }

        return null;
    }
}
