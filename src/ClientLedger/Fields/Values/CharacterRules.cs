using System.Runtime.CompilerServices;

namespace ClientLedger.Fields.Values;

/// <summary>What <see cref="TextCleaning"/> does with a single UTF-16 unit.</summary>
internal static class CharacterRules
{
    /// <summary>Full-width forms of the characters U+FF61 to U+FF9F (half-width Japanese signs and katakana), in their order.</summary>
    private const string FullKatakana =
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309A";

    /// <summary>True for characters that need no look at all: printable ASCII except the space, and the main block of Han.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPlain(char c) => (uint)(c - '!') <= '~' - '!' || (uint)(c - 0x4E00) <= 0x9FFF - 0x4E00;

    /// <summary>
    /// True for characters that normalisation form C may change or join to the one before. Left out are the usual ones that it
    /// never does: all below U+0300, Han, Chinese punctuation in its own and in full width, kana without voicing marks.
    /// </summary>
    public static bool MayCompose(char c) => c >= '\u0300' && !IsPlain(c) && c switch
    {
        >= '\u2010' and <= '\u2027' => false,
        >= '\u3001' and <= '\u3029' => false,
        >= '\u3041' and <= '\u3096' => false,
        >= '\u30A1' and <= '\u30FC' => false,
        >= '\uFF01' and <= '\uFF5E' => false,
        _ => true,
    };

    /// <summary>
    /// True for characters that show nothing and are left out: control characters, zero-width and direction marks, soft
    /// hyphen, byte order mark, Hangul fillers, interlinear marks and noncharacters.
    /// </summary>
    public static bool IsInvisible(char c) => c switch
    {
        < ' ' => true,
        < '\u007F' => false,
        <= '\u009F' => true,
        '\u00AD' or '\u061C' or '\u115F' or '\u1160' or '\u180E' or '\u3164' or '\uFEFF' or '\uFFA0' => true,
        >= '\u200B' and <= '\u200F' => true,
        >= '\u202A' and <= '\u202E' => true,
        >= '\u2060' and <= '\u206F' => true,
        >= '\uFDD0' and <= '\uFDEF' => true,
        >= '\uFFF0' and <= '\uFFFB' => true,
        '\uFFFE' or '\uFFFF' => true,
        _ => false,
    };

    /// <summary>True for language tags (U+E0000 to U+E007F) and for the noncharacters at the end of each plane.</summary>
    public static bool IsInvisible(char high, char low)
    {
        var point = char.ConvertToUtf32(high, low);
        return point is >= 0xE0000 and <= 0xE007F || (point & 0xFFFE) == 0xFFFE;
    }

    /// <summary>True for the characters that end a line, a carriage return included.</summary>
    public static bool IsLineBreak(char c) => c is >= '\n' and <= '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>The usual width of a full-width ASCII character or sign, or of a half-width katakana; any other character itself.</summary>
    public static char UsualWidth(char c) => c switch
    {
        < '\uFF01' => c,
        <= '\uFF5E' => (char)(c - 0xFEE0),
        >= '\uFF61' and <= '\uFF9F' => FullKatakana[c - 0xFF61],
        '\uFFE0' => '¢',
        '\uFFE1' => '£',
        '\uFFE5' => '¥',
        '\uFFE6' => '₩',
        _ => c,
    };

    /// <summary>The usual width of a full-width letter or digit; other full-width characters stay, since they belong to Chinese prose.</summary>
    public static char UsualWidthInProse(char c)
    {
        var usual = UsualWidth(c);
        return usual < '\u007F' && !char.IsAsciiLetterOrDigit(usual) ? c : usual;
    }
}
