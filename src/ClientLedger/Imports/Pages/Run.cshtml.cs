using ClientLedger.Access;
using ClientLedger.Imports.Files;
using ClientLedger.Imports.Refused;
using ClientLedger.Jobs;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Imports.Pages;

/// <summary>How far an import has come, and what became of its lines. The part that changes is asked for again while it runs.</summary>
[DoorAccess(Admission.Member)]
internal sealed class RunModel(LedgerScope scope, ImportRuns imports, JobRuns jobs, Wording wording) : PageModel
{
    private static readonly MessageCode[] OfFile =
    [
        FileMessages.QuoteOpen, FileMessages.CellTooLong, FileMessages.RowTooLong, FileMessages.TooManyRows, FileMessages.TooManyColumns, FileMessages.Damaged,
        FileMessages.UnpacksTooLarge, ImportMessages.FileGone,
    ];

    private RefusedReasons? reasons;

    public ImportRun Run { get; private set; } = null!;

    public JobRun? Job { get; private set; }

    /// <summary>Refused lines that the page shows; the file has them all.</summary>
    public const int MostRefused = 10;

    /// <summary>The first refused lines in the order of the file.</summary>
    public IReadOnlyList<RefusedLine> FirstRefused { get; private set; } = [];

    /// <summary>Why it failed.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public bool IsOver => Job is null or { IsOver: true };

    /// <summary>It is over, and brought nothing.</summary>
    public bool IsAllRefused => Job is { State: JobState.Succeeded } && Run.Refused > 0 && Run.Refused == Run.Lines;

    /// <summary>It failed because of the file, which is no better the next time.</summary>
    public bool IsFileAtFault => Refusals.Any(refusal => OfFile.Contains(refusal.Code));

    public bool MayResume => Job is null or { State: JobState.Failed or JobState.Cancelled } && !Run.FileIsGone && !IsFileAtFault;

    /// <summary>Lines that are done. The job tells of itself each second; what it has counted since then is done too.</summary>
    public long Done => Math.Max(Job?.Done ?? 0, Run.Created + Run.Updated + Run.Skipped + Run.Refused);

    /// <summary>Done, total, rate and remaining time, as far as they are known.</summary>
    public string Told
    {
        get
        {
            var parts = new List<string>
            {
                Job!.Total > 0
                    ? wording[ImportTexts.LinesDone, ("done", Wording.Number(Done)), ("total", Wording.Number(Job.Total))]
                    : wording[ImportTexts.LinesDoneOnly, ("done", Wording.Number(Done))],
            };
            if (Job is { State: JobState.Running, Rate: >= 1 })
            {
                parts.Add(wording[ImportTexts.Rate, ("rate", Wording.Number(Math.Round((decimal)Job.Rate)))]);
            }

            if (Job.Remaining is { } remaining)
            {
                var time = remaining.TotalSeconds < 90
                    ? wording[ImportTexts.Seconds, ("n", (int)Math.Ceiling(remaining.TotalSeconds))]
                    : wording[ImportTexts.Minutes, ("n", (int)Math.Ceiling(remaining.TotalMinutes))];
                parts.Add(wording[ImportTexts.Remaining, ("time", time)]);
            }

            return string.Join(" · ", parts);
        }
    }

    /// <summary>The field that a reason stands at, as it is called: customer and name, and the column of the file; null where it is about the line.</summary>
    public string? FieldOf(RefusedLine line, Refusal reason) => reasons!.PlaceOf(line, reason, withEntity: true);

    /// <summary>An address of this import.</summary>
    public string Address(string rest) => Url.Content($"~/imports/{RecordIds.Format(RecordIds.Job, Run.Id)}{rest}");

    public async Task<IActionResult> OnGetAsync(string id, string? part, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Run.StartedAt is null)
        {
            return Redirect(Address("/plan"));
        }

        if (Run.Refused > 0)
        {
            reasons = new RefusedReasons(Run, scope.Schema, wording.Language);
            FirstRefused = await RefusedLine.AllAsync(scope, Run.Id, cancellationToken).Take(MostRefused).ToListAsync(cancellationToken);
        }

        return part == "progress" ? Partial("/Imports/Pages/_Progress.cshtml", this) : Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        await jobs.CancelAsync(scope, Run.Id, cancellationToken);
        return Redirect(Address(""));
    }

    public async Task<IActionResult> OnPostResumeAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Job is null)
        {
            await imports.StartAsync(scope, Run.Id, cancellationToken);
        }
        else
        {
            await jobs.ResumeAsync(scope, Run.Id, cancellationToken);
        }

        return Redirect(Address(""));
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!RecordIds.TryParse(id, RecordIds.Job, out var number))
        {
            return false;
        }

        try
        {
            Run = await imports.FindAsync(scope, number, cancellationToken);
        }
        catch (RefusedException)
        {
            // Somebody else's, or none.
            return false;
        }

        Job = await jobs.FindAsync(scope, number, cancellationToken);
        if (Job is { State: JobState.Failed })
        {
            await using var context = scope.Database.CreateContext(scope.TenantId);
            var failure = await context.Set<JobCheckpoint>().Where(checkpoint => checkpoint.RunId == number).Select(checkpoint => checkpoint.Failure).SingleOrDefaultAsync(cancellationToken);
            Refusals = failure is null ? [] : KeptRefusals.FromJson(failure);
        }

        return true;
    }
}
