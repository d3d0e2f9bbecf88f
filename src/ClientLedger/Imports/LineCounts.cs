using ClientLedger.Imports.Mapping;
using ClientLedger.Writing;

namespace ClientLedger.Imports;

/// <summary>What became of lines. Created, updated, skipped and refused together are all of them.</summary>
/// <param name="Unchanged">Those of the skipped ones that say nothing new.</param>
public readonly record struct LineCounts(long Created, long Updated, long Skipped, long Unchanged, long Refused)
{
    public long All => Created + Updated + Skipped + Refused;

    /// <summary>The counts of an import so far.</summary>
    public static LineCounts Of(ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new(run.Created, run.Updated, run.Skipped, run.Unchanged, run.Refused);
    }

    /// <summary>The counts of some lines.</summary>
    public static LineCounts Of(IEnumerable<LineResult> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return lines.Aggregate(default(LineCounts), (counts, line) => counts + Of(line.Outcome));
    }

    public static LineCounts operator +(LineCounts left, LineCounts right) => Add(left, right);

    /// <summary>Both together.</summary>
    public static LineCounts Add(LineCounts left, LineCounts right) => new(
        left.Created + right.Created, left.Updated + right.Updated, left.Skipped + right.Skipped, left.Unchanged + right.Unchanged, left.Refused + right.Refused);

    /// <summary>As findings of a job.</summary>
    internal IReadOnlyDictionary<string, long> ToFindings() => new Dictionary<string, long>
    {
        ["created"] = Created, ["updated"] = Updated, ["skipped"] = Skipped, ["unchanged"] = Unchanged, ["refused"] = Refused,
    };

    private static LineCounts Of(Outcome outcome) => outcome switch
    {
        Outcome.Created => new(1, 0, 0, 0, 0),
        Outcome.Updated or Outcome.Restored => new(0, 1, 0, 0, 0),
        Outcome.Unchanged or Outcome.Confirmed => new(0, 0, 1, 1, 0),
        Outcome.Skipped => new(0, 0, 1, 0, 0),
        _ => new(0, 0, 0, 0, 1),
    };
}
