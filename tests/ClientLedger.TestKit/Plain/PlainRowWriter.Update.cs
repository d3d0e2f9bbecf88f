using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <content>Changing, deleting and restoring records that are there.</content>
public sealed partial class PlainRowWriter
{
    private PlainRow Update(EntityDescriptor entity, RecordChange change, Dictionary<string, object?> values, PlainRecord record, List<PlainRefusal> refusals)
    {
        refusals = [.. refusals, .. Before(record) is { } old ? PlainAuthority.Never(start, old, values.Keys.Where(name => !Says(refusals, name))) : []];
        if (refusals.Count > 0)
        {
            return PlainRow.Refused(Further(entity, change, values, refusals, record));
        }

        refusals = Resolve(entity, values, [], record, change.BaseVersion);
        if (refusals.Count > 0)
        {
            return PlainRow.Refused(Whole(entity, change, values, refusals, record));
        }

        if (change.BaseVersion is { } version && !PlainMerge.IsKnown(ledger, record, version))
        {
            return PlainRow.Refused("write.baseTooOld");
        }

        foreach (var name in change.OnlyIfNew)
        {
            values.Remove(name);
        }

        var next = record.Copy();
        var conflicts = new List<FieldConflict>();
        foreach (var (name, mine) in values)
        {
            var (value, conflict) = PlainMerge.Field(ledger, record, entity.Find(name)!, mine, change.BaseVersion, sight.Scope.Rights.On(entity.Name).IsClearEverywhere(entity.OrdinalOf(name)));
            next.Values[name] = value;
            conflicts.AddRange(conflict is null ? [] : [conflict]);
        }

        if (conflicts.Count > 0)
        {
            return Conflict(entity, conflicts);
        }

        refusals = Circles(entity, next, values.Keys);
        if (refusals.Count > 0)
        {
            return PlainRow.Refused(Whole(entity, change, values, refusals, record));
        }

        var hits = set.Duplicates == DuplicatePolicy.Ask ? PlainDuplicates.FindChanged(start, next, values.Keys) : [];
        if (hits.Count > 0)
        {
            refusals = hits.Select(hit => hit.Field).Distinct().Select(field => new PlainRefusal(field, "write.duplicateFound")).ToList();
            return PlainRow.Refused(Whole(entity, change, values, refusals, record)) with { Duplicates = hits };
        }

        refusals = Check(entity, next, values.Keys.Select(name => entity.Find(name)!));
        if (refusals.Count > 0)
        {
            return PlainRow.Refused(Whole(entity, change, values, refusals, record));
        }

        foreach (var name in values.Keys)
        {
            record.Values[name] = next[name];
        }

        return new(Outcome.Updated, record);
    }

    /// <summary>What they wrote is only told where no row of the field is kept from the caller.</summary>
    private PlainRow Conflict(EntityDescriptor entity, List<FieldConflict> conflicts) => new(Outcome.Conflict, null)
    {
        Refusals = conflicts.ConvertAll(conflict => new PlainRefusal(conflict.Field, "write.changedMeanwhile")),
        Conflicts = conflicts.ConvertAll(conflict => sight.Scope.Rights.On(entity.Name).IsClearEverywhere(entity.OrdinalOf(conflict.Field)) ? conflict : conflict with { Theirs = null }),
    };

    private PlainRow Delete(PlainRecord record)
    {
        record.DeletedAt = now.UtcDateTime;
        return new(Outcome.Deleted, record);
    }

    private PlainRow Restore(EntityDescriptor entity, PlainRecord record)
    {
        var clear = entity.Fields.Where(field => start.RightOn(Before(record)!, field.Name) == ReadRight.Clear).ToList();
        var refusals = Check(entity, record, clear);
        if (refusals.Count > 0)
        {
            return PlainRow.Refused(refusals);
        }

        if (Check(entity, record, entity.Fields.Except(clear)).Exists(refusal => refusal.Code == "write.taken"))
        {
            return PlainRow.Refused("write.takenUnseen");
        }

        record.DeletedAt = null;
        return new(Outcome.Restored, record);
    }
}
