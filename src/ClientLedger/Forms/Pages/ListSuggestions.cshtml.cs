using ClientLedger.Access;
using ClientLedger.Fields.Lists;
using ClientLedger.Fields.Values;
using ClientLedger.Shared.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Forms.Pages;

/// <summary>Entries of a controlled list that hold a text, for an input that is being filled in: <c>/suggestions/regions?region=深圳</c>.</summary>
[DoorAccess(Admission.Member)]
internal sealed class ListSuggestionsModel(Wording wording) : PageModel
{
    private const int Most = 12;

    public IReadOnlyList<string> Names { get; private set; } = [];

    public IActionResult OnGet(string list)
    {
        if (ReferenceLists.Find(list) is not { } found)
        {
            return NotFound();
        }

        // The input sends itself under its own name.
        var text = FoldedText.Plain(Request.Query.Select(value => value.Value.ToString()).FirstOrDefault() ?? "");
        Names = text.Length == 0 ? [] : [.. found.Items
            .Where(item => Holds(item.Label.Chinese, text) || Holds(item.Label.English, text) || item.Code.StartsWith(text, StringComparison.OrdinalIgnoreCase))
            .Take(Most)
            .Select(item => ReferencePaths.Of(found, item.Code, wording.Language))];
        return Page();
    }

    private static bool Holds(string name, string text) => FoldedText.Plain(name).Contains(text, StringComparison.Ordinal);
}
