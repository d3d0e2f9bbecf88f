using ClientLedger.Messages;

namespace ClientLedger.Imports.Files;

/// <summary>Tells the kind of a file by its first bytes; names and extensions are only what somebody typed.</summary>
internal static class FileSignature
{
    private const int HeadBytes = 4096;

    private static readonly Label WebPage = new("网页 (HTML)", "a web page (HTML)");
    private static readonly Label Pdf = new("PDF 文档", "a PDF document");
    private static readonly Label Picture = new("图片", "a picture");
    private static readonly Label Database = new("数据库文件", "a database file");
    private static readonly Label Json = new("JSON 数据", "JSON data");
    private static readonly Label Xml = new("XML 数据", "XML data");
    public static readonly Label Bytes = new("二进制数据", "binary data");

    /// <summary>The format of a stream, which is read from its start.</summary>
    /// <exception cref="RefusedException">It is a kind that isn't imported.</exception>
    public static FileFormat Find(Stream stream, string fileName)
    {
        stream.Position = 0;
        var bytes = new byte[HeadBytes];
        var head = bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        return head switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => FileFormat.Xlsx,
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => FileFormat.Xls,

            // BIFF 2 to 4 stand alone, without the compound file around them.
            [0x09, 0x00 or 0x02 or 0x04 or 0x08, _, 0x00, ..] => FileFormat.Xls,
            [0x1F, 0x8B, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] =>
                throw new RefusedException(Refusal.Of(FileMessages.Packed, ("name", fileName))),
            _ => KindOf(head) is { } kind
                ? throw new RefusedException(Refusal.Of(FileMessages.NotATable, ("name", fileName), ("kind", kind)))
                : FileFormat.Text,
        };
    }

    private static Label? KindOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF"u8))
        {
            return Pdf;
        }

        if (head is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..])
        {
            return Picture;
        }

        if (head.StartsWith("SQLite format 3"u8) || head is [0x03 or 0x30 or 0x31 or 0x83 or 0xF5, _, >= 1 and <= 12, >= 1 and <= 31, _, _, _, 0, ..])
        {
            return Database;
        }

        var text = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        text = text.TrimStart(" \t\r\n"u8);
        if (text is [(byte)'<', ..])
        {
            return StartsWith(text, "<?xml") ? Xml : Contains(text, "<html") || Contains(text, "<table") || StartsWith(text, "<!doctype") ? WebPage : null;
        }

        return text is [(byte)'{', (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'"', ..] or [(byte)'[', (byte)'{' or (byte)'[' or (byte)'\n' or (byte)'\r' or (byte)' ', ..] ? Json
            : null;
    }

    /// <summary>Whether bytes that aren't UTF-16 or UTF-32 hold more control characters than a text with a few stray ones.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> head)
    {
        var (controls, zeros) = (0, 0);
        foreach (var b in head)
        {
            controls += b is > 0 and < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (>= 0x0B and <= 0x0F) or 0x1A or 0x1B) ? 1 : 0;
            zeros += b == 0 ? 1 : 0;
        }

        return controls * 50 > head.Length || (controls > 0 && zeros * 10 > head.Length);
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, string start) => Contains(text[..Math.Min(text.Length, start.Length)], start);

    private static bool Contains(ReadOnlySpan<byte> text, string part)
    {
        Span<char> characters = stackalloc char[Math.Min(text.Length, 1024)];
        for (var i = 0; i < characters.Length; i++)
        {
            characters[i] = (char)text[i];
        }

        return ((ReadOnlySpan<char>)characters).Contains(part, StringComparison.OrdinalIgnoreCase);
    }
}
