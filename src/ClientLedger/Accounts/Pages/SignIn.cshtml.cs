using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Tenancy.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace ClientLedger.Accounts.Pages;

/// <summary>Signs in by e-mail address and password, and leads to where somebody wanted to go.</summary>
[DoorAccess(Admission.Anybody), BaseHost, EnableRateLimiting(SignInLimit.Policy)]
internal sealed class SignInModel(Sessions sessions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public bool Stay { get; set; }

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public IActionResult OnGet() => User.AccountId() is null ? Page() : GoOn();

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        if (await sessions.SignInAsync(HttpContext, Email ?? "", password ?? "", Stay) is not null)
        {
            return GoOn();
        }

        Refusals = [Refusal.Of(AccountMessages.NotSignedIn, ("attempts", AccountRules.MaxAttempts), ("minutes", AccountRules.LockedFor.TotalMinutes))];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private LocalRedirectResult GoOn() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/"));
}
