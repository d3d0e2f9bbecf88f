using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.History;

/// <summary>A copy of the newest set's number and mac, kept outside the ledger.</summary>
/// <param name="Source">Where it was kept.</param>
public sealed record Anchor(Label Source, long Number, byte[] Mac);

/// <summary>What the verifier found: how much it read, and the first thing that is wrong, if anything is.</summary>
/// <param name="Sets">Sets that hold, from the first on.</param>
public sealed record LogVerdict(long Sets, long Entries, Refusal? Fault);

/// <summary>
/// Reads a tenant's log from its first set to its head and names the first entry or set that was altered, removed, inserted or moved, or the first
/// record that was written past the gate. It needs the tenant's log key, which is in no database. Others may write meanwhile.
/// </summary>
public sealed class LogVerifier(LedgerDatabase database, LedgerSchema schema)
{
    private const int SetsAtOnce = 500;

    /// <summary>Verifies the whole log against itself, its head, the anchors and the versions of the records.</summary>
    public async Task<LogVerdict> VerifyAsync(int tenantId, TenantSecrets secrets, IReadOnlyCollection<Anchor> anchors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentNullException.ThrowIfNull(anchors);
        await using var context = database.CreateContext(tenantId);
        var walk = new LogWalk(secrets.LogKey, await HeadAsync(context, cancellationToken), anchors, schema);
        await ReadOnAsync(context, walk, cancellationToken);
        walk.Fault ??= walk.End(await HeadAsync(context, cancellationToken))
            ?? await StrayAsync(context, walk, cancellationToken)
            ?? await RecordsAsync(context, walk, cancellationToken);
        return new LogVerdict(walk.Number, walk.Entries, walk.Fault);
    }

    /// <summary>Takes the sets that weren't read yet, up to the first fault.</summary>
    private static async Task ReadOnAsync(LedgerContext context, LogWalk walk, CancellationToken cancellationToken)
    {
        var atOnce = SetsAtOnce;
        while (walk.Fault is null)
        {
            try
            {
                if (!await ReadAsync(context, walk, atOnce, cancellationToken))
                {
                    return;
                }
            }
            catch (Exception unreadable) when (unreadable is FormatException or InvalidCastException)
            {
                // SQLite takes any value in any column. One set at a time tells in which it is.
                walk.Fault = atOnce == 1 ? Refusal.Of(HistoryMessages.SetAltered, ("number", walk.Number + 1)) : null;
                atOnce = 1;
            }
        }
    }

    /// <summary>Takes the next sets; false when there are none.</summary>
    private static async Task<bool> ReadAsync(LedgerContext context, LogWalk walk, int most, CancellationToken cancellationToken)
    {
        var after = walk.After;
        var sets = await context.Set<LogSet>().AsNoTracking().Where(set => set.Number > after).OrderBy(set => set.Number).Take(most).ToListAsync(cancellationToken);
        var entries = await EntriesAsync(context, sets, cancellationToken);
        foreach (var set in sets.TakeWhile(_ => walk.Fault is null))
        {
            walk.Take(set, [.. entries[set.SetId]]);
        }

        return sets.Count > 0;
    }

    private static async Task<ILookup<long, LogEntry>> EntriesAsync(LedgerContext context, List<LogSet> sets, CancellationToken cancellationToken)
    {
        var ids = sets.ConvertAll(set => set.SetId);
        var entries = await context.Set<LogEntry>().AsNoTracking().Where(entry => ids.Contains(entry.SetId)).OrderBy(entry => entry.SetId).ThenBy(entry => entry.Ordinal).ToListAsync(cancellationToken);
        return entries.ToLookup(entry => entry.SetId);
    }

    private static Task<LogHead?> HeadAsync(LedgerContext context, CancellationToken cancellationToken) =>
        context.Set<LogHead>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    private static async Task<Refusal?> StrayAsync(LedgerContext context, LogWalk walk, CancellationToken cancellationToken)
    {
        var stray = await context.Set<LogEntry>().AsNoTracking()
            .Where(entry => !context.Set<LogSet>().Any(set => set.SetId == entry.SetId))
            .OrderBy(entry => entry.SetId).ThenBy(entry => entry.Ordinal)
            .FirstOrDefaultAsync(cancellationToken);
        return stray is null ? null : Refusal.Of(HistoryMessages.EntryWithoutSet, ("record", walk.IdOf(stray.EntityId, stray.RecordId)));
    }

    /// <summary>
    /// A record whose version isn't the log's was written past the gate, unless the gate wrote it after the log was read: then the sets that came
    /// meanwhile say so.
    /// </summary>
    private async Task<Refusal?> RecordsAsync(LedgerContext context, LogWalk walk, CancellationToken cancellationToken)
    {
        var suspects = new List<Suspect>();
        foreach (var entity in schema.Entities)
        {
            var missing = walk.Versions.Keys.Where(logged => logged.Entity == entity.Id).Select(logged => logged.Record).ToHashSet();
            await foreach (var (id, version) in RecordVersions.Read(context, entity).WithCancellation(cancellationToken))
            {
                missing.Remove(id);
                var logged = walk.Versions.GetValueOrDefault((entity.Id, id));
                if (version != logged || logged == 0)
                {
                    suspects.Add(new Suspect(entity, id, version, logged));
                }
            }

            suspects.AddRange(missing.Select(id => new Suspect(entity, id, Version: null, walk.Versions[(entity.Id, id)])));
        }

        if (suspects.Count > 0)
        {
            await ReadOnAsync(context, walk, cancellationToken);
        }

        return walk.Fault ?? suspects
            .Where(suspect => suspect.Version is null or < 1 || suspect.Version < suspect.Logged || suspect.Version > walk.Versions.GetValueOrDefault((suspect.Entity.Id, suspect.Id)))
            .Select(suspect => FaultOf(suspect, walk)).FirstOrDefault();
    }

    private static Refusal FaultOf(Suspect suspect, LogWalk walk)
    {
        var record = walk.IdOf(suspect.Entity.Id, suspect.Id);
        return suspect.Version is { } version
            ? Refusal.Of(HistoryMessages.RecordDiffers, ("entity", suspect.Entity.Label), ("record", record), ("version", version), ("expected", suspect.Logged))
            : Refusal.Of(HistoryMessages.RecordMissing, ("entity", suspect.Entity.Label), ("record", record), ("expected", suspect.Logged));
    }

    /// <summary>A record that doesn't stand as the log left it.</summary>
    /// <param name="Version">Null when there is no such record.</param>
    private sealed record Suspect(EntityDescriptor Entity, long Id, long? Version, long Logged);
}
