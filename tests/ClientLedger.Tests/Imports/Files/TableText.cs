using System.Text;
using ClientLedger.Imports.Files;
using ClientLedger.Messages;

namespace ClientLedger.Tests.Imports.Files;

/// <summary>Opens files that tests write themselves.</summary>
internal static class TableText
{
    public static ImportFile Open(string text, FileChoices? choices = null, FileLimits? limits = null, Encoding? encoding = null, string name = "table.csv")
    {
        encoding ??= new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Open([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], choices, limits, name);
    }

    public static ImportFile Open(byte[] bytes, FileChoices? choices = null, FileLimits? limits = null, string name = "table.csv") =>
        ImportFile.Open(new MemoryStream(bytes), name, choices, limits);

    /// <summary>All rows with their cells as text between bars, ~ for an empty one.</summary>
    public static List<string> Rows(ImportFile file, long afterRow = 0) => [.. file.Rows(afterRow).Select(Shown)];

    public static string Shown(FileRow row) => string.Join('|', Enumerable.Range(0, row.Count).Select(column => CellKinds.TextOf(row[column]) ?? "~"));

    /// <summary>The code of the refusal with which reading a file ends.</summary>
    public static string RefusalOf(Action read) => Assert.Throws<RefusedException>(read).Refusal.Code.Code;
}
