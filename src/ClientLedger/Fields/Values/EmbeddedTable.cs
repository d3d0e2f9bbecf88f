using System.IO.Compression;
using System.Text;

namespace ClientLedger.Fields.Values;

/// <summary>The compressed tab-separated tables that lie in this room's <c>Data</c> folders and travel inside the assembly.</summary>
internal static class EmbeddedTable
{
    /// <summary>The lines of a table, each cut at its tabs. The name is the file's, with its endings: <c>pinyin.tsv.gz</c>.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var packed = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} isn't embedded in the assembly.");
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t');
        }
    }
}
