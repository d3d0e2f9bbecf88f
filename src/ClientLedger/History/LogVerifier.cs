using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Shared;
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
/// record that was written past the gate. It needs the tenant's log key, which is in no database. Others may write meanwhile; it only reads, and holds
/// no more in memory than a few sets, and a few records with their histories.
/// </summary>
/// <param name="schema">With the tenant's own fields, which are compared as the built-in ones are.</param>
public sealed class LogVerifier(LedgerDatabase database, LedgerSchema schema)
{
    private const int SetsAtOnce = 500, EntriesAtOnce = 20_000;

    /// <summary>Verifies the whole log against itself, its head and the anchors, then every record's version and values against the log.</summary>
    public async Task<LogVerdict> VerifyAsync(int tenantId, TenantSecrets secrets, IReadOnlyCollection<Anchor> anchors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentNullException.ThrowIfNull(anchors);
        await using var context = database.CreateContext(tenantId);
        var walk = new LogWalk(secrets.LogKey, await HeadAsync(context, cancellationToken), anchors);
        await ReadOnAsync(context, walk, cancellationToken);
        walk.Fault ??= walk.End(await HeadAsync(context, cancellationToken)) ?? await StrayAsync(context, cancellationToken);
        if (walk.Fault is null)
        {
            // Records are held against sets, too, that came since the log was read: these must hold as well.
            var fault = await new RecordWalk(database, schema, secrets).FaultAsync(context, cancellationToken);
            await ReadOnAsync(context, walk, cancellationToken);
            walk.Fault ??= fault;
        }

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
        foreach (var some in Portions(sets))
        {
            var entries = await EntriesAsync(context, some, cancellationToken);
            var erased = await ErasedAsync(context, entries.SelectMany(each => each), cancellationToken);
            foreach (var set in some.TakeWhile(_ => walk.Fault is null))
            {
                walk.Take(set, [.. entries[set.SetId]], erased);
            }
        }

        return sets.Count > 0;
    }

    /// <summary>The sets in portions that say they have so many entries together, or are one large set.</summary>
    private static IEnumerable<IReadOnlyList<LogSet>> Portions(List<LogSet> sets)
    {
        var portion = new List<LogSet>();
        var entries = 0L;
        foreach (var set in sets)
        {
            if (portion.Count > 0 && entries + set.Entries > EntriesAtOnce)
            {
                yield return portion;
                (portion, entries) = ([], 0);
            }

            portion.Add(set);
            entries += set.Entries;
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }

    private static async Task<ILookup<long, LogEntry>> EntriesAsync(LedgerContext context, IReadOnlyList<LogSet> sets, CancellationToken cancellationToken)
    {
        var ids = sets.Select(set => set.SetId).ToList();
        var entries = await context.Set<LogEntry>().AsNoTracking().Where(entry => ids.Contains(entry.SetId)).OrderBy(entry => entry.SetId).ThenBy(entry => entry.Ordinal).ToListAsync(cancellationToken);
        return entries.ToLookup(entry => entry.SetId);
    }

    /// <summary>For records of which an entry has lost its values: the number of the newest set that says that they were erased.</summary>
    private static async Task<Dictionary<(int Entity, long Record), long>> ErasedAsync(LedgerContext context, IEnumerable<LogEntry> entries, CancellationToken cancellationToken)
    {
        var newest = new Dictionary<(int, long), long>();
        foreach (var records in entries.Where(entry => entry is { Changes: null, Salt: null }).Select(entry => entry.RecordId).Distinct().Chunk(SetsAtOnce))
        {
            var erasures = await (
                from entry in context.Set<LogEntry>()
                join set in context.Set<LogSet>() on entry.SetId equals set.SetId
                where records.Contains(entry.RecordId) && entry.Verb == LogEntry.Erasure
                orderby set.Number
                select new { entry.EntityId, entry.RecordId, set.Number }).ToListAsync(cancellationToken);
            erasures.ForEach(erasure => newest[(erasure.EntityId, erasure.RecordId)] = erasure.Number);
        }

        return newest;
    }

    private static Task<LogHead?> HeadAsync(LedgerContext context, CancellationToken cancellationToken) =>
        context.Set<LogHead>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    private async Task<Refusal?> StrayAsync(LedgerContext context, CancellationToken cancellationToken)
    {
        var stray = await context.Set<LogEntry>().AsNoTracking()
            .Where(entry => !context.Set<LogSet>().Any(set => set.SetId == entry.SetId))
            .OrderBy(entry => entry.SetId).ThenBy(entry => entry.Ordinal)
            .FirstOrDefaultAsync(cancellationToken);
        return stray is null
            ? null
            : Refusal.Of(HistoryMessages.EntryWithoutSet, ("record", RecordIds.Format(schema.Find(stray.EntityId)?.IdPrefix ?? "?", stray.RecordId)));
    }
}
