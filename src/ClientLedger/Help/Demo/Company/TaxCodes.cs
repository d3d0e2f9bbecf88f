using System.Globalization;

namespace ClientLedger.Help.Demo.Company;

/// <summary>
/// Tax numbers with the check digits of their country. Where a country leaves numbers unassigned they are taken: organisation codes that begin with X, employer
/// numbers that begin with 07.
/// </summary>
internal static class TaxCodes
{
    private const string CreditCodeCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] AustralianWeights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];

    /// <summary>A unified social credit code (GB 32100-2015) of a district; the organisation code in it has its own check character (GB 11714).</summary>
    public static string Chinese(Dice dice, string district)
    {
        var organisation = $"X{Digits(dice, 7)}";
        var code = $"91{district}{organisation}{OrganisationCheck(organisation)}";
        var (sum, weight) = (0, 1);
        foreach (var character in code)
        {
            sum += CreditCodeCharacters.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return code + CreditCodeCharacters[(31 - (sum % 31)) % 31];
    }

    /// <summary>The number of a company abroad, with its country in front.</summary>
    /// <exception cref="InvalidOperationException">No customers are in that country.</exception>
    public static string Foreign(Dice dice, string country) => country switch
    {
        "US" => $"US07{Digits(dice, 7)}",
        "GB" => British(dice),
        "DE" => German(dice),
        "FR" => French(dice),
        "AU" => Australian(dice),
        "CA" => "CA" + WithLuhn(Digits(dice, 8)),
        _ => throw new InvalidOperationException($"{country} has no tax numbers here."),
    };

    /// <summary>Weights 8 to 2 and the check digits make a multiple of 97.</summary>
    private static string British(Dice dice)
    {
        var digits = $"{dice.Number(1, 9)}{Digits(dice, 6)}";
        var sum = digits.Select((digit, i) => (digit - '0') * (8 - i)).Sum();
        return string.Create(CultureInfo.InvariantCulture, $"GB{digits}{97 - (sum % 97):D2}");
    }

    /// <summary>ISO 7064, MOD 11,10.</summary>
    private static string German(Dice dice)
    {
        var digits = $"{dice.Number(1, 9)}{Digits(dice, 7)}";
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return string.Create(CultureInfo.InvariantCulture, $"DE{digits}{(11 - product) % 10}");
    }

    /// <summary>The key before the nine digits of the register is 12 + 3 × their remainder by 97, by 97.</summary>
    private static string French(Dice dice)
    {
        var register = WithLuhn($"{dice.Number(3, 9)}{Digits(dice, 7)}");
        var key = (12 + (3 * (int.Parse(register, CultureInfo.InvariantCulture) % 97))) % 97;
        return string.Create(CultureInfo.InvariantCulture, $"FR{key:D2}{register}");
    }

    /// <summary>The weighted sum, the first digit less one, is a multiple of 89.</summary>
    private static string Australian(Dice dice)
    {
        var rest = Digits(dice, 9);
        var sum = rest.Select((digit, i) => (digit - '0') * AustralianWeights[i + 2]).Sum();
        for (var check = 10; ; check++)
        {
            var (first, second) = (check / 10, check % 10);
            if ((((first - 1) * AustralianWeights[0]) + (second * AustralianWeights[1]) + sum) % 89 == 0)
            {
                return string.Create(CultureInfo.InvariantCulture, $"AU{check}{rest}");
            }
        }
    }

    private static string WithLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? (digit * 2 / 10) + (digit * 2 % 10) : digit;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{digits}{(10 - (sum % 10)) % 10}");
    }

    private static char OrganisationCheck(string organisation)
    {
        var sum = organisation.Select((character, i) => (char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10) * OrganisationWeights[i]).Sum();
        return (11 - (sum % 11)) switch
        {
            10 => 'X',
            11 => '0',
            var check => (char)('0' + check),
        };
    }

    private static string Digits(Dice dice, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + dice.Below(10))));
}
