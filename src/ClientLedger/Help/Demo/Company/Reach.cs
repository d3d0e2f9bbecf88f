using System.Globalization;

namespace ClientLedger.Help.Demo.Company;

/// <summary>How somebody is reached.</summary>
internal sealed record Reach(IReadOnlyList<string> Phones, IReadOnlyList<string> Emails, IReadOnlyList<string> Handles, string? Website)
{
    private const int WithoutPhoneInPercent = 4;

    /// <summary>How a customer is reached; some can't be by phone, many not by e-mail.</summary>
    public static Reach Of(PlannedCustomer customer, Identity identity)
    {
        // Drawn apart from the names, so that a double can have another's numbers.
        var dice = new Dice(customer.Index, Subject.Reach);
        string[] phones = dice.Happens(WithoutPhoneInPercent) ? []
            : customer.Country is { } country ? [PhoneLines.Abroad(country, customer.Sequence, 0)]
            : customer.IsPerson ? [PhoneLines.Mobile(dice), .. dice.Happens(6) ? [PhoneLines.Mobile(dice)] : Array.Empty<string>()]
            : [PhoneLines.Landline(dice, customer.City!), .. dice.Happens(35) ? [PhoneLines.Mobile(dice)] : Array.Empty<string>()];
        return customer.IsPerson
            ? new(phones, dice.Happens(55) ? [$"{identity.Latin}@mail.example"] : [], HandlesOf(dice, customer, identity.Latin), null)
            : new(phones, dice.Happens(78) ? [$"info@{identity.Latin}.example"] : [], [], dice.Happens(50) ? $"https://www.{identity.Latin}.example" : null);
    }

    /// <summary>How somebody who works at a customer is reached.</summary>
    /// <param name="slot">1, 2, 3 of the customer's people.</param>
    public static Reach Of(Dice dice, PlannedCustomer customer, Identity identity, string person, int slot)
    {
        var latin = Identity.InLatin(person);
        string[] phones = dice.Happens(WithoutPhoneInPercent * 2) ? []
            : customer.Country is { } country ? [PhoneLines.Abroad(country, customer.Sequence, slot)]
            : [PhoneLines.Mobile(dice), .. dice.Happens(14) ? [PhoneLines.Landline(dice, customer.City!)] : Array.Empty<string>()];
        string[] emails = dice.Happens(30) ? []
            : dice.Happens(12) ? [$"{latin}@{identity.Latin}.example", $"{latin}{customer.Index.ToString(CultureInfo.InvariantCulture)}@mail.example"]
            : [$"{latin}@{identity.Latin}.example"];
        return new(phones, emails, HandlesOf(dice, customer, latin + customer.Index.ToString(CultureInfo.InvariantCulture)), null);
    }

    private static string[] HandlesOf(Dice dice, PlannedCustomer customer, string name) => (customer.City is null, dice.Below(100)) switch
    {
        (true, < 35) => [$"linkedin:{name}"],
        (true, < 45) => [$"linkedin:{name}", $"x:demo_{customer.Index.ToString(CultureInfo.InvariantCulture)}"],
        (false, < 55) => [$"wechat:{name}"],
        (false, < 62) => [$"wechat:{name}", $"qq:{dice.Number(10_000_000, 89_999_999)}"],
        _ => [],
    };
}
