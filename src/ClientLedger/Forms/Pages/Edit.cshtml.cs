using ClientLedger.Access;
using ClientLedger.Shared;
using ClientLedger.Shared.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Forms.Pages;

/// <summary>Changes a record.</summary>
[DoorAccess(Admission.Member)]
internal sealed class EditModel(RecordForms forms) : PageModel
{
    public RecordForm Form { get; private set; } = null!;

    public string Back { get; private set; } = "";

    /// <summary>What the record is called.</summary>
    public string? Title => Form.Before.GetValueOrDefault(Form.Entity.Title);

    public async Task<IActionResult> OnGetAsync(string plural, string id, CancellationToken cancellationToken)
    {
        if (forms.EntityAt(plural) is not { } entity
            || !RecordIds.TryParse(id, entity.IdPrefix, out var number)
            || await forms.EditAsync(entity, number, cancellationToken) is not { } form)
        {
            return NotFound();
        }

        (Form, Back) = (form, RecordAddresses.Record(Url, entity, id));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string plural, string id, CancellationToken cancellationToken)
    {
        if (forms.EntityAt(plural) is not { } entity || !RecordIds.TryParse(id, entity.IdPrefix, out var number))
        {
            return NotFound();
        }

        Back = RecordAddresses.Record(Url, entity, id);
        var result = await forms.SaveAsync(entity, number, Request.Form, cancellationToken);
        if (result.Refusals.Count == 0)
        {
            return Redirect(Back);
        }

        if (await forms.AgainAsync(entity, number, Request.Form, result, cancellationToken) is not { } form)
        {
            return NotFound();
        }

        Form = form;
        Response.StatusCode = result.Conflicts.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
