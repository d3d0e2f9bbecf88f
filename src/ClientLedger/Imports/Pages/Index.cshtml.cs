using ClientLedger.Access;
using ClientLedger.Jobs;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClientLedger.Imports.Pages;

/// <summary>The imports of the person, newest first.</summary>
[DoorAccess(Admission.Member)]
internal sealed class IndexModel(LedgerScope scope, ImportRuns imports, JobRuns jobs) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<(ImportRun Run, JobRun? Job)> Runs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var runs = await imports.NewestAsync(scope, Most, cancellationToken);
        var states = await jobs.FindAsync(scope, [.. runs.Select(run => run.Id)], cancellationToken);
        Runs = [.. runs.Select(run => (run, states.GetValueOrDefault(run.Id)))];
    }
}
