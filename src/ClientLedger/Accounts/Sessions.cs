using System.Security.Claims;
using ClientLedger.Fields.Values;
using ClientLedger.Shared.Pages;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace ClientLedger.Accounts;

/// <summary>Begins and ends the sessions of a browser on the host that it is on.</summary>
internal sealed class Sessions(SignInManager<Account> signIn, UserManager<Account> accounts, TimeProvider clock)
{
    /// <summary>Signs in whoever knows e-mail address and password.</summary>
    /// <param name="stay">Whether the session outlives the browser's window.</param>
    /// <returns>The account; null when the two don't go together or there were too many attempts, which isn't told apart.</returns>
    public async Task<Account?> SignInAsync(HttpContext context, string email, string password, bool stay)
    {
        var account = EmailAddresses.TryParse(email, out var address, out _) ? await accounts.FindByNameAsync(address) : null;
        if (!await PasswordAttempts.IsRightAsync(accounts, account, password))
        {
            return null;
        }

        await BeginAsync(context, account!, stay);
        return account;
    }

    /// <summary>Begins a session of an account that has been made sure of.</summary>
    public async Task BeginAsync(HttpContext context, Account account, bool stay)
    {
        await signIn.SignInAsync(account, Lasting(stay));
        RequestLanguage.Keep(context, account.Language);
    }

    /// <summary>Begins a session that is good on a tenant's host alone.</summary>
    /// <returns>False when there is no such account.</returns>
    public async Task<bool> BeginAsync(HttpContext context, long accountId, RequestTenant tenant)
    {
        if (await accounts.FindByIdAsync(accountId.ToString(System.Globalization.CultureInfo.InvariantCulture)) is not { } account)
        {
            return false;
        }

        await signIn.SignInWithClaimsAsync(account, Lasting(stay: false), [new Claim(RequestTenant.Claim, tenant.Name)]);
        RequestLanguage.Keep(context, account.Language);
        return true;
    }

    /// <summary>Ends the session.</summary>
    public Task EndAsync() => signIn.SignOutAsync();

    private AuthenticationProperties Lasting(bool stay) => new() { IsPersistent = stay, IssuedUtc = clock.GetUtcNow() };
}
