using System.Globalization;
using ClientLedger.Access;
using ClientLedger.Fields.Lists;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Customers.Pages;

/// <summary>
/// The company: its name, zone, language, base currency and country. Here and not with the other settings, since customers' totals follow them. Its inputs are named as
/// the refusals name their fields.
/// </summary>
[DoorAccess(Admission.Member)]
internal sealed class SettingsModel(LedgerScope ledger, Wording wording, TimeProvider clock) : PageModel
{
    public SettingsPage Head => SettingsPage.Of(SettingsModule.Address, ledger, Request);

    [BindProperty]
    public string? Company { get; set; }

    /// <summary>IANA name.</summary>
    [BindProperty]
    public string? Zone { get; set; }

    /// <summary>Name of a <see cref="Messages.Language"/>.</summary>
    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? BaseCurrency { get; set; }

    [BindProperty]
    public string? DefaultCountry { get; set; }

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public IEnumerable<(string Value, string Text)> Countries => Named(Fields.Lists.Countries.List);

    /// <summary>By code, since that is what people look for.</summary>
    public IEnumerable<(string Value, string Text)> Currencies =>
        Fields.Lists.Currencies.List.Items.OrderBy(item => item.Code, StringComparer.Ordinal).Select(item => (item.Code, $"{item.Code} {wording[item.Label]}"));

    public static IEnumerable<(string Value, string Text)> Languages =>
        Enum.GetValues<Language>().Select(language => (language.ToString(), RequestLanguage.NameOf(language)));

    /// <summary>The zones that this machine knows, with how far they are from UTC now; the tenant's own also where it doesn't.</summary>
    public IEnumerable<(string Value, string Text)> Zones => TimeZoneInfo.GetSystemTimeZones()
        .Where(zone => zone.HasIanaId && (zone.Id.Contains('/', StringComparison.Ordinal) || zone.Id == Zone))
        .Append(ledger.Settings.Zone)
        .DistinctBy(zone => zone.Id)
        .OrderBy(zone => zone.Id, StringComparer.Ordinal)
        .Select(zone => (zone.Id, $"{zone.Id} ({OffsetOf(zone)})"));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var settings = (await SettingsOverview.ReadAsync(ledger, cancellationToken)).Settings;
        (Company, Zone, Language) = (settings.Company, settings.Zone.Id, settings.Language.ToString());
        (BaseCurrency, DefaultCountry) = (settings.BaseCurrency, settings.DefaultCountry);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // A language that nobody speaks is refused as such.
        var language = Enum.TryParse<Language>(Language, out var named) ? named : (Language)(-1);
        var (settings, refusals) = SettingsRules.Read(Company ?? "", Zone ?? "", language, BaseCurrency ?? "", DefaultCountry ?? "");
        Refusals = settings is null ? refusals : await SaveTenantSettings.RunAsync(ledger, settings, cancellationToken);
        if (Refusals.Count == 0)
        {
            return Redirect(Url.Content(SettingsPage.Saved(SettingsModule.Address)));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private IEnumerable<(string Value, string Text)> Named(ReferenceList list) => list.Items
        .Select(item => (item.Code, Text: wording[item.Label]))
        .OrderBy(item => item.Text, StringComparer.Create(CultureInfo.GetCultureInfo(wording.Tag), ignoreCase: true));

    private string OffsetOf(TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(clock.GetUtcNow());
        return string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");
    }
}
