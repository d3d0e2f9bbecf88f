using ClientLedger.Access;
using ClientLedger.Tenancy.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace ClientLedger.Accounts.Pages;

/// <summary>Ends the session of the host that it is called on. On a tenant's host the base host still has one, which the page offers to end too.</summary>
[DoorAccess(Admission.Anybody)]
internal sealed class SignOutModel(Sessions sessions, IOptions<TenantHosts> hosts) : PageModel
{
    /// <summary>The base host where a session may be left; null when the page is on it.</summary>
    public string? OtherHost { get; private set; }

    /// <summary>The same page on the base host.</summary>
    public string? OtherAddress { get; private set; }

    /// <summary>Whether there is a session to be ended here.</summary>
    public bool IsSignedIn => User.AccountId() is not null;

    public void OnGet()
    {
        var baseHost = hosts.Value.BaseOf(Request.Host);
        if (baseHost != Request.Host)
        {
            OtherHost = baseHost.Value;
            OtherAddress = UriHelper.BuildAbsolute(Request.Scheme, baseHost, PathString.Empty, "/sign-out");
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndAsync();
        return RedirectToPage();
    }
}
