using ClientLedger.Messages;
using ClientLedger.Writing;

namespace ClientLedger.Imports.Mapping;

/// <summary>What a plan makes of a line.</summary>
public enum LineFate
{
    /// <summary>Changes of the batch stand for it.</summary>
    Sent,

    /// <summary>By a rule, or as a repetition.</summary>
    Skipped,

    /// <summary>It can't be read as the plan asks; nothing of it is in the batch.</summary>
    Refused,
}

/// <summary>One line of the file.</summary>
/// <param name="Number">The row's number in the file.</param>
/// <param name="Counts">Index of the change that stands for it; -1 when there is none.</param>
/// <param name="Changes">Indexes of all changes that it has part in.</param>
/// <param name="Refusals">Why it is refused, with the field each stands at as <c>entity.field</c>.</param>
public sealed record PlannedLine(long Number, LineFate Fate, int Counts, IReadOnlyList<int> Changes, IReadOnlyList<Refusal> Refusals);

/// <summary>What became of one line.</summary>
/// <param name="Outcome">That of the record which counts; <see cref="Outcome.Refused"/> when any record of the line was refused.</param>
/// <param name="Refusals">Why, with the field each stands at as <c>entity.field</c>.</param>
public sealed record LineResult(long Number, Outcome Outcome, IReadOnlyList<Refusal> Refusals);

/// <summary>The changes for a run of lines, to be applied row by row and not as all or nothing.</summary>
/// <param name="Changes">Entity after entity in the order of the plan, so that references by label point back.</param>
/// <param name="Lines">One for each line, in the order of the file.</param>
public sealed record PlannedBatch(IReadOnlyList<RecordChange> Changes, IReadOnlyList<PlannedLine> Lines)
{
    /// <summary>
    /// What became of each line, by what became of the changes. A line with a refused record is refused, and says why: the refusals of the
    /// records themselves, and only where there are none that a record was refused which it refers to.
    /// </summary>
    /// <param name="results">One for each change, in their order.</param>
    public IReadOnlyList<LineResult> ResultsOf(IReadOnlyList<RowResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return results.Count == Changes.Count
            ? [.. Lines.Select(line => ResultOf(line, results))]
            : throw new ArgumentException($"{results.Count} results for {Changes.Count} changes.", nameof(results));
    }

    /// <summary>A line fills records of several entities, so that the name of a field alone doesn't say which is meant.</summary>
    internal static Refusal At(string entity, Refusal refusal) => refusal.Field is { } field ? refusal with { Field = $"{entity}.{field}" } : refusal;

    private LineResult ResultOf(PlannedLine line, IReadOnlyList<RowResult> results)
    {
        if (line.Fate != LineFate.Sent)
        {
            return new(line.Number, line.Fate == LineFate.Skipped ? Outcome.Skipped : Outcome.Refused, line.Refusals);
        }

        var refused = line.Changes.Where(change => results[change].Outcome is Outcome.Refused or Outcome.Conflict or Outcome.Withheld).ToList();
        if (refused.Count == 0)
        {
            return new(line.Number, results[line.Counts].Outcome, []);
        }

        var refusals = refused.SelectMany(change => results[change].Refusals.Select(refusal => At(Changes[change].Entity, refusal))).ToList();
        var causes = refusals.Where(refusal => refusal.Code != WriteMessages.ReferenceRefused).ToList();
        return new(line.Number, Outcome.Refused, causes.Count > 0 ? causes : refusals);
    }
}
