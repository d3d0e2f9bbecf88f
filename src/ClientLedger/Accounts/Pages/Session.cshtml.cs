using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Tenancy.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace ClientLedger.Accounts.Pages;

/// <summary>On a tenant's host: begins a session by the code that the base host has issued to this browser.</summary>
[DoorAccess(Admission.Anybody)]
internal sealed class SessionModel(HandOvers handOvers, Sessions sessions, IOptions<TenantHosts> hosts) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? code, string? returnUrl, CancellationToken cancellationToken)
    {
        if (HttpContext.Tenant() is not { } tenant || hosts.Value.TenantOf(Request.Host.Host) != tenant.Name)
        {
            return NotFound();
        }

        var secret = Request.Cookies[SignInRedirect.SecretCookie] ?? "";
        Response.Cookies.Delete(SignInRedirect.SecretCookie, SignInRedirect.SecretOptions(HttpContext));
        return await handOvers.RedeemAsync(tenant.Id, code ?? "", secret, cancellationToken) is { } account && await sessions.BeginAsync(HttpContext, account, tenant)
            ? LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : Url.Content("~/"))
            : new RefusalResult(Refusal.Of(AccountMessages.HandOverSpent), StatusCodes.Status400BadRequest);
    }
}
