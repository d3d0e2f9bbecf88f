using ClientLedger.Fields;

namespace ClientLedger.Reading.Past;

/// <summary>A record as it was just before a set of the log.</summary>
/// <param name="Values">Canonical values by ordinal.</param>
/// <param name="IsKnown">Whether the log tells what the field of an ordinal held.</param>
/// <param name="At">When the set was written.</param>
internal sealed record PastRecord(EntityDescriptor Entity, long Id, object?[] Values, bool IsLive, Func<int, bool> IsKnown, DateTime At);

/// <summary>Where records of the past are found, and who they were shared with.</summary>
internal interface IPastRecords
{
    /// <summary>The record of an id at the moment of another one; null where there was none, or where it has still to be fetched.</summary>
    PastRecord? Beside(PastRecord record, EntityDescriptor entity, long id);

    /// <summary>The record had been shared with the caller or one of its teams by then, and still is.</summary>
    bool IsShared(PastRecord record);
}
