using System.Security.Cryptography;
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
/// Reads a tenant's log from its first set to its head and names the first entry or set that was altered, removed, inserted or moved. It needs the
/// tenant's log key, which is in no database.
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
        var run = new Run(secrets.LogKey, anchors);
        while (run.Fault is null)
        {
            var sets = await context.Set<LogSet>().AsNoTracking().Where(set => set.Number > run.Number).OrderBy(set => set.Number).Take(SetsAtOnce).ToListAsync(cancellationToken);
            if (sets.Count == 0)
            {
                break;
            }

            var entries = await EntriesAsync(context, sets, cancellationToken);
            foreach (var set in sets)
            {
                run.Take(set, [.. entries[set.SetId]]);
                if (run.Fault is not null)
                {
                    break;
                }
            }
        }

        run.Fault ??= await EndAsync(context, run, cancellationToken)
            ?? await StrayAsync(context, cancellationToken)
            ?? await RecordsAsync(context, run, cancellationToken);
        return new LogVerdict(run.Number, run.Entries, run.Fault);
    }

    private static async Task<ILookup<long, LogEntry>> EntriesAsync(LedgerContext context, List<LogSet> sets, CancellationToken cancellationToken)
    {
        var ids = sets.ConvertAll(set => set.SetId);
        var entries = await context.Set<LogEntry>().AsNoTracking().Where(entry => ids.Contains(entry.SetId)).OrderBy(entry => entry.SetId).ThenBy(entry => entry.Ordinal).ToListAsync(cancellationToken);
        return entries.ToLookup(entry => entry.SetId);
    }

    private static async Task<Refusal?> EndAsync(LedgerContext context, Run run, CancellationToken cancellationToken)
    {
        var head = await context.Set<LogHead>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (run.Anchors.Where(anchor => anchor.Number > run.Number).MaxBy(anchor => anchor.Number) is { } newer)
        {
            return Refusal.Of(HistoryMessages.OlderThanAnchor, ("number", run.Number), ("expected", newer.Number), ("source", newer.Source));
        }

        if ((head?.Number ?? 0) != run.Number)
        {
            return Refusal.Of(HistoryMessages.EndMissing, ("number", run.Number), ("expected", head?.Number ?? 0));
        }

        return head is null || CryptographicOperations.FixedTimeEquals(head.Mac, run.Mac) ? null : Refusal.Of(HistoryMessages.SetAltered, ("number", run.Number));
    }

    private async Task<Refusal?> StrayAsync(LedgerContext context, CancellationToken cancellationToken)
    {
        var stray = await context.Set<LogEntry>().AsNoTracking()
            .Where(entry => !context.Set<LogSet>().Any(set => set.SetId == entry.SetId))
            .OrderBy(entry => entry.SetId).ThenBy(entry => entry.Ordinal)
            .FirstOrDefaultAsync(cancellationToken);
        return stray is null ? null : Refusal.Of(HistoryMessages.EntryWithoutSet, ("record", IdOf(stray.EntityId, stray.RecordId)));
    }

    /// <summary>A record whose version isn't the log's was written past the gate.</summary>
    private async Task<Refusal?> RecordsAsync(LedgerContext context, Run run, CancellationToken cancellationToken)
    {
        foreach (var entity in schema.Entities)
        {
            await foreach (var (id, version) in RecordVersions.Read(context, entity).WithCancellation(cancellationToken))
            {
                var logged = run.Versions.GetValueOrDefault((entity.Id, id));
                if (logged != version)
                {
                    return Refusal.Of(
                        HistoryMessages.RecordDiffers, ("entity", entity.Label), ("record", RecordIds.Format(entity.IdPrefix, id)), ("version", version), ("expected", logged));
                }
            }
        }

        return null;
    }

    private string IdOf(int entityId, long id) =>
        RecordIds.Format(schema.Entities.FirstOrDefault(entity => entity.Id == entityId)?.IdPrefix ?? "?", id);

    /// <summary>The state of one reading, set by set.</summary>
    private sealed class Run(byte[] key, IReadOnlyCollection<Anchor> anchors)
    {
        public IReadOnlyCollection<Anchor> Anchors { get; } = anchors;

        public Dictionary<(int Entity, long Record), long> Versions { get; } = [];

        public long Number { get; private set; }

        public long Entries { get; private set; }

        public byte[] Mac { get; private set; } = LogChain.Beginning;

        public Refusal? Fault { get; set; }

        public void Take(LogSet set, IReadOnlyList<LogEntry> entries)
        {
            Fault = Check(set, entries);
            if (Fault is null)
            {
                Number = set.Number;
                Mac = set.Mac;
                Entries += entries.Count;
            }
        }

        private Refusal? Check(LogSet set, IReadOnlyList<LogEntry> entries)
        {
            if (set.Number != Number + 1)
            {
                return Refusal.Of(HistoryMessages.SetMissing, ("number", Number + 1), ("before", Number), ("after", set.Number));
            }

            if (entries.FirstOrDefault(IsAltered) is { } altered)
            {
                return Refusal.Of(HistoryMessages.EntryAltered, ("number", set.Number), ("ordinal", altered.Ordinal));
            }

            if (entries.Count != set.Entries || !CryptographicOperations.FixedTimeEquals(LogChain.EntriesDigest(entries), set.Digest))
            {
                return Refusal.Of(HistoryMessages.EntriesDiffer, ("number", set.Number), ("expected", set.Entries), ("found", entries.Count));
            }

            if (!CryptographicOperations.FixedTimeEquals(LogChain.Mac(key, Mac, set), set.Mac))
            {
                return Refusal.Of(HistoryMessages.SetAltered, ("number", set.Number));
            }

            return Anchors.FirstOrDefault(anchor => anchor.Number == set.Number && !CryptographicOperations.FixedTimeEquals(anchor.Mac, set.Mac)) is { } other
                ? Refusal.Of(HistoryMessages.AnchorDiffers, ("number", set.Number), ("source", other.Source))
                : entries.Select(entry => CheckVersion(set, entry)).FirstOrDefault(fault => fault is not null);
        }

        /// <summary>Erased values can't be compared any more; their hash still stands in the digest.</summary>
        private static bool IsAltered(LogEntry entry) => entry is { Changes: { } changes, Salt: { } salt }
            ? salt.Length != LogChain.SaltLength || !CryptographicOperations.FixedTimeEquals(LogChain.ValuesHash(salt, changes), entry.ValuesHash)
            : entry.Changes is not null || entry.Salt is not null;

        private Refusal? CheckVersion(LogSet set, LogEntry entry)
        {
            var before = Versions.GetValueOrDefault((entry.EntityId, entry.RecordId));
            var expected = entry.Verb == (int)Writing.Verb.Confirm ? before : before + 1;
            Versions[(entry.EntityId, entry.RecordId)] = entry.Version;
            return entry.Version == expected
                ? null
                : Refusal.Of(HistoryMessages.VersionGap, ("number", set.Number), ("record", entry.RecordId), ("version", entry.Version), ("expected", before));
        }
    }
}
