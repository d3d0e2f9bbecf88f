using ClientLedger.Access;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Insights.Pages;

/// <summary>The first page of a ledger.</summary>
[DoorAccess(Admission.Member)]
internal sealed class HomeModel(LedgerScope ledger) : PageModel
{
    public LedgerScope Ledger { get; } = ledger;
}
