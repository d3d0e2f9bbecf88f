using System.Text;

namespace ClientLedger.Tests.Fields.Values;

/// <summary>Text that mixes scripts, widths, white space, marks and broken surrogates.</summary>
internal static class RandomText
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "é", "e\u0301", "Ü", "ß", "İ", "ı", "Ａ", "ｚ", "９", "　", " ", "\t", "\r\n", "\n", "\u0085", "\u200B", "\uFEFF", "\0", "\u0007",
        "\uD800", "\uDC00", "😀", "微", "陳", "國", "长", "〇", "㗲", "𠁞", "ｶﾞ", "ﾊﾟ", "が", "한", "กิ", "й", "ﬁ", "㈱", "…", "¨", "́", "ﷺ", "\uFFFE", "½", "ᾳ", "Σ",
    ];

    public static string Of(Random random, int pieces)
    {
        var text = new StringBuilder();
        for (var i = random.Next(pieces); i > 0; i--)
        {
            text.Append(random.Next(8) == 0 ? ((char)random.Next(0x10000)).ToString() : Pieces[random.Next(Pieces.Length)]);
        }

        return text.ToString();
    }
}
