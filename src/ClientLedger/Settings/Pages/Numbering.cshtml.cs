using System.Globalization;
using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Settings.Pages;

/// <summary>How new records are numbered.</summary>
[DoorAccess(Admission.Member)]
internal sealed class NumberingModel(LedgerScope ledger, Wording wording) : PageModel
{
    /// <summary>One entity's numbering as it stands in the form.</summary>
    internal sealed record Row(string Entity, string Prefix, string Width, string Next);

    public SettingsPage Head => SettingsPage.Of(SettingsPage.Numbering, ledger, Request);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>Name of a control: <c>customer.prefix</c>.</summary>
    public static string NameOf(Row row, string part)
    {
        ArgumentNullException.ThrowIfNull(row);
        return $"{row.Entity}.{part}";
    }

    /// <summary>What the records are called.</summary>
    public Label LabelOf(Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return ledger.Schema[row.Entity].Label;
    }

    /// <summary>How the next number will be written; nothing while the form holds no numbers.</summary>
    public string? ExampleOf(Row row) => Read(row) is { Width: >= 1 and <= SaveNumbering.MostDigits, Next: >= 1 } numbering
        ? wording[SettingsTexts.Example, ("number", new NumberSequence { Name = numbering.Entity, Prefix = numbering.Prefix, Width = numbering.Width }.Format(numbering.Next))]
        : null;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await StoredAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Rows = [.. (await StoredAsync(cancellationToken)).Select(row => new Row(row.Entity, Sent(row, "prefix"), Sent(row, "width"), Sent(row, "next")))];
        var refusals = await SaveNumbering.RunAsync(ledger, [.. Rows.Select(Read)], cancellationToken);
        if (refusals.Count == 0)
        {
            return Redirect(Url.Content(SettingsPage.Saved(SettingsPage.Numbering)));
        }

        Refusals = [.. refusals.Select(AtItsControl)];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<IReadOnlyList<Row>> StoredAsync(CancellationToken cancellationToken) =>
    [
        .. (await SettingsOverview.ReadAsync(ledger, cancellationToken)).Numbering.Select(numbering => new Row(
            numbering.Entity, numbering.Prefix, numbering.Width.ToString(CultureInfo.InvariantCulture), numbering.Next.ToString(CultureInfo.InvariantCulture))),
    ];

    private string Sent(Row row, string part) => Request.Form[NameOf(row, part)].ToString();

    /// <summary>What is no number is 0, which is refused as such.</summary>
    private static Numbering Read(Row row) => new(
        row.Entity,
        row.Prefix,
        int.TryParse(row.Width, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var width) ? width : 0,
        long.TryParse(row.Next, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var next) ? next : 0);

    /// <summary>A refusal names the entity; the page has three controls for each.</summary>
    private static Refusal AtItsControl(Refusal refusal) => refusal.Code.Code switch
    {
        "settings.numberingPrefix" => refusal with { Field = refusal.Field + ".prefix" },
        "settings.numberingWidth" => refusal with { Field = refusal.Field + ".width" },
        "settings.numberingNext" => refusal with { Field = refusal.Field + ".next" },
        _ => refusal,
    };
}
