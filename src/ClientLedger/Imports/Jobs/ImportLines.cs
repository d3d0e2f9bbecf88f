using System.Globalization;
using ClientLedger.Access;
using ClientLedger.Imports.Files;
using ClientLedger.Imports.Mapping;
using ClientLedger.Imports.Refused;
using ClientLedger.Imports.Uploads;
using ClientLedger.Jobs;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Imports.Jobs;

/// <summary>
/// Works through the lines of a file by its plan, in the name of the person who started it. The same file falls into the same batches however often
/// it is begun again, so that a run which was killed leaves the same ledger and the same log as one that wasn't.
/// </summary>
[DoorAccess(Admission.Member)]
internal sealed class ImportLines(UploadedFiles files) : IJob
{
    /// <summary>
    /// A batch must not hold the file from people for longer than a blink; smaller ones would write the same pages of its indexes more often.
    /// </summary>
    private const int LinesOnSqlite = 1_000;

    private const int LinesElsewhere = 2_000;

    /// <summary>So many new lines may change how the tenant's records are best read; after them, three times as many as there were.</summary>
    private const int ManyLines = 5_000;

    public string Kind => ImportRuns.JobKind;

    /// <summary>Lines in a batch, where it isn't the provider that says.</summary>
    public int? BatchLines { get; init; }

    public async Task RunAsync(RunningJob job, CancellationToken cancellationToken)
    {
        var scope = await job.OpenAsync(cancellationToken);
        var run = await FindAsync(scope, job.Id, cancellationToken);
        if (run.Lines > 0 && job.Done >= run.Lines)
        {
            // Letting go of the file is what broke off, and nobody knows how much of it is left.
            (job.Total, job.Findings) = (run.Lines, LineCounts.Of(run).ToFindings());
        }
        else
        {
            await WorkAsync(job, scope, run, cancellationToken);
        }

        await UploadedFiles.DropAsync(scope, run.Id, cancellationToken);
    }

    private async Task WorkAsync(RunningJob job, LedgerScope scope, ImportRun run, CancellationToken cancellationToken)
    {
        var plan = ImportPlan.FromJson(run.Plan!);
        var (file, stream) = files.Open(scope, run, plan.File);
        await using (stream)
        {
            job.Total = run.Lines > 0 ? run.Lines : await CountAsync(scope, job, file, cancellationToken);
            Permit(plan, file.Headings, scope);
            var work = new Work(job, scope, run, plan, file.Headings);
            var counted = 0L;
            var after = job.Position is { } position ? long.Parse(position, CultureInfo.InvariantCulture) : 0;
            var lines = BatchLines ?? (scope.Database.Provider == Provider.Sqlite ? LinesOnSqlite : LinesElsewhere);
            await foreach (var next in AheadAsync(RowMarks.Read(file, plan, after).Chunk(lines).Select(work.Plan)))
            {
                await work.ApplyAsync(next, cancellationToken);
                if (job.Done - counted >= Math.Max(ManyLines, 3 * counted))
                {
                    await scope.Database.RefreshStatisticsAsync(cancellationToken);
                    counted = job.Done;
                }
            }

            if (job.Done - counted >= ManyLines)
            {
                await scope.Database.RefreshStatisticsAsync(cancellationToken);
            }
        }
    }

    /// <summary>Reads the next lines, and what they change, while those before them are written.</summary>
    private static async IAsyncEnumerable<PlannedLines> AheadAsync(IEnumerable<PlannedLines> batches)
    {
        using var batch = batches.GetEnumerator();
        var next = NextAsync(batch);
        try
        {
            while (await next is { } lines)
            {
                next = NextAsync(batch);
                yield return lines;
            }
        }
        finally
        {
            // Whoever stops here closes the file, which nobody may be reading then; what went wrong in it concerns nobody any more.
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private static Task<PlannedLines?> NextAsync(IEnumerator<PlannedLines> batch) => Task.Run(() => batch.MoveNext() ? batch.Current : null);

    /// <summary>
    /// Rather than refusing all lines that are left, one by one, it stops where it is: with the rights back, they are as good as they were.
    /// </summary>
    /// <exception cref="RefusedException">The person couldn't choose this plan any more.</exception>
    private static void Permit(ImportPlan plan, IReadOnlyList<string> headings, LedgerScope scope)
    {
        if (PlanRights.Check(plan, headings, scope).Count > 0)
        {
            throw new RefusedException(Refusal.Of(ImportMessages.RightsChanged));
        }
    }

    private static async Task<ImportRun> FindAsync(LedgerScope scope, long id, CancellationToken cancellationToken)
    {
        await using var context = scope.Database.CreateContext(scope.TenantId);
        return await context.Set<ImportRun>().AsNoTracking().SingleAsync(run => run.Id == id, cancellationToken);
    }

    /// <summary>Reads the whole file once before anything is written: one that is damaged or has too many lines is refused as a whole.</summary>
    private static async Task<long> CountAsync(LedgerScope scope, RunningJob job, ImportFile file, CancellationToken cancellationToken)
    {
        var lines = 0L;
        foreach (var _ in file.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            lines++;
        }

        await using var context = scope.Database.CreateContext(scope.TenantId);
        (await context.Set<ImportRun>().SingleAsync(run => run.Id == job.Id, cancellationToken)).Lines = lines;
        await context.SaveChangesAsync(cancellationToken);
        return lines;
    }

    /// <summary>An import at work.</summary>
    private sealed class Work(RunningJob job, LedgerScope first, ImportRun run, ImportPlan plan, IReadOnlyList<string> headings)
    {
        private LineCounts counts = LineCounts.Of(run);
        private PlanRows planned = new(plan, headings, first.Schema, first.Settings);
        private long? stamp = first.Stamp;

        /// <summary>What lines change, if nothing of the tenant's fields and settings changes until their turn comes.</summary>
        public PlannedLines Plan(MarkedRow[] rows)
        {
            var by = planned;
            return new(rows, by, ChangesOf(by, rows));
        }

        /// <summary>Applies a run of lines and commits what became of them with it.</summary>
        public async Task ApplyAsync(PlannedLines next, CancellationToken cancellationToken)
        {
            var (rows, became) = (next.Rows, default(LineCounts));
            await job.ApplyAsync(
                scope =>
                {
                    var by = PlanFor(scope);
                    var batch = by == next.By ? next.Changes : ChangesOf(by, rows);
                    var set = new ChangeSet(Door.Import, batch.Changes) { AllOrNothing = false, Duplicates = plan.Duplicates, Reason = run.FileName, BatchId = run.Id };
                    return new JobBatch(set, rows[^1].Row.Number.ToString(CultureInfo.InvariantCulture), job.Done + rows.Length)
                    {
                        Beside = async (context, results, ct) =>
                        {
                            var lines = batch.ResultsOf(results);
                            became = LineCounts.Of(lines);
                            await KeepAsync(context, counts + became, ct);
                            KeepRefused(context, scope, rows, lines);
                        },
                    };
                },
                cancellationToken);
            counts += became;
            job.Findings = counts.ToFindings();
        }

        private PlanRows PlanFor(LedgerScope scope)
        {
            if (scope.Stamp != stamp)
            {
                Permit(plan, headings, scope);
                (planned, stamp) = (new PlanRows(plan, headings, scope.Schema, scope.Settings), scope.Stamp);
            }

            return planned;
        }

        /// <summary>These lines may be planned anew while the next ones are planned ahead.</summary>
        private static PlannedBatch ChangesOf(PlanRows by, MarkedRow[] rows)
        {
            lock (by)
            {
                return by.ToChanges(rows);
            }
        }

        /// <summary>Nobody else counts: the checkpoint lets the last attempt alone commit.</summary>
        private Task<int> KeepAsync(LedgerContext context, LineCounts all, CancellationToken cancellationToken) =>
            context.Set<ImportRun>().Where(each => each.Id == run.Id).ExecuteUpdateAsync(
                set => set.SetProperty(each => each.Created, all.Created).SetProperty(each => each.Updated, all.Updated).SetProperty(each => each.Skipped, all.Skipped)
                    .SetProperty(each => each.Unchanged, all.Unchanged).SetProperty(each => each.Refused, all.Refused),
                cancellationToken);

        private void KeepRefused(LedgerContext context, LedgerScope scope, MarkedRow[] rows, IReadOnlyList<LineResult> lines)
        {
            var refused = rows.Zip(lines).Where(pair => pair.Second.Outcome is Outcome.Refused or Outcome.Conflict or Outcome.Withheld)
                .Select(pair => RefusedLine.Of(pair.First, pair.Second)).ToList();
            if (refused.Count > 0)
            {
                context.Add(RefusedLine.Keep(scope.Secrets, run.Id, refused));
            }
        }
    }

    /// <summary>Lines, and what they change by a plan that may be out of date when their turn comes.</summary>
    private sealed record PlannedLines(MarkedRow[] Rows, PlanRows By, PlannedBatch Changes);
}
