using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Views.Pages;

/// <summary>Records of every kind that a text finds: <c>/find?q=bjxc</c>.</summary>
[DoorAccess(Admission.Member)]
internal sealed class FindModel(LedgerScope scope, QuickFind find, MemberNames members, Wording wording) : PageModel
{
    /// <summary>What was typed.</summary>
    public string Text { get; private set; } = "";

    public IReadOnlyList<RecordTable> Tables { get; private set; } = [];

    /// <summary>There are more hits than are shown.</summary>
    public bool More { get; private set; }

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public int Count => Tables.Sum(table => table.Rows.Count);

    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancellationToken)
    {
        Text = q?.Trim() ?? "";
        if (Text.Length == 0)
        {
            return Page();
        }

        var found = await find.ReadAsync(Text, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            Refusals = [refusal with { Field = null }];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var text = new FieldText(wording, scope, await members.OfAsync(scope, cancellationToken));
        Tables = [.. found.Groups.Select(group => new RecordTable(group.Entity, group.Columns, group.Rows, text))];
        More = found.More;
        return Page();
    }
}
