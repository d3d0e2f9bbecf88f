using System.Globalization;
using ClientLedger.Access;
using ClientLedger.Api.Keys;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Api.Pages;

/// <summary>The keys of programs: an owner makes them, sees each once, and revokes them. Its inputs are named as the refusals name their fields.</summary>
[DoorAccess(Admission.Member)]
internal sealed class KeysModel(LedgerScope ledger, ApiKeys keys) : PageModel
{
    public SettingsPage Head => SettingsPage.Of(SettingsPage.Keys, ledger, Request);

    /// <summary>Where the API is.</summary>
    public string Address => ApiModule.AddressOf(Request);

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Networks { get; set; }

    [BindProperty]
    public string? Expires { get; set; }

    /// <summary>By which the form makes one key, however often it is sent.</summary>
    [BindProperty]
    public string? Draft { get; set; }

    /// <summary>The key that was just made, this once.</summary>
    public string? Made { get; private set; }

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>Ids and names of the roles.</summary>
    public IReadOnlyList<(string Code, string Name)> Roles { get; private set; } = [];

    public IReadOnlyList<ApiKey> Keys { get; private set; } = [];

    /// <summary>The names of the roles that each key has, by its id.</summary>
    public ILookup<long, string> RolesOf { get; private set; } = Array.Empty<string>().ToLookup(_ => 0L);

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        long? role = long.TryParse(Role, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var (text, refusals) = await keys.MakeAsync(ledger, new NewApiKey(Name ?? "", role, Networks ?? "", Expires ?? "") { Draft = Draft }, cancellationToken);
        if (refusals.Count == 0)
        {
            // The key must not come back from a history or a cache.
            Response.Headers.CacheControl = "no-store";
            (Made, Name, Role, Networks, Expires, Draft) = (text, null, null, null, null, null);
            ModelState.Clear();
        }
        else
        {
            Refusals = refusals;
            Draft = refusals[0].Code == ApiMessages.KeyMade ? null : Draft;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? key, CancellationToken cancellationToken) =>
        await keys.RevokeAsync(ledger, key ?? "", cancellationToken) ? Redirect(Url.Content(SettingsPage.Saved(SettingsPage.Keys))) : NotFound();

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        if (Head.MayChange)
        {
            Keys = await keys.ListAsync(ledger, cancellationToken);
            RolesOf = await ApiKeys.RolesOfAsync(ledger, Keys, cancellationToken);
            Roles = await ApiKeys.RolesAsync(ledger, cancellationToken);
            Draft ??= keys.Draft(ledger);
        }
    }
}
