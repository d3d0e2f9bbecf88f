using System.Globalization;

namespace ClientLedger.TestKit.Generators;

/// <summary>Numbers and codes of chance that pass their own check digits.</summary>
public static class RandomNumbers
{
    private const string CreditCodeDigits = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] NationalIdWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>A Chinese mobile number in E.164; of few different ones, so that equal ones and equal tails are found.</summary>
    public static string Phone(Chance chance)
    {
        return string.Create(CultureInfo.InvariantCulture, $"+86138{chance.Between(0, 9_999):D4}{chance.Between(0, 300):D4}");
    }

    /// <summary>A unified social credit code (GB 32100-2015).</summary>
    public static string TaxNumber(Chance chance)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"91440300{chance.Between(0, 999_999_999):D9}");
        var (sum, weight) = (0, 1);
        foreach (var digit in code)
        {
            sum += CreditCodeDigits.IndexOf(digit, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return code + CreditCodeDigits[(31 - (sum % 31)) % 31];
    }

    /// <summary>A resident identity number (GB 11643-1999).</summary>
    public static string NationalId(Chance chance)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"110101{chance.Between(1960, 2005)}{chance.Between(1, 12):D2}{chance.Between(1, 28):D2}{chance.Between(0, 999):D3}");
        var sum = code.Select((digit, at) => (digit - '0') * NationalIdWeights[at]).Sum();
        return code + "10X98765432"[sum % 11];
    }

    /// <summary>Digits of an account.</summary>
    public static string BankAccount(Chance chance)
    {
        return string.Create(CultureInfo.InvariantCulture, $"6222{chance.Between(0, 99_999_999):D8}{chance.Between(0, 99):D4}");
    }
}
