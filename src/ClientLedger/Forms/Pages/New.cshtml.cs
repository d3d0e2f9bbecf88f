using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Forms.Pages;

/// <summary>Enters a record. What the address says is filled in: <c>/contacts/new?customer=cus_…</c>.</summary>
[DoorAccess(Admission.Member)]
internal sealed class NewModel(LedgerScope scope, RecordForms forms) : PageModel
{
    public RecordForm Form { get; private set; } = null!;

    /// <summary>Where the person came from.</summary>
    public string Back => RecordAddresses.Parent(Url, Form.Entity, Request.Query) ?? RecordAddresses.List(Url, Form.Entity);

    public async Task<IActionResult> OnGetAsync(string plural, CancellationToken cancellationToken)
    {
        if (forms.EntityAt(plural) is not { } entity || !ShownFields.MayCreate(scope, entity.Name))
        {
            return NotFound();
        }

        Form = await forms.NewAsync(entity, Request.Query, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string plural, CancellationToken cancellationToken)
    {
        if (forms.EntityAt(plural) is not { } entity || !ShownFields.MayCreate(scope, entity.Name))
        {
            return NotFound();
        }

        var result = await forms.SaveAsync(entity, id: null, Request.Form, cancellationToken);
        if (result is { Refusals: [], Id: { } id })
        {
            return Redirect(RecordAddresses.Parent(Url, entity, Request.Query) ?? RecordAddresses.Record(Url, entity, id));
        }

        Form = (await forms.AgainAsync(entity, id: null, Request.Form, result, cancellationToken))!;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
