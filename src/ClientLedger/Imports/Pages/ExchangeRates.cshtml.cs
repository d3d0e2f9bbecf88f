using System.Globalization;
using ClientLedger.Access;
using ClientLedger.Customers;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Imports.Pages;

/// <summary>What other currencies are worth in the base currency, from which day on: looked at, added one by one, or out of a file.</summary>
[DoorAccess(Admission.Member)]
internal sealed class ExchangeRatesModel(LedgerScope ledger, Wording wording) : PageModel
{
    private const string FileField = "file";

    /// <summary>A line of its own: the form has one rate.</summary>
    private const long OnlyLine = 1;

    public SettingsPage Head => SettingsPage.Of(SettingsPage.Rates, ledger, Request);

    /// <summary>The base currency.</summary>
    public string Base => ledger.Settings.BaseCurrency;

    [BindProperty]
    public string? Currency { get; set; }

    [BindProperty]
    public string? Date { get; set; }

    [BindProperty]
    public string? Rate { get; set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ExchangeRate> Rates { get; private set; } = [];

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public IEnumerable<(string Value, string Text)> Currencies => Fields.Lists.Currencies.List.Items
        .Where(item => item.Code != Base)
        .OrderBy(item => item.Code, StringComparer.Ordinal)
        .Select(item => (item.Code, $"{item.Code} {wording[item.Label]}"));

    /// <summary>The rate as it was given: no more places than it has.</summary>
    public static string ValueOf(ExchangeRate rate)
    {
        ArgumentNullException.ThrowIfNull(rate);
        return ((decimal)rate.Rate / ExchangeRate.One).ToString("#,##0.########", CultureInfo.InvariantCulture);
    }

    /// <summary>Code and name of a rate's currency.</summary>
    public string NameOf(ExchangeRate rate)
    {
        ArgumentNullException.ThrowIfNull(rate);
        return Fields.Lists.Currencies.List.Find(rate.Currency) is { } item ? $"{item.Code} {wording[item.Label]}" : rate.Currency;
    }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Currency) || Currency == Base)
        {
            return await RefuseAsync([Refusal.Of(ExchangeRatePageMessages.CurrencyMissing, ("base", Base)) with { Field = "currency" }], cancellationToken);
        }

        var list = new ExchangeRateList(Base);
        list.Add(OnlyLine, Currency, Base, Date ?? "", Rate ?? "");
        return await SaveAsync(list, cancellationToken);
    }

    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null || file.Length == 0)
        {
            return await RefuseAsync([Refusal.Of(ExchangeRatePageMessages.FileMissing) with { Field = FileField }], cancellationToken);
        }

        try
        {
            await using var stream = file.OpenReadStream();
            var list = ExchangeRateFile.Read(Base, stream, file.FileName);
            return list.Refusals.Count > 0
                ? await RefuseAsync([.. list.Refusals.Select(refusal => refusal with { Field = FileField })], cancellationToken)
                : await SaveAsync(list, cancellationToken);
        }
        catch (RefusedException refused)
        {
            return await RefuseAsync([refused.Refusal with { Field = FileField }], cancellationToken);
        }
    }

    private async Task<IActionResult> SaveAsync(ExchangeRateList list, CancellationToken cancellationToken)
    {
        var refusals = await SaveExchangeRates.RunAsync(ledger, list, cancellationToken);
        return refusals.Count == 0
            ? Redirect(Url.Content(SettingsPage.Saved(SettingsPage.Rates)))
            : await RefuseAsync([.. refusals.Select(AtItsControl)], cancellationToken);
    }

    private async Task<IActionResult> RefuseAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        Refusals = refusals;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => Rates = (await SettingsOverview.ReadAsync(ledger, cancellationToken)).Rates;

    /// <summary>A list speaks of lines; the form has none.</summary>
    private Refusal AtItsControl(Refusal refusal) => refusal.Code.Code switch
    {
        "settings.rateDate" => Refusal.Of(ExchangeRatePageMessages.Day, ("value", Date)) with { Field = "date" },
        "settings.rateValue" => Refusal.Of(ExchangeRatePageMessages.Number, ("value", Rate)) with { Field = "rate" },
        _ => refusal,
    };
}
