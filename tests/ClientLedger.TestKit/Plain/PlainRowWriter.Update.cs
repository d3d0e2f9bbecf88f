using ClientLedger.Fields;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <content>Changes of records.</content>
public sealed partial class PlainRowWriter
{
    private PlainRow Update(EntityDescriptor entity, RecordChange change, PlainRecord record)
    {
        if (change.BaseVersion is { } version && !PlainMerge.IsKnown(ledger, record, version))
        {
            return PlainRow.Refused("write.baseTooOld");
        }

        var (values, refusals) = Read(entity, change);
        var next = record.Copy();
        var conflicts = new List<FieldConflict>();
        foreach (var (name, mine) in values)
        {
            var (value, conflict) = PlainMerge.Field(ledger, record, entity.Find(name)!, mine, change.BaseVersion);
            next.Values[name] = value;
            conflicts.AddRange(conflict is null ? [] : [conflict]);
        }

        refusals.AddRange(Limits(entity, next, values.Keys, refusals));
        if (refusals.Count == 0)
        {
            refusals.AddRange(RefuseUpdate(entity, change, record, next));
        }

        if (refusals.Count > 0)
        {
            return PlainRow.Refused(refusals);
        }

        if (conflicts.Count > 0)
        {
            return new(Outcome.Conflict, record) { Conflicts = conflicts };
        }

        var changed = values.Keys.Any(name => !PlainValues.Same(record[name], next[name]));
        foreach (var name in values.Keys)
        {
            record.Values[name] = next[name];
        }

        return new(changed ? Outcome.Updated : Outcome.Unchanged, record);
    }

    private List<PlainRefusal> RefuseUpdate(EntityDescriptor entity, RecordChange change, PlainRecord record, PlainRecord next)
    {
        var refusals = change.Values.Names
            .Select(name => new PlainRefusal(name, PlainAuthority.Refuse(sight.Grants(record), entity.OrdinalOf(name)) ?? ""))
            .Where(refusal => refusal.Code.Length > 0)
            .ToList();
        var grants = PlainAuthority.OfChange(sight, record, next);
        if (refusals.Count == 0 && change.Values.Names.Any(name => PlainAuthority.Refuse(grants, entity.OrdinalOf(name)) is not null))
        {
            refusals.Add(new(null, "write.outOfReach"));
        }

        return refusals;
    }
}
