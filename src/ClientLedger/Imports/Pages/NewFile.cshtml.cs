using ClientLedger.Access;
using ClientLedger.Imports.Files;
using ClientLedger.Imports.Uploads;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Imports.Pages;

/// <summary>Takes in a file.</summary>
[DoorAccess(Admission.Member)]
[RequestSizeLimit(MostBytes)]
[IgnoreAntiforgeryToken] // UploadForm asks for it.
internal sealed class NewFileModel(LedgerScope scope, UploadedFiles files, UploadForm form, FileLimits limits) : PageModel
{
    /// <summary>A little above what is taken in, so that a file that is too large is refused with the reason.</summary>
    private const long MostBytes = 320L * 1024 * 1024;

    public long Megabytes => limits.Bytes / (1024 * 1024);

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>Takes no parameter: for one, the framework would read the form and lay its file down.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        try
        {
            var (name, content) = await form.OpenAsync(HttpContext, "file", cancellationToken);
            var (id, refusals) = await files.ReceiveAsync(scope, name, content, cancellationToken);

            // A browser reads the answer when all that it sends was taken.
            await Request.Body.CopyToAsync(Stream.Null, cancellationToken);
            if (refusals.Count == 0)
            {
                return Redirect(Url.Content($"~/imports/{RecordIds.Format(RecordIds.Job, id)}/plan"));
            }

            Refusals = refusals;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        catch (AntiforgeryValidationException)
        {
            return BadRequest();
        }
    }
}
