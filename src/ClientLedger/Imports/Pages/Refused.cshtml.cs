using ClientLedger.Access;
using ClientLedger.Imports.Refused;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

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

        try
        {
            var run = await imports.FindAsync(scope, number, cancellationToken);
            if (run.Plan is null)
            {
                return NotFound();
            }

            var file = new MemoryStream();
            await RefusedFile.WriteAsync(scope, run, file, wording.Language, cancellationToken);
            file.Position = 0;
            return File(file, "text/csv; charset=utf-8", $"{Path.GetFileNameWithoutExtension(run.FileName)} - {wording[ImportTexts.RefusedName]}.csv");
        }
        catch (RefusedException)
        {
            // Somebody else's, or none.
            return NotFound();
        }
    }
}
