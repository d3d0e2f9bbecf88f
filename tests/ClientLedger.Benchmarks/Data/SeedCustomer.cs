using System.Globalization;
using System.Text;
using ClientLedger.Fields.Lists;
using ClientLedger.Fields.Values;

namespace ClientLedger.Benchmarks.Data;

/// <summary>
/// A customer as a trading company's file has it: of a hundred, 55 are Chinese companies, 20 Chinese persons, 15 companies and 10 persons with
/// Latin names. The same number always makes the same customer. Values are canonical.
/// </summary>
internal sealed record SeedCustomer(
    string Number, string Kind, string Name, string? ShortName, IReadOnlyList<string> Phones, IReadOnlyList<string> Emails, string? TaxNumber,
    string Industry, string Region, string City, string Grade, string Stage, long Owner, decimal CreditLimit, DateTime UpdatedAt, string Tier, string Note)
{
    /// <summary>How many people own customers; each owns as many.</summary>
    public const int Owners = 50;

    /// <summary>The first owner's account.</summary>
    public const long FirstOwner = 1000;

    /// <summary>The day on which the oldest customer was changed last.</summary>
    public static readonly DateTime Beginning = new(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Industries that customers are in, one as frequent as the other.</summary>
    public static readonly string[] IndustriesUsed = ["01", "26", "39", "47", "51", "52", "54", "65"];

    private static readonly string[] Grades = ["core", "important", "important", "ordinary", "ordinary", "ordinary", "ordinary", "ordinary"];
    private static readonly string[] Stages = ["acquire", "nurture", "develop", "maintain", "winBack"];
    private static readonly string[] Notes = ["prefers e-mail", "invoice monthly", "calls in the morning", "VIP since the fair", "pays late"];
    private static readonly string[] AreaCodes = ["755", "571", "512", "769", "574", "532"];
    private static readonly ReferenceItem[] Places = [.. Regions.List.Items.Where(item => item.Level == 2 && item.Label.Chinese.EndsWith('市'))];

    /// <summary>The customer of a number, from 0.</summary>
    public static SeedCustomer Of(long number)
    {
        var dice = new Dice(number + 1);
        var place = dice.Pick(Places);
        var kind = dice.Throw(100);
        var brand = $"{dice.Pick(Words.Brands)}{dice.Pick(Words.Brands)}";
        var (isCompany, name) = kind switch
        {
            < 55 => (true, $"{place.Label.Chinese.TrimEnd('市')}{brand}{dice.Pick(Words.Trades)}{dice.Pick(Words.Forms)}"),
            < 75 => (false, $"{dice.PickEarly(Words.Surnames)}{dice.Pick(Words.GivenNames)}{(dice.Throw(5) > 0 ? dice.Pick(Words.GivenNames) : "")}"),
            < 90 => (true, $"{EnglishBrand(ref dice)} {dice.Pick(Words.EnglishTrades)} {dice.Pick(Words.EnglishForms)}"),
            _ => (false, $"{dice.Pick(Words.FirstNames)} {dice.Pick(Words.LastNames)}"),
        };
        return new SeedCustomer(
            string.Create(CultureInfo.InvariantCulture, $"C-{number + 1:D7}"),
            isCompany ? "organisation" : "person",
            name,
            kind < 20 ? brand : null,
            dice.Throw(100) < 30 ? [Phone(ref dice), Phone(ref dice)] : [Phone(ref dice)],
            dice.Throw(100) < 70 ? [Email(ref dice, name)] : [],
            isCompany && dice.Throw(100) < 50 ? CreditCode(ref dice) : null,
            dice.Pick(IndustriesUsed),
            place.Code,
            place.Label.Chinese,
            dice.Pick(Grades),
            dice.Pick(Stages),
            FirstOwner + (number % Owners),
            dice.Throw(1000) * 100m,
            Beginning.AddSeconds(dice.Throw(86_400 * 1000)),
            dice.Pick(Grades),
            dice.Pick(Notes));
    }

    private static string EnglishBrand(ref Dice dice)
    {
        var brand = $"{dice.Pick(Words.Syllables)}{dice.Pick(Words.Syllables)}{(dice.Throw(2) == 0 ? dice.Pick(Words.Syllables) : "")}";
        return char.ToUpperInvariant(brand[0]) + brand[1..];
    }

    private static string Phone(ref Dice dice) => dice.Throw(10) switch
    {
        < 7 => string.Create(CultureInfo.InvariantCulture, $"+861{dice.Throw(7) + 3}{dice.Throw(10)}{dice.Throw(100_000_000):D8}"),
        < 9 => string.Create(CultureInfo.InvariantCulture, $"+86{dice.Pick(AreaCodes)}{dice.Throw(60_000_000) + 20_000_000}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"+1212{dice.Throw(8) + 2}{dice.Throw(1_000_000):D6}"),
    };

    /// <summary>A unified social credit code with its check character (GB 32100-2015).</summary>
    private static string CreditCode(ref Dice dice)
    {
        const string characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var code = string.Create(CultureInfo.InvariantCulture, $"91{dice.Throw(900_000) + 100_000}MA{dice.Throw(10_000_000):D7}");
        var (sum, weight) = (0, 1);
        foreach (var character in code)
        {
            sum += weight * characters.IndexOf(character, StringComparison.Ordinal);
            weight = weight * 3 % 31;
        }

        return code + characters[(31 - (sum % 31)) % 31];
    }

    private static string Email(ref Dice dice, string name)
    {
        var local = new StringBuilder();
        foreach (var rune in name.EnumerateRunes().Take(3))
        {
            local.Append(Pinyin.Of(rune) ?? (rune.IsAscii && Rune.IsLetter(rune) ? Rune.ToLowerInvariant(rune).ToString() : ""));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{local}{dice.Throw(100_000)}@{dice.Pick(Words.MailDomains)}");
    }
}
