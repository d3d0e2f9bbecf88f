using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>Takes the digits out of a phone number as people write it.</summary>
internal static class PhoneText
{
    /// <summary>Room for the digits of a number with everything that may be dialled before it.</summary>
    public const int MostDigits = 24;

    /// <summary>With fewer digits it can't be a number of its own behind a comma or a slash.</summary>
    private const int FewestOfANumber = 7;

    private static readonly string[] ExtensionMarks = ["extension", "ext", "x", "#", "转", "轉", "分机", "分機", "内线", "內線"];

    /// <summary>
    /// Reads digits and a leading plus sign. Spaces, hyphens, points, brackets and slashes between them are passed over, in
    /// any width. The refusal is null when all of the text was understood.
    /// </summary>
    public static Refusal? Read(ReadOnlySpan<char> text, Span<char> digits, out int count, out bool plus)
    {
        count = 0;
        plus = false;
        var rest = text.Trim();
        if (rest.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest["tel:".Length..];
        }

        for (var i = 0; i < rest.Length; i++)
        {
            var c = CharacterRules.UsualWidth(rest[i]);
            if (char.IsAsciiDigit(c))
            {
                if (count == digits.Length)
                {
                    return Refusal.Of(DigitsIn(rest) >= 2 * FewestOfANumber ? ValueMessages.PhoneSeveral : ValueMessages.PhoneUnreadable, ("value", ValueMessages.Shown(text)));
                }

                digits[count++] = c;
            }
            else if (c == '+' && count == 0 && !plus)
            {
                plus = true;
            }
            else if (EndsNumber(c, rest[i..], count) is { } code)
            {
                return Refusal.Of(code, ("value", ValueMessages.Shown(text)));
            }
        }

        return count == 0 ? Refusal.Of(ValueMessages.PhoneUnreadable, ("value", ValueMessages.Shown(text))) : null;
    }

    /// <summary>Null for a sign that may stand between the digits of one number, otherwise what is wrong with it.</summary>
    private static MessageCode? EndsNumber(char c, ReadOnlySpan<char> rest, int before)
    {
        switch (c)
        {
            case ' ' or '-' or '.' or '(' or ')' or '[' or ']' or '·' or '•' or '_' or '\u2212' or (>= '\u2010' and <= '\u2015'):
                return null;
            case '/' when before < FewestOfANumber || DigitsIn(rest) < FewestOfANumber:
                return null;
            case '/' or '+':
                return ValueMessages.PhoneSeveral;
            case ',' or ';' or '、' or '\n' or '\r' or '|' or '或':
                return Listed(rest, before);
        }

        if (char.IsWhiteSpace(c) || CharacterRules.IsInvisible(c))
        {
            return null;
        }

        return IsExtension(rest, before) ? ValueMessages.PhoneExtension : ValueMessages.PhoneUnreadable;
    }

    private static MessageCode Listed(ReadOnlySpan<char> rest, int before)
    {
        var after = DigitsIn(rest);
        return after >= FewestOfANumber ? ValueMessages.PhoneSeveral
            : after > 0 && before >= FewestOfANumber ? ValueMessages.PhoneExtension
            : ValueMessages.PhoneUnreadable;
    }

    private static bool IsExtension(ReadOnlySpan<char> rest, int before)
    {
        if (before < FewestOfANumber || DigitsIn(rest) == 0)
        {
            return false;
        }

        foreach (var mark in ExtensionMarks)
        {
            if (rest.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return rest[0] is '＃' or 'ｘ';
    }

    private static int DigitsIn(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(CharacterRules.UsualWidth(c)) ? 1 : 0;
        }

        return digits;
    }
}
