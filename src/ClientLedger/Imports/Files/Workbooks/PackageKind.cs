using System.IO.Compression;
using ClientLedger.Messages;

namespace ClientLedger.Imports.Files.Workbooks;

/// <summary>Tells a workbook from the other kinds of files that are packed in the same way.</summary>
internal static class PackageKind
{
    private static readonly Label Binary = new("二进制工作簿 (XLSB)", "a binary workbook (XLSB)");
    private static readonly Label OpenDocument = new("OpenDocument 文档", "an OpenDocument file");
    private static readonly Label OtherOffice = new("其他 Office 文档", "another Office document");

    /// <summary>Path of the part that describes the workbook.</summary>
    /// <exception cref="RefusedException">The package is something else.</exception>
    public static string WorkbookPart(ZipArchive archive, string fileName)
    {
        var names = archive.Entries.Select(entry => entry.FullName).ToList();
        if (names.Find(name => name.Equals("xl/workbook.xml", StringComparison.OrdinalIgnoreCase)) is { } usual)
        {
            return usual;
        }

        var other = names.Contains("xl/workbook.bin") ? Binary
            : names.Contains("mimetype") ? OpenDocument
            : names.Exists(name => name.StartsWith("word/", StringComparison.Ordinal) || name.StartsWith("ppt/", StringComparison.Ordinal)) ? OtherOffice
            : null;
        return names.Find(name => name.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase)) is { } elsewhere && other is null
            ? elsewhere
            : throw new RefusedException(other is null
                ? Refusal.Of(FileMessages.Packed, ("name", fileName))
                : Refusal.Of(FileMessages.NotATable, ("name", fileName), ("kind", other)));
    }
}
