using System.IO.Compression;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Imports.Mapping;

/// <summary>Data files beside the repository.</summary>
internal static class DataFiles
{
    /// <summary>The bytes of a file, unpacked when its name ends in <c>.gz</c>.</summary>
    public static byte[] Unpacked(string path)
    {
        using var file = File.OpenRead(SharedFolder.PathOf(path));
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
