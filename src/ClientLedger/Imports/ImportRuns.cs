using System.Text.Json;
using ClientLedger.Imports.Files;
using ClientLedger.Imports.Mapping;
using ClientLedger.Imports.Uploads;
using ClientLedger.Jobs;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Imports;

/// <summary>Imports as those see them who make them: everybody their own, since a file holds what its owner may see.</summary>
#pragma warning disable CA1822 // What pages and the API ask of the room is one object, whether an operation needs its services or not.
public sealed class ImportRuns(UploadedFiles files, JobRuns jobs, TimeProvider clock)
{
    /// <summary>Kind of the job that works through an import.</summary>
    public const string JobKind = "import";

    /// <summary>Earlier imports that are looked through for one of a file like this.</summary>
    private const int MostLookedAt = 50;

    /// <summary>An import of the scope's actor.</summary>
    /// <exception cref="RefusedException">There is none of that id.</exception>
    public async Task<ImportRun> FindAsync(LedgerScope scope, long id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var context = scope.Database.CreateContext(scope.TenantId);
        return await Own(context, scope).AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellationToken)
            ?? throw new RefusedException(Refusal.Of(ImportMessages.RunUnknown, ("id", RecordIds.Format(RecordIds.Job, id))));
    }

    /// <summary>The newest imports of the scope's actor.</summary>
    public async Task<IReadOnlyList<ImportRun>> NewestAsync(LedgerScope scope, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var context = scope.Database.CreateContext(scope.TenantId);
        return await Own(context, scope).AsNoTracking().Where(run => run.Bytes > 0)
            .OrderByDescending(run => run.UploadedAt).ThenByDescending(run => run.Id).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Looks at the beginning of a file, read as the choices say or as it looks.</summary>
    /// <exception cref="RefusedException">It can't be imported: what is wrong, and what to do.</exception>
    public FilePreview Preview(LedgerScope scope, ImportRun run, FileChoices? choices)
    {
        var (file, stream) = files.Open(scope, run, choices);
        using (stream)
        {
            return file.Preview();
        }
    }

    /// <summary>The plan by which the scope's actor last imported a file with these columns, as far as the actor may still carry it out; or null.</summary>
    public async Task<ImportPlan?> LastPlanAsync(LedgerScope scope, IReadOnlyList<string> headings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var context = scope.Database.CreateContext(scope.TenantId);
        var earlier = await Own(context, scope).Where(run => run.StartedAt != null && run.Plan != null)
            .OrderByDescending(run => run.StartedAt).Take(MostLookedAt).Select(run => new { run.Headings, run.Plan }).ToListAsync(cancellationToken);
        return earlier
            .Where(run => JsonSerializer.Deserialize<string[]>(run.Headings!)!.All(heading => headings.Contains(heading) || ReturnedFile.IsAdded(heading, null)))
            .Select(run => PlanRights.Within(ImportPlan.FromJson(run.Plan!), scope))
            .FirstOrDefault(plan => plan is not null && PlanRights.Check(plan, headings, scope).Count == 0);
    }

    /// <summary>Keeps what is to be done with a file.</summary>
    /// <returns>Why it can't be done so; nothing was kept then.</returns>
    /// <exception cref="RefusedException">There is no such import, or its file can't be read as the plan says.</exception>
    public async Task<IReadOnlyList<Refusal>> PlanAsync(LedgerScope scope, long id, ImportPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var run = await FindAsync(scope, id, cancellationToken);
        if (run.StartedAt is not null)
        {
            return [Refusal.Of(ImportMessages.AlreadyStarted, ("name", run.FileName))];
        }

        var (file, stream) = files.Open(scope, run, plan.File);
        await using (stream)
        {
            // Found once, the same file is read in the same way for ever.
            var settled = plan with { File = file.Layout.AsChoices() };
            var refusals = Check(scope, settled, file.Headings);
            if (refusals.Count > 0)
            {
                return refusals;
            }

            // Started by somebody else's request meanwhile, it stays as it is.
            var (json, headings) = (settled.ToJson(), JsonSerializer.Serialize(file.Headings));
            await using var context = scope.Database.CreateContext(scope.TenantId);
            var kept = await Own(context, scope).Where(each => each.Id == id && each.StartedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.Plan, json).SetProperty(each => each.Headings, headings), cancellationToken);
            return kept == 1 ? [] : [Refusal.Of(ImportMessages.AlreadyStarted, ("name", run.FileName))];
        }
    }

    private static IReadOnlyList<Refusal> Check(LedgerScope scope, ImportPlan plan, IReadOnlyList<string> headings)
    {
        var refusals = PlanRights.Check(plan, headings, scope);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        try
        {
            // What every line would give is read now, so that the run doesn't stumble over it.
            _ = new PlanRows(plan, headings, scope.Schema, scope.Settings);
            return [];
        }
        catch (RefusedException refused)
        {
            return [refused.Refusal];
        }
    }

    /// <summary>Starts an import in the name of the scope's actor; one that was started already goes on as it is.</summary>
    /// <returns>Why it can't be started.</returns>
    /// <exception cref="RefusedException">There is no such import.</exception>
    public async Task<IReadOnlyList<Refusal>> StartAsync(LedgerScope scope, long id, CancellationToken cancellationToken)
    {
        var run = await FindAsync(scope, id, cancellationToken);
        if (run.Plan is null || run.Bytes == 0)
        {
            return [Refusal.Of(run.Bytes == 0 ? ImportMessages.UploadBroken : ImportMessages.PlanMissing, ("name", run.FileName))];
        }

        if (run.StartedAt is null)
        {
            await using var context = scope.Database.CreateContext(scope.TenantId);
            context.Attach(run).Entity.StartedAt = clock.Now();
            await context.SaveChangesAsync(cancellationToken);
        }

        // Ledger and catalog are two databases: a crash between them leaves a started import without a run, which is queued when it is started again.
        await jobs.QueueAsync(scope, JobKind, id, cancellationToken);
        return [];
    }

    /// <summary>Takes away an import that was never started, with its file.</summary>
    /// <exception cref="RefusedException">There is no such import.</exception>
    public async Task DiscardAsync(LedgerScope scope, long id, CancellationToken cancellationToken)
    {
        if ((await FindAsync(scope, id, cancellationToken)).StartedAt is null)
        {
            await UploadedFiles.DropAsync(scope, id, cancellationToken);
        }
    }

    private static IQueryable<ImportRun> Own(LedgerContext context, LedgerScope scope) => context.Set<ImportRun>().Where(run => run.PersonId == scope.Actor.Id);
}
