using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Settings.Pages;

/// <summary>Adds a book, or changes what it is called and kept for. Its inputs are named as the refusals name their fields.</summary>
[DoorAccess(Admission.Member)]
internal sealed class BookModel(LedgerScope ledger) : PageModel
{
    public SettingsPage Head => SettingsPage.Of(SettingsPage.Books, ledger, Request);

    /// <summary>Number of the book; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? Audience { get; set; }

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Id is null)
        {
            return Page();
        }

        var books = (await SettingsOverview.ReadAsync(ledger, cancellationToken)).Books;
        if (books.SingleOrDefault(each => each.Id == Id) is not { } book)
        {
            return NotFound();
        }

        (Name, Purpose, Audience) = (book.Name, book.Purpose, book.Audience);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (_, refusals) = await SaveBook.RunAsync(ledger, Id, Name ?? "", Purpose, Audience, cancellationToken);
        if (refusals.Count == 0)
        {
            return Redirect(Url.Content(SettingsPage.Saved(SettingsPage.Books)));
        }

        Refusals = refusals;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
