using ClientLedger.Messages;

namespace ClientLedger.Settings;

/// <summary>What a tenant has chosen for its whole ledger.</summary>
public sealed record TenantSettings
{
    /// <summary>Company name, as printed.</summary>
    public required string Company { get; init; }

    /// <summary>IANA zone in which days begin and end.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public required Language Language { get; init; }

    /// <summary>ISO 4217; totals are also kept in it.</summary>
    public required string BaseCurrency { get; init; }

    /// <summary>ISO 3166-1 alpha-2; phones without a country code belong to it.</summary>
    public required string DefaultCountry { get; init; }
}
