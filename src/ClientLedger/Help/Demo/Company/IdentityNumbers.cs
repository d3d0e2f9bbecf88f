using System.Globalization;

namespace ClientLedger.Help.Demo.Company;

/// <summary>Numbers that banks and authorities give to persons and companies, with right check digits.</summary>
internal static class IdentityNumbers
{
    /// <summary>
    /// A Chinese identity number (GB 11643-1999) of a district and a birthday. Its running numbers are those above 980, which hardly anybody has: they are given last.
    /// </summary>
    public static string National(Dice dice, string district, DateOnly birthday, bool isMale)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{district}{birthday:yyyyMMdd}{980 + (dice.Below(7) * 2) + (isMale ? 1 : 0)}");
        var sum = 0;
        foreach (var digit in number)
        {
            sum = (sum + digit - '0') * 2 % 11;
        }

        var check = (12 - sum) % 11;
        return number + (check == 10 ? "X" : check.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A Chinese account number of 19 digits; 000000 is no bank's.</summary>
    public static string Account(Dice dice) => string.Create(CultureInfo.InvariantCulture, $"000000{dice.BelowLong(10_000_000_000_000):D13}");
}
