using System.Text;
using ClientLedger.Messages;

namespace ClientLedger.Imports.Files.Text;

/// <summary>Finds how a delimited text is to be read.</summary>
internal static class TextLayout
{
    private const int SampleCharacters = 1 << 16;

    /// <summary>Encoding, delimiter and quotation mark: as chosen, or as found.</summary>
    public static FileLayout Find(Stream stream, string name, FileChoices choices)
    {
        var encoding = choices.Encoding ?? EncodingFinder.Find(stream, name);
        var quote = choices.Quote ?? '"';
        if (choices.Delimiter is '\r' or '\n' or '\0' || choices.Delimiter == quote)
        {
            throw new RefusedException(Refusal.Of(FileMessages.DelimiterUnusable, ("delimiter", choices.Delimiter)));
        }

        var read = TextEncodings.Of(encoding);
        return new()
        {
            Format = FileFormat.Text,
            Encoding = encoding,
            Delimiter = choices.Delimiter ?? FindDelimiter(stream, read, quote, name),
            Quote = quote,
        };
    }

    private static char FindDelimiter(Stream stream, Encoding encoding, char quote, string name)
    {
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var sample = new char[SampleCharacters];
        var length = reader.ReadBlock(sample, 0, sample.Length);
        return DelimiterFinder.Find(sample.AsSpan(0, length).TrimStart('\uFEFF'), length < sample.Length, quote, name);
    }
}
