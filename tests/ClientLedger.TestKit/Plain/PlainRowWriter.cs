using ClientLedger.Fields;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <summary>
/// Applies the changes of one set, each to the ledger as the ones before it left it. What is found wrong with a row ends it after these stages:
/// its fields and values by themselves; the record that it is about; duplicates; fields that may not be written on the record as it is; references; what happened since its base; the record as a whole; and, when all rows are done, rights on the results.
/// Where fields were refused, those of which nothing was said are looked at all the same: whether they may be written on the record, what they refer to, and whether a value is missing or taken.
/// </summary>
/// <remarks>
/// Assumed where the design is silent: deleting a record leaves those that refer to it as they are; a deletion or restoration may go with any
/// values, and has no base version; the result of an unseen record is told by nothing but its id.
/// </remarks>
/// <param name="ledger">Is written.</param>
/// <param name="start">The caller's sight of the ledger before the set.</param>
public sealed partial class PlainRowWriter(PlainLedger ledger, PlainSight start, ChangeSet set, DateTimeOffset now, Func<long> newId)
{
    private readonly PlainSight sight = new(ledger, start.Scope, now);

    /// <summary>Null stands for a record that was refused.</summary>
    private readonly Dictionary<string, PlainRecord?> labels = [];

    /// <param name="already">What was found to be wrong with the row before, so that it isn't tried again.</param>
    public PlainRow Write(RecordChange change, List<PlainRefusal>? already = null)
    {
        var entity = sight.Scope.Schema.Find(change.Entity);
        if (entity is null || sight.Scope.Rights.On(entity.Name).Grants.Count == 0)
        {
            return PlainRow.Refused("write.entityUnknown");
        }

        var row = already is null ? Write(entity, change) : PlainRow.Refused(already);
        if (change.Label is { } label)
        {
            labels[label] = row.IsGood ? row.Record : null;
        }

        return row;
    }

    private PlainRow Write(EntityDescriptor entity, RecordChange change)
    {
        var (values, refusals) = Read(entity, change);
        return change.Verb switch
        {
            Verb.Create => Create(entity, change, values, refusals),
            Verb.Upsert => Upsert(entity, change, values, refusals),
            _ => OnRecord(entity, change, values, refusals),
        };
    }

    private PlainRow OnRecord(EntityDescriptor entity, RecordChange change, Dictionary<string, object?> values, List<PlainRefusal> refusals)
    {
        var record = ledger.Find(sight.Scope.TenantId, entity.Name, change.Id);
        if (record is null || !Covered(record))
        {
            return PlainRow.Refused([.. refusals, new(null, change.Id is null ? "write.idMissing" : "write.recordUnknown")]);
        }

        if (record.IsLive == (change.Verb == Verb.Restore))
        {
            return PlainRow.Refused([.. refusals, new(null, record.IsLive ? "write.recordLive" : "write.recordDeleted")]);
        }

        if (change.Verb == Verb.Update)
        {
            return Update(entity, change, values, record, refusals);
        }

        if (refusals.Count > 0)
        {
            return PlainRow.Refused(refusals);
        }

        if (change.Verb != Verb.Confirm && change.BaseVersion is { } seen && seen != record.Version)
        {
            return seen > record.Version ? PlainRow.Refused("write.baseTooOld") : new(Outcome.Conflict, null) { Refusals = [new(null, "write.recordChangedMeanwhile")] };
        }

        return change.Verb switch
        {
            Verb.Delete => Delete(record),
            Verb.Restore => Restore(entity, record),
            _ => new(Outcome.Confirmed, record),
        };
    }

    private PlainRow Upsert(EntityDescriptor entity, RecordChange change, Dictionary<string, object?> values, List<PlainRefusal> refusals)
    {
        var key = change.Key is null ? null : entity.Find(change.Key);
        if (key is not { Unique: true } || sight.Scope.Rights.On(entity.Name).Best(entity.OrdinalOf(key.Name)) != Access.ReadRight.Clear)
        {
            return PlainRow.Refused([.. refusals, new(null, "write.keyNotUsable")]);
        }

        // Which record it is about isn't asked any more.
        if (refusals.Count > 0)
        {
            return PlainRow.Refused(Further(entity, change, values, refusals, record: null));
        }

        if (values.GetValueOrDefault(key.Name) is not { } value)
        {
            return PlainRow.Refused(Further(entity, change, values, [new PlainRefusal(key.Name, "write.keyMissing")], record: null));
        }

        var found = ledger.Of(sight.Scope.TenantId, entity.Name)
            .FirstOrDefault(record => record.IsLive && record[key.Name] is { } its && PlainValues.Compare(key.Type, its, value) == 0);
        return found is null ? Create(entity, change, values, refusals)
            : Covered(found) && start.Grants(Before(found)!).Exists(grant => grant.Read[entity.OrdinalOf(key.Name)] == Access.ReadRight.Clear) ? Update(entity, change, values, found, refusals)
            : PlainRow.Refused(Further(entity, change, values, [new PlainRefusal(key.Name, "write.taken")], record: null));
    }

    private bool Covered(PlainRecord record) => Before(record) is { } old && start.Covers(old);

    /// <summary>The record as it is before the set.</summary>
    private PlainRecord? Before(PlainRecord record) => start.Ledger.Find(record.Tenant, record.Entity, record.Id);
}
