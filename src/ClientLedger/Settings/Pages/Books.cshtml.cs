using ClientLedger.Access;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Settings.Pages;

/// <summary>The books of the ledger.</summary>
[DoorAccess(Admission.Member)]
internal sealed class BooksModel(LedgerScope ledger) : PageModel
{
    public SettingsPage Head => SettingsPage.Of(SettingsPage.Books, ledger, Request);

    /// <summary>By number.</summary>
    public IReadOnlyList<Book> Books { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Books = (await SettingsOverview.ReadAsync(ledger, cancellationToken)).Books;
}
