using ClientLedger.Messages;

namespace ClientLedger.Writing;

/// <summary>What became of one row.</summary>
public enum Outcome
{
    Created,
    Updated,

    /// <summary>Every value was already so; nothing was written.</summary>
    Unchanged,
    Deleted,
    Restored,
    Confirmed,

    /// <summary>Left out as a duplicate, as the policy asks.</summary>
    Skipped,
    Refused,

    /// <summary>Good by itself, and not written since another row refused all.</summary>
    Withheld,

    /// <summary>Somebody else changed the same field since the base version; or the record, where it is to be deleted or brought back.</summary>
    Conflict,
}

/// <summary>A field that was changed on both sides.</summary>
/// <param name="Mine">Canonical value that the change wants.</param>
/// <param name="Theirs">Canonical value that the record has now.</param>
public sealed record FieldConflict(string Field, object? Mine, object? Theirs);

/// <summary>A live record with an equal phone, e-mail, tax number or name, as far as the caller may see it.</summary>
/// <param name="Field">The field that is equal.</param>
/// <param name="Id">The other record.</param>
/// <param name="Title">Its title, or null where the caller may not see it.</param>
public sealed record DuplicateHit(string Field, long Id, string? Title);

/// <summary>What became of one row, in the order of the change set.</summary>
/// <param name="Id">The record, also when it was created; null when there is none.</param>
/// <param name="Version">Its version now; null when there is no record.</param>
public sealed record RowResult(Outcome Outcome, long? Id, long? Version)
{
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    public IReadOnlyList<FieldConflict> Conflicts { get; init; } = [];

    public IReadOnlyList<DuplicateHit> Duplicates { get; init; } = [];
}

/// <summary>What became of a change set.</summary>
/// <param name="Applied">False when one row refused all, or none changed anything.</param>
/// <param name="SetNumber">Number in the log, null when nothing was written.</param>
public sealed record ChangeResult(bool Applied, long? SetNumber, IReadOnlyList<RowResult> Rows);
