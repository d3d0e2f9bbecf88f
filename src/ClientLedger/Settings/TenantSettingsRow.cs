using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Tenancy;

namespace ClientLedger.Settings;

/// <summary>The tenant's <see cref="TenantSettings"/> as they are stored.</summary>
public sealed class TenantSettingsRow : ITenantOwned, IShapesScopes
{
    public int TenantId { get; set; }

    public required string Company { get; set; }

    /// <summary>IANA name.</summary>
    public required string Zone { get; set; }

    public Language Language { get; set; }

    public required string BaseCurrency { get; set; }

    public required string DefaultCountry { get; set; }

    /// <summary>A row that holds settings.</summary>
    public static TenantSettingsRow Of(TenantSettings settings)
    {
        var row = new TenantSettingsRow { Company = "", Zone = "", BaseCurrency = "", DefaultCountry = "" };
        row.Take(settings);
        return row;
    }

    /// <summary>Takes settings over what the row holds.</summary>
    public void Take(TenantSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Company = settings.Company;
        Zone = settings.Zone.Id;
        Language = settings.Language;
        BaseCurrency = settings.BaseCurrency;
        DefaultCountry = settings.DefaultCountry;
    }

    /// <summary>The settings that the row holds.</summary>
    /// <exception cref="TimeZoneNotFoundException">This machine doesn't know the zone.</exception>
    public TenantSettings Read() => new()
    {
        Company = Company,
        Zone = TimeZoneInfo.FindSystemTimeZoneById(Zone),
        Language = Language,
        BaseCurrency = BaseCurrency,
        DefaultCountry = DefaultCountry,
    };
}
