using System.Security.Cryptography;
using ClientLedger.Messages;

namespace ClientLedger.History;

/// <summary>One reading of a tenant's log from its first set on: what holds so far, and the first thing that doesn't.</summary>
/// <param name="head">The log's head as it was before the first set was read; null when there is none.</param>
internal sealed class LogWalk(byte[] key, LogHead? head, IReadOnlyCollection<Anchor> anchors)
{
    private bool hasBegun;

    /// <summary>Number of the newest set that holds.</summary>
    public long Number { get; private set; }

    public long Entries { get; private set; }

    public Refusal? Fault { get; set; }

    /// <summary>Sets above this number come next. Before the first set that is every number: one below 1 was inserted.</summary>
    public long After => hasBegun ? Number : long.MinValue;

    private byte[] Mac { get; set; } = LogChain.Beginning;

    /// <summary>Takes the next set with its entries, in the order of their ordinals.</summary>
    /// <param name="erased">Number of the newest set that says of a record that it was erased. The walk comes to that set too.</param>
    public void Take(LogSet set, IReadOnlyList<LogEntry> entries, IReadOnlyDictionary<(int Entity, long Record), long> erased)
    {
        hasBegun = true;
        Fault = Check(set, entries, erased);
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

    private Refusal? Check(LogSet set, IReadOnlyList<LogEntry> entries, IReadOnlyDictionary<(int Entity, long Record), long> erased)
    {
        if (set.Number != Number + 1)
        {
            return set.Number > Number
                ? Refusal.Of(HistoryMessages.SetMissing, ("number", Number + 1), ("before", Number), ("after", set.Number))
                : Altered(set);
        }

        if (entries.FirstOrDefault(entry => IsAltered(set, entry, erased)) is { } altered)
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
            : null;
    }

    /// <summary>Values that are gone can't be compared any more, and their hash still stands in the digest: a later set must say that they were erased.</summary>
    private static bool IsAltered(LogSet set, LogEntry entry, IReadOnlyDictionary<(int Entity, long Record), long> erased) => entry switch
    {
        { Changes: { } changes, Salt: { } salt } =>
            salt.Length != LogChain.SaltLength || !CryptographicOperations.FixedTimeEquals(LogChain.ValuesHash(salt, changes), entry.ValuesHash),
        { Changes: null, Salt: null } => erased.GetValueOrDefault((entry.EntityId, entry.RecordId)) <= set.Number,
        _ => true,
    };

    private static Refusal Altered(LogSet set) => Refusal.Of(HistoryMessages.SetAltered, ("number", set.Number));

    private Refusal HeadAltered() => Refusal.Of(HistoryMessages.HeadAltered, ("number", Math.Max(Number, head?.Number ?? 0)));
}
