using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace ClientLedger.Accounts.Pages;

/// <summary>Starts a ledger and opens it. Its inputs are named as the refusals name their fields.</summary>
[DoorAccess(Admission.Anybody), BaseHost, EnableRateLimiting(SignInLimit.Policy)]
internal sealed class SignUpModel(SignUp signUp, Sessions sessions, Wording wording) : PageModel
{
    [BindProperty]
    public string? Company { get; set; }

    /// <summary>Address name of the ledger.</summary>
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? DefaultCountry { get; set; }

    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>IANA zone, which a script fills in.</summary>
    [BindProperty]
    public string? Zone { get; set; }

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>By code and name, in the order of their names.</summary>
    public IEnumerable<(string Code, string Name)> Countries => Fields.Lists.Countries.List.Items
        .Select(country => (country.Code, Name: wording[country.Label]))
        .OrderBy(country => country.Name, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo(wording.Tag), ignoreCase: true));

    /// <summary>How addresses of ledgers begin here.</summary>
    public string AddressStart => $"{Request.Host}{Request.PathBase}/t/";

    public void OnGet()
    {
        var asked = Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.Value ?? "");
        DefaultCountry = StarterSettings.CountryOf(asked, wording.Language);
    }

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken cancellationToken)
    {
        var name = (Name ?? "").Trim().ToLowerInvariant();
        var (account, refusals) = await signUp.RunAsync(
            new NewLedger(Company ?? "", name, Person ?? "", Email ?? "", password ?? "", DefaultCountry ?? "", Zone, wording.Language), cancellationToken);
        if (account is null)
        {
            Refusals = refusals;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await sessions.BeginAsync(HttpContext, account, stay: false);
        return LocalRedirect(Url.Content($"~/t/{name}/"));
    }
}
