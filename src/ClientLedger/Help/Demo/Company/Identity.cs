using System.Globalization;
using System.Text;
using ClientLedger.Fields.Values;
using ClientLedger.Help.Demo.Texts;

namespace ClientLedger.Help.Demo.Company;

/// <summary>Who a customer is: its names, and where it is found. The same planned customer always has the same identity.</summary>
/// <param name="Latin">What its e-mail and web addresses are made of: the name in Latin small letters and a number, so that nobody else has them.</param>
/// <param name="District">Code of its district in China; null abroad.</param>
internal sealed record Identity(string Name, string? ShortName, string Latin, string? District, string City, string Street, string PostalCode, bool IsMale)
{
    /// <summary>The identity of a planned customer.</summary>
    public static Identity Of(PlannedCustomer customer)
    {
        var dice = new Dice(customer.Index, Subject.Identity);
        var isMale = dice.Happens(48);
        return customer.Country is { } country
            ? OfAbroad(dice, customer, country, isMale)
            : OfChina(dice, customer, customer.City!, isMale);
    }

    /// <summary>A Chinese name.</summary>
    public static string ChinesePerson(Dice dice, bool isMale)
    {
        var given = isMale ? Names.MenGiven : Names.WomenGiven;
        return $"{dice.PickEarly(Names.Surnames)}{dice.Pick(given)}{(dice.Happens(70) ? dice.Pick(given) : "")}";
    }

    /// <summary>A name of somebody abroad.</summary>
    public static string PersonAbroad(Dice dice, string country, bool isMale)
    {
        var (men, women, last) = Names.Of(country);
        return $"{dice.Pick(isMale ? men : women)} {dice.Pick(last)}";
    }

    /// <summary>Latin small letters of a name, as they stand in addresses.</summary>
    public static string InLatin(string name)
    {
        var latin = new StringBuilder();
        foreach (var rune in name.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            latin.Append(Pinyin.Of(rune) ?? (rune.IsAscii && Rune.IsLetter(rune) ? Rune.ToLowerInvariant(rune).ToString() : ""));
        }

        return latin.ToString();
    }

    private static Identity OfChina(Dice dice, PlannedCustomer customer, City city, bool isMale)
    {
        var index = customer.Index.ToString(CultureInfo.InvariantCulture);
        var district = dice.Pick(city.Districts).Code;
        var street = $"{dice.Pick(Names.Roads)}{dice.Pick(Names.RoadEnds)}{dice.Number(1, 1280)}号";
        var postal = $"{city.Postal}{dice.Number(0, 9)}{dice.Number(0, 9)}";
        if (customer.IsPerson)
        {
            var person = ChinesePerson(dice, isMale);
            return new(person, null, InLatin(person) + index, district, city.Name, $"{street}{dice.Number(1, 30)}幢{dice.Number(1, 24)}0{dice.Number(1, 4)}室", postal, isMale);
        }

        var first = dice.Below(Names.Brands.Length);
        var brand = $"{Names.Brands[first]}{Names.Brands[(first + dice.Between(1, Names.Brands.Length - 1)) % Names.Brands.Length]}";
        var latin = InLatin(brand);
        var trade = dice.PickEarly(customer.Profile.Trades);
        var shortName = $"{brand} {char.ToUpperInvariant(latin[0])}{latin[1..]}";
        return new($"{city.Name.TrimEnd('市')}{brand}{trade}", dice.Happens(70) ? shortName : null, latin + index, district, city.Name, street, postal, isMale);
    }

    private static Identity OfAbroad(Dice dice, PlannedCustomer customer, Abroad country, bool isMale)
    {
        var index = customer.Index.ToString(CultureInfo.InvariantCulture);
        var city = country.Cities[customer.Sequence % country.Cities.Count];
        var (name, number) = (dice.Pick(country.Streets.Split('|')), dice.Number(1, 420));
        var street = country.Code == "DE" ? $"{name} {number}" : $"{number} {name}";
        if (customer.IsPerson)
        {
            var person = PersonAbroad(dice, country.Code, isMale);
            return new(person, null, InLatin(person) + index, null, city.Name, street, city.Postal, isMale);
        }

        var brand = $"{dice.Pick(Names.Syllables)}{dice.Pick(Names.Syllables)}{(dice.Happens(45) ? dice.Pick(Names.Syllables) : "")}";
        var shown = $"{char.ToUpperInvariant(brand[0])}{brand[1..]}";
        var trade = dice.PickEarly(customer.Profile.Trades);
        return new($"{shown} {trade} {dice.Pick(country.Forms.Split('|'))}", $"{shown} {trade}", brand + index, null, city.Name, street, city.Postal, isMale);
    }
}
