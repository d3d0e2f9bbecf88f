using ClientLedger.Fields.Lists;
using ClientLedger.Messages;

namespace ClientLedger.Settings;

/// <summary>What settings must be before they are saved.</summary>
public static class SettingsRules
{
    private const int MaxCompany = 200;

    /// <summary>All that is wrong with them, in the order of the fields.</summary>
    public static IReadOnlyList<Refusal> Check(TenantSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(settings.Company) || settings.Company.Length > MaxCompany)
        {
            refusals.Add(Refusal.Of(SettingsMessages.Company, ("max", MaxCompany)) with { Field = "company" });
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
