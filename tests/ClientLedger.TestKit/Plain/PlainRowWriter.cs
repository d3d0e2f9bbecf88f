using ClientLedger.Fields;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <summary>Applies the changes of one set, each to the ledger as the ones before it left it.</summary>
/// <remarks>
/// Assumed where the design is silent: a row whose record or kind is unknown is told nothing else; refusals come before conflicts;
/// a base version given with a deletion, a restoration or a confirmation isn't looked at.
/// </remarks>
public sealed partial class PlainRowWriter(PlainLedger ledger, PlainSight sight, ChangeSet set, Func<long> newId)
{
    /// <summary>Null stands for a record that was refused.</summary>
    private readonly Dictionary<string, PlainRecord?> labels = [];

    public PlainRow Write(RecordChange change)
    {
        var entity = sight.Scope.Schema.Find(change.Entity);
        var row = entity is null || sight.Scope.Rights.On(entity.Name).Grants.Count == 0
            ? PlainRow.Refused("write.entityUnknown")
            : Write(entity, change);
        if (change.Label is { } label)
        {
            labels[label] = row.IsGood ? row.Record : null;
        }

        return row;
    }

    private PlainRow Write(EntityDescriptor entity, RecordChange change) => change.Verb switch
    {
        Verb.Create => Create(entity, change),
        Verb.Upsert => Upsert(entity, change),
        _ => OnRecord(entity, change),
    };

    private PlainRow OnRecord(EntityDescriptor entity, RecordChange change)
    {
        if (change.Id is null)
        {
            return PlainRow.Refused("write.idMissing");
        }

        var record = ledger.Find(sight.Scope.TenantId, entity.Name, change.Id);
        return record is null || !sight.Covers(record) ? PlainRow.Refused("write.recordUnknown")
            : change.Verb == Verb.Restore ? Restore(entity, record)
            : !record.IsLive ? PlainRow.Refused("write.recordDeleted")
            : change.Verb switch
            {
                Verb.Update => Update(entity, change, record),
                Verb.Delete => Delete(entity, record),
                Verb.Confirm => new(Outcome.Confirmed, record),
                _ => throw new ArgumentOutOfRangeException(nameof(change), change.Verb, "An unknown verb."),
            };
    }
}
