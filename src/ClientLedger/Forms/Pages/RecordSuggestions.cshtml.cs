using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Forms.Pages;

/// <summary>Titles of records that a text finds, for an input that is being filled in: <c>/suggestions/records/customer?parent=bjxc</c>.</summary>
[DoorAccess(Admission.Member)]
internal sealed class RecordSuggestionsModel(LedgerScope scope, ReadGate readGate) : PageModel
{
    private const int Most = 12;

    public IReadOnlyList<string> Titles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string entity, CancellationToken cancellationToken)
    {
        // The input sends itself under its own name.
        var text = Request.Query.Select(value => value.Value.ToString()).FirstOrDefault() ?? "";
        try
        {
            var answer = await readGate.SearchAsync(scope, new SearchQuery(text, [entity]), cancellationToken);
            Titles = [.. answer.Hits.Select(hit => hit.Title).OfType<string>().Distinct().Take(Most)];
        }
        catch (RefusedException)
        {
            // Nothing to search for yet, or nothing that may be searched: there is nothing to suggest.
        }

        return Page();
    }
}
