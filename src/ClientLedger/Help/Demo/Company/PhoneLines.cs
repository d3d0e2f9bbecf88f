using System.Globalization;

namespace ClientLedger.Help.Demo.Company;

/// <summary>
/// Telephone numbers that the numbering plans allow. Abroad they are out of the ranges that regulators keep for films and examples; China keeps none.
/// </summary>
internal static class PhoneLines
{
    /// <summary>How many numbers each customer abroad has for itself.</summary>
    public const int PerCustomerAbroad = 4;

    private static readonly string[] MobilePrefixes =
    [
        "130", "131", "132", "133", "134", "135", "136", "137", "138", "139", "150", "151", "152", "153", "155", "156", "157", "158", "159", "166", "173", "175", "176", "177",
        "178", "180", "181", "182", "183", "185", "186", "187", "188", "189", "191", "198", "199",
    ];

    /// <summary>A Chinese mobile number.</summary>
    public static string Mobile(Dice dice) => string.Create(CultureInfo.InvariantCulture, $"+86{dice.Pick(MobilePrefixes)}{dice.Below(100_000_000):D8}");

    /// <summary>A line in a Chinese city.</summary>
    public static string Landline(Dice dice, City city) =>
        string.Create(CultureInfo.InvariantCulture, $"+86{city.AreaCode}{dice.OneOf('5', '6')}{dice.Below(10_000_000):D7}");

    /// <summary>A line in a city abroad; the same customer and slot always have the same one, and no other customer has it.</summary>
    /// <param name="sequence">The customer's place among those of its country.</param>
    /// <param name="slot">0 to one less than <see cref="PerCustomerAbroad"/>.</param>
    public static string Abroad(Abroad country, int sequence, int slot)
    {
        var city = country.Cities[sequence % country.Cities.Count];
        var number = (sequence / country.Cities.Count * PerCustomerAbroad) + slot;
        return city.Prefix + number.ToString(CultureInfo.InvariantCulture).PadLeft(city.Digits, '0');
    }
}
