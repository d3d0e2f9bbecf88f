using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ClientLedger.Messages;

namespace ClientLedger.Fields.Values;

/// <summary>Identity numbers of persons.</summary>
public static class NationalIds
{
    private const int Longest = 30;
    private const int Shortest = 4;

    /// <summary>What the first two digits may be: the provinces, Hong Kong, Macao and Taiwan (81 to 83, 71), and 91 to 99 for permanent residents from abroad.</summary>
    private static readonly string[] Regions =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54",
        "61", "62", "63", "64", "65", "71", "81", "82", "83", "91", "92", "93", "94", "95", "96", "97", "98", "99",
    ];

    /// <summary>
    /// Reads a number. For China (CN) it is the 18 characters of GB 11643-1999, with a real birth date and the check character;
    /// for other countries 4 to 30 letters and digits. Kept in capitals without spaces and hyphens.
    /// </summary>
    /// <param name="text">The number as it was written.</param>
    /// <param name="country">ISO 3166-1 alpha-2 of the country that issued it, or null.</param>
    /// <param name="number">The number.</param>
    /// <param name="refusal">Why it can't be taken; it shows only the number's end.</param>
    public static bool TryParse(
        ReadOnlySpan<char> text, string? country, [NotNullWhen(true)] out string? number, [NotNullWhen(false)] out Refusal? refusal)
    {
        number = CompactCode.Of(text, Longest);
        var code = country == "CN" ? FaultOfChinese(number)
            : number is null || number.Length < Shortest ? ValueMessages.NationalIdAbroad
            : null;
        refusal = code is null ? null : Refusal.Of(code, ("value", ValueMessages.ShownEnd(text)));
        number = code is null ? number : null;
        return number is not null && refusal is null;
    }

    /// <summary>What is wrong with a number of GB 11643-1999, or null. The check character is by ISO 7064, MOD 11-2.</summary>
    internal static MessageCode? FaultOfChinese(string? number)
    {
        if (number is not { Length: 18 } || number.AsSpan(0, 17).ContainsAnyExceptInRange('0', '9') || !(char.IsAsciiDigit(number[17]) || number[17] == 'X'))
        {
            return ValueMessages.NationalIdShape;
        }

        if (Array.IndexOf(Regions, number[..2]) < 0)
        {
            return ValueMessages.NationalIdRegion;
        }

        if (!DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth) || birth.Year < 1800)
        {
            return ValueMessages.NationalIdBirth;
        }

        return number[17] == CheckCharacter(number) ? null : ValueMessages.NationalIdCheck;
    }

    private static char CheckCharacter(string number)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum = (sum + number[i] - '0') * 2 % 11;
        }

        var check = (12 - sum) % 11;
        return check == 10 ? 'X' : (char)('0' + check);
    }
}
