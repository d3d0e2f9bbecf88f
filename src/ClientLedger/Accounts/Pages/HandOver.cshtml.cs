using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using ClientLedger.Tenancy.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ClientLedger.Accounts.Pages;

/// <summary>On the base host: sends a member who has signed in back to the tenant's host with a code.</summary>
[DoorAccess(Admission.Account), BaseHost]
internal sealed class HandOverModel(CatalogContext catalog, HandOvers handOvers, IOptions<TenantHosts> hosts) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? tenant, string? binding, string? returnUrl, CancellationToken cancellationToken)
    {
        var account = User.AccountId()!.Value;
        var member = await catalog.Memberships
            .Where(membership => membership.AccountId == account && membership.State == MembershipState.Active)
            .Join(catalog.Tenants.Where(known => known.Name == tenant), membership => membership.TenantId, known => known.Id, (membership, _) => membership)
            .SingleOrDefaultAsync(cancellationToken);
        if (member is null)
        {
            // The same for a ledger that isn't there: names are told to members.
            return new RefusalResult(Refusal.Of(TenancyMessages.NotMember, ("actor", User.Identity!.Name), ("tenant", tenant)), StatusCodes.Status403Forbidden);
        }

        if (hosts.Value.HostOf(tenant!, Request.Host) is not { } host)
        {
            return new RefusalResult(Refusal.Of(AccountMessages.ElsewhereOnly, ("tenant", tenant)), StatusCodes.Status404NotFound);
        }

        return await handOvers.IssueAsync(member.TenantId, account, binding ?? "", cancellationToken) is { } code
            ? Redirect(QueryHelpers.AddQueryString(
                UriHelper.BuildAbsolute(Request.Scheme, host, Request.PathBase, "/session"),
                new Dictionary<string, string?> { ["code"] = code, ["returnUrl"] = returnUrl }))
            : new RefusalResult(Refusal.Of(AccountMessages.HandOverSpent), StatusCodes.Status400BadRequest);
    }
}
