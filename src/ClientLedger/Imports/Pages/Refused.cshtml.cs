using ClientLedger.Access;
using ClientLedger.Imports.Refused;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace ClientLedger.Imports.Pages;

/// <summary>The refused lines of an import as a file.</summary>
[DoorAccess(Admission.Member)]
internal sealed class RefusedModel(LedgerScope scope, ImportRuns imports, Wording wording) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!RecordIds.TryParse(id, RecordIds.Job, out var number))
        {
            return NotFound();
        }

        if (await FindAsync(number, cancellationToken) is not { Plan: not null } run)
        {
            return NotFound();
        }

        // Written as it is read: there may be as many refused lines as a file may have.
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{Path.GetFileNameWithoutExtension(run.FileName)} - {wording[ImportTexts.RefusedName]}.csv");
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = disposition.ToString();
        await RefusedFile.WriteAsync(scope, run, Response.Body, wording.Language, cancellationToken);
        return new EmptyResult();
    }

    /// <summary>Null where the import is somebody else's, or none.</summary>
    private async Task<ImportRun?> FindAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            return await imports.FindAsync(scope, id, cancellationToken);
        }
        catch (RefusedException)
        {
            return null;
        }
    }
}
