using System.Globalization;
using ClientLedger.Fields.Lists;
using ClientLedger.Messages;
using ClientLedger.Settings;

namespace ClientLedger.Accounts;

/// <summary>The settings that a new ledger begins with, from what can be known of a company by its country and its browser.</summary>
internal static class StarterSettings
{
    private const string China = "CN";
    private const string FallbackCurrency = "USD";

    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="zone">IANA zone that the browser tells; may be missing or nonsense.</param>
    public static TenantSettings Of(string company, Language language, string country, string? zone) => new()
    {
        Company = company.Trim(),
        Language = language,
        DefaultCountry = country,
        BaseCurrency = CurrencyOf(country),
        Zone = ZoneOf(country, zone),
    };

    /// <summary>The country that a visitor is probably from: of the language tag that the browser asks for first, or China for Chinese.</summary>
    public static string? CountryOf(IEnumerable<string> languageTags, Language language) =>
        languageTags.Select(tag => tag.Split('-')[^1].ToUpperInvariant()).FirstOrDefault(region => region.Length == 2 && Countries.List.Find(region) is not null && region != "ZH" && region != "EN")
        ?? (language == Language.Chinese ? China : null);

    private static string CurrencyOf(string country)
    {
        try
        {
            var currency = new RegionInfo(country).ISOCurrencySymbol;
            return Currencies.List.Find(currency) is null ? FallbackCurrency : currency;
        }
        catch (ArgumentException)
        {
            return FallbackCurrency;
        }
    }

    private static TimeZoneInfo ZoneOf(string country, string? zone)
    {
        if (zone is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId)
        {
            return found;
        }

        return TimeZoneInfo.FindSystemTimeZoneById(country == China ? "Asia/Shanghai" : "Etc/UTC");
    }
}
