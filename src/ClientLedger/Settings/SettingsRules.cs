using ClientLedger.Fields.Lists;
using ClientLedger.Fields.Values;
using ClientLedger.Messages;

namespace ClientLedger.Settings;

/// <summary>What settings must be before they are saved.</summary>
public static class SettingsRules
{
    private const int MaxCompany = 200;

    /// <summary>Settings as a person typed or chose them.</summary>
    /// <param name="zone">IANA name.</param>
    /// <returns>The settings, or null with all that is wrong.</returns>
    public static (TenantSettings? Settings, IReadOnlyList<Refusal> Refusals) Read(string company, string zone, Language language, string baseCurrency, string defaultCountry)
    {
        var isZone = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found);
        var settings = new TenantSettings
        {
            Company = TextCleaning.Line(company),
            Zone = found ?? TimeZoneInfo.Utc,
            Language = language,
            BaseCurrency = baseCurrency,
            DefaultCountry = defaultCountry,
        };
        var refusals = Check(settings);
        if (!isZone)
        {
            refusals = [.. refusals, Refusal.Of(SettingsMessages.Zone, ("value", zone)) with { Field = "zone" }];
        }

        return refusals.Count == 0 ? (settings, []) : (null, refusals);
    }

    /// <summary>All that is wrong with them, in the order of the fields.</summary>
    public static IReadOnlyList<Refusal> Check(TenantSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(settings.Company) || settings.Company.Length > MaxCompany)
        {
            refusals.Add(Refusal.Of(SettingsMessages.Company, ("max", MaxCompany)) with { Field = "company" });
        }

        if (!Enum.IsDefined(settings.Language))
        {
            refusals.Add(Refusal.Of(SettingsMessages.Language, ("value", settings.Language)) with { Field = "language" });
        }

        if (!settings.Zone.HasIanaId)
        {
            refusals.Add(Refusal.Of(SettingsMessages.Zone, ("value", settings.Zone.Id)) with { Field = "zone" });
        }

        if (Currencies.List.Find(settings.BaseCurrency) is null)
        {
            refusals.Add(Refusal.Of(SettingsMessages.Currency, ("value", settings.BaseCurrency)) with { Field = "baseCurrency" });
        }

        if (Countries.List.Find(settings.DefaultCountry) is null)
        {
            refusals.Add(Refusal.Of(SettingsMessages.Country, ("value", settings.DefaultCountry)) with { Field = "defaultCountry" });
        }

        return refusals;
    }
}
