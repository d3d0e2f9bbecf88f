using ClientLedger.Access;
using ClientLedger.Imports.Files;
using ClientLedger.Imports.Uploads;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Imports.Pages;

/// <summary>Takes in a file.</summary>
[DoorAccess(Admission.Member)]
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class NewFileModel(LedgerScope scope, UploadedFiles files, FileLimits limits) : PageModel
{
    /// <summary>A little above what is taken in, so that a file that is too large is refused with the reason.</summary>
    private const long MostBytes = 320L * 1024 * 1024;

    public long Megabytes => limits.Bytes / (1024 * 1024);

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        var content = file?.OpenReadStream() ?? Stream.Null;
        await using (content)
        {
            var (id, refusals) = await files.ReceiveAsync(scope, file?.FileName ?? "", content, cancellationToken);
            if (refusals.Count == 0)
            {
                return Redirect(Url.Content($"~/imports/{RecordIds.Format(RecordIds.Job, id)}/plan"));
            }

            Refusals = refusals;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
    }
}
