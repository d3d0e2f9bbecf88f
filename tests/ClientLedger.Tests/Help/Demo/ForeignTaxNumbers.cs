using System.Globalization;
using System.Numerics;

namespace ClientLedger.Tests.Help.Demo;

/// <summary>The check digits of tax numbers, written from what the countries publish and not from the code that makes them.</summary>
internal static class ForeignTaxNumbers
{
    public static bool IsRight(string country, string number) => (country == "CN" || number.StartsWith(country, StringComparison.Ordinal)) && country switch
    {
        "CN" => number.Length == 18 && IsOrganisation(number[8..17]),
        "US" => number.Length == 11,
        "GB" => number.Length == 11 && (Weighted(number[2..9], [8, 7, 6, 5, 4, 3, 2]) + int.Parse(number[9..], CultureInfo.InvariantCulture)) % 97 == 0,
        "DE" => number.Length == 11 && IsMod1110(number[2..]),
        "FR" => number.Length == 13 && IsLuhn(number[4..]) && (BigInteger.Parse(number[4..], CultureInfo.InvariantCulture) * 100 + 12) % 97 == int.Parse(number[2..4], CultureInfo.InvariantCulture),
        "AU" => number.Length == 13 && (Weighted(number[2..], [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0,
        "CA" => number.Length == 11 && IsLuhn(number[2..]),
        _ => false,
    };

    private static int Weighted(string digits, int[] weights) => digits.Select((digit, i) => (digit - '0') * weights[i]).Sum();

    private static bool IsOrganisation(string code)
    {
        int[] weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var sum = code[..8].Select((c, i) => (char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10) * weights[i]).Sum() + (code[8] == 'X' ? 10 : code[8] - '0');
        return sum % 11 == 0;
    }

    private static bool IsMod1110(string digits)
    {
        var product = 10;
        foreach (var digit in digits[..^1])
        {
            var sum = (product + digit - '0') % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }

        return (product + digits[^1] - '0') % 10 == 1;
    }

    private static bool IsLuhn(string digits) =>
        digits.Reverse().Select((digit, i) => i % 2 == 0 ? digit - '0' : ((digit - '0') * 2 / 10) + ((digit - '0') * 2 % 10)).Sum() % 10 == 0;
}
