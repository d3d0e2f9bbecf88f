using System.Globalization;
using System.Text;
using System.Xml;
using ClientLedger.Messages;

namespace ClientLedger.Imports.Files.Workbooks;

/// <summary>Texts of cells: the table that cells share (ECMA-376 part 1, 18.4), and those written in the cells themselves.</summary>
internal static class XlsxTexts
{
    /// <summary>All shared texts, in their order.</summary>
    public static List<string> Read(BoundedStream part, long mostCharacters, string fileName)
    {
        var texts = new List<string>();
        var characters = 0L;
        using var reader = XlsxWorkbook.Read(part);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
            {
                var text = ReadText(reader);
                characters += text.Length;
                if (characters > mostCharacters)
                {
                    throw new RefusedException(BoundedStream.TooLarge(mostCharacters, fileName));
                }

                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>The runs of a text put together; phonetic hints beside it are left out. The reader ends on the closing tag.</summary>
    public static string ReadText(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        string? only = null;
        StringBuilder? several = null;
        var (inText, inPhonetic) = (false, false);
        while (reader.Read() && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when !reader.IsEmptyElement:
                    inPhonetic |= reader.LocalName == "rPh";
                    inText = reader.LocalName == "t";
                    break;
                case XmlNodeType.EndElement:
                    inPhonetic &= reader.LocalName != "rPh";
                    inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA when inText && !inPhonetic:
                    several = only is null ? several : (several ?? new StringBuilder(only)).Append(reader.Value);
                    only ??= reader.Value;
                    break;
                default:
                    break;
            }
        }

        return Unescape(several?.ToString() ?? only ?? "");
    }

    /// <summary>Characters that XML can't hold are written <c>_x000D_</c>.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text.AsSpan(i) is ['_', 'x', _, _, _, _, '_', ..]
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                plain.Append((char)unit);
                i += 6;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }
}
