using ClientLedger.Access;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Accounts.Pages;

/// <summary>The first page of the installation: a visitor reads what it is; who has signed in goes on to the ledger, or chooses one.</summary>
[DoorAccess(Admission.Anybody), BaseHost]
internal sealed class WelcomeModel(CatalogContext catalog) : PageModel
{
    /// <summary>The ledgers that the account is a member of; null for a visitor.</summary>
    public IReadOnlyList<(string Name, string Member)>? Ledgers { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool choose, CancellationToken cancellationToken)
    {
        if (User.AccountId() is not { } account)
        {
            return Page();
        }

        var ledgers = await catalog.Memberships
            .Where(member => member.AccountId == account && member.State == MembershipState.Active)
            .Join(catalog.Tenants.Where(tenant => tenant.State == TenantState.Active), member => member.TenantId, tenant => tenant.Id, (member, tenant) => new { tenant.Name, member.DisplayName })
            .OrderBy(ledger => ledger.Name)
            .ToListAsync(cancellationToken);
        Ledgers = [.. ledgers.Select(ledger => (ledger.Name, ledger.DisplayName))];
        return Ledgers is [var (name, _)] && !choose ? LocalRedirect(AddressOf(name)) : Page();
    }

    public string AddressOf(string ledger) => Url.Content($"~/t/{ledger}/");
}
