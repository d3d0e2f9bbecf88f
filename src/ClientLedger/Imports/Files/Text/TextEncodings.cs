using System.Text;
using ClientLedger.Messages;

namespace ClientLedger.Imports.Files.Text;

/// <summary>The encodings that a text may be read in, by name.</summary>
public static class TextEncodings
{
    /// <summary>The names to choose from; the ones that are found by themselves stand first.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "utf-8", "gb18030", "big5", "utf-16", "utf-16BE", "windows-1252", "euc-jp", "euc-kr", "utf-32", "utf-32BE",
        "shift_jis", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258",
        "iso-8859-1", "iso-8859-2", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-9", "iso-8859-15", "koi8-r", "iso-2022-jp", "iso-2022-kr", "macintosh",
    ];

    /// <summary>The encoding of a name, any that the framework knows; bytes that it can't read become U+FFFD.</summary>
    /// <exception cref="RefusedException">There is none of that name.</exception>
    internal static Encoding Of(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw new RefusedException(Refusal.Of(FileMessages.EncodingUnknown, ("encoding", name)));
        }
    }
}
