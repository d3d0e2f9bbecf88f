using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <summary>Why a row was refused: the field, if it is about one, and the code of the message.</summary>
public sealed record PlainRefusal(string? Field, string Code);

/// <summary>What became of one row.</summary>
/// <param name="Record">The record, null when there is none.</param>
public sealed record PlainRow(Outcome Outcome, PlainRecord? Record)
{
    public IReadOnlyList<PlainRefusal> Refusals { get; init; } = [];

    public IReadOnlyList<FieldConflict> Conflicts { get; init; } = [];

    public IReadOnlyList<DuplicateHit> Duplicates { get; init; } = [];

    public bool IsGood => Outcome is not (Outcome.Refused or Outcome.Conflict);

    public static PlainRow Refused(params IEnumerable<PlainRefusal> refusals) => new(Outcome.Refused, null) { Refusals = [.. refusals] };

    public static PlainRow Refused(string code) => Refused([new PlainRefusal(null, code)]);
}

/// <summary>What became of a change set.</summary>
public sealed record PlainResult(bool Applied, IReadOnlyList<PlainRow> Rows);
