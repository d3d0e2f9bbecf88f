using System.Security.Cryptography;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Writing;

namespace ClientLedger.History;

/// <summary>One reading of a tenant's log from its first set on: what holds so far, and the first thing that doesn't.</summary>
/// <param name="head">The log's head as it was before the first set was read; null when there is none.</param>
internal sealed class LogWalk(byte[] key, LogHead? head, IReadOnlyCollection<Anchor> anchors, LedgerSchema schema)
{
    private bool hasBegun;

    /// <summary>Version to which the log has brought each record.</summary>
    public Dictionary<(int Entity, long Record), long> Versions { get; } = [];

    /// <summary>Number of the newest set that holds.</summary>
    public long Number { get; private set; }

    public long Entries { get; private set; }

    public Refusal? Fault { get; set; }

    /// <summary>Sets above this number come next. Before the first set that is every number: one below 1 was inserted.</summary>
    public long After => hasBegun ? Number : long.MinValue;

    private byte[] Mac { get; set; } = LogChain.Beginning;

    /// <summary>Takes the next set with its entries, in the order of their ordinals.</summary>
    public void Take(LogSet set, IReadOnlyList<LogEntry> entries)
    {
        hasBegun = true;
        Fault = Check(set, entries);
        if (Fault is null)
        {
            Number = set.Number;
            Mac = set.Mac;
            Entries += entries.Count;
        }
    }

    /// <summary>What is wrong with the place where the log ends, after its last set was taken.</summary>
    /// <param name="headNow">The head as it is after the reading, which others may have moved on meanwhile.</param>
    public Refusal? End(LogHead? headNow)
    {
        if (anchors.Where(anchor => anchor.Number > Number).MaxBy(anchor => anchor.Number) is { } newer)
        {
            return Refusal.Of(HistoryMessages.OlderThanAnchor, ("number", Number), ("expected", newer.Number), ("source", newer.Source));
        }

        if (head?.Number > Number)
        {
            return Refusal.Of(HistoryMessages.EndMissing, ("number", Number), ("expected", head.Number));
        }

        return (headNow?.Number ?? 0) < Number ? HeadAltered() : null;
    }

    /// <summary>A record's id as it is shown outside.</summary>
    public string IdOf(int entityId, long id) =>
        RecordIds.Format(schema.Entities.FirstOrDefault(entity => entity.Id == entityId)?.IdPrefix ?? "?", id);

    private Refusal? Check(LogSet set, IReadOnlyList<LogEntry> entries)
    {
        if (set.Number != Number + 1)
        {
            return set.Number > Number
                ? Refusal.Of(HistoryMessages.SetMissing, ("number", Number + 1), ("before", Number), ("after", set.Number))
                : Altered(set);
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
            return Altered(set);
        }

        if (set.Number == head?.Number && !CryptographicOperations.FixedTimeEquals(head.Mac, set.Mac))
        {
            return HeadAltered();
        }

        return anchors.FirstOrDefault(anchor => anchor.Number == set.Number && !CryptographicOperations.FixedTimeEquals(anchor.Mac, set.Mac)) is { } other
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
        var expected = entry.Verb == (int)Verb.Confirm ? before : before + 1;
        Versions[(entry.EntityId, entry.RecordId)] = entry.Version;
        return entry.Version == expected
            ? null
            : Refusal.Of(
                HistoryMessages.VersionGap, ("number", set.Number), ("record", IdOf(entry.EntityId, entry.RecordId)), ("version", entry.Version), ("expected", before));
    }

    private static Refusal Altered(LogSet set) => Refusal.Of(HistoryMessages.SetAltered, ("number", set.Number));

    private Refusal HeadAltered() => Refusal.Of(HistoryMessages.HeadAltered, ("number", Math.Max(Number, head?.Number ?? 0)));
}
