using ClientLedger.Fields;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <content>New records, and what becomes of duplicates.</content>
public sealed partial class PlainRowWriter
{
    private PlainRow Create(EntityDescriptor entity, RecordChange change)
    {
        var (values, refusals) = Read(entity, change);
        var record = new PlainRecord(sight.Scope.TenantId, entity.Name, id: 0);
        foreach (var field in entity.Fields.Where(field => !field.Derived))
        {
            var value = change.Values.Names.Contains(field.Name) ? values.GetValueOrDefault(field.Name)
                : field.Default is null ? null
                : PlainReading.Text(sight.Scope, field, field.Default).Value;
            record.Values[field.Name] = value;
        }

        refusals.AddRange(Limits(entity, record, entity.Fields.Select(field => field.Name), refusals));
        if (refusals.Count == 0)
        {
            refusals.AddRange(RefuseCreation(entity, change, record));
        }

        if (refusals.Count > 0)
        {
            return PlainRow.Refused(refusals);
        }

        var hits = PlainDuplicates.Find(sight, entity, record);
        return hits.Count == 0 || set.Duplicates == DuplicatePolicy.Create ? Add(record) with { Duplicates = hits } : Duplicate(entity, change, hits);
    }

    private PlainRow Add(PlainRecord draft)
    {
        var record = new PlainRecord(draft.Tenant, draft.Entity, newId()) { Values = draft.Values };
        ledger.Records.Add(record);
        return new(Outcome.Created, record);
    }

    private PlainRow Duplicate(EntityDescriptor entity, RecordChange change, List<DuplicateHit> hits)
    {
        var others = hits.Select(hit => hit.Id).Distinct().ToList();
        return set.Duplicates switch
        {
            DuplicatePolicy.Skip => new(Outcome.Skipped, null) { Duplicates = hits },
            DuplicatePolicy.Update when others.Count == 1 => Update(entity, change, ledger.Find(sight.Scope.TenantId, entity.Name, others[0])!),
            DuplicatePolicy.Update => PlainRow.Refused(hits.Select(hit => hit.Field).Distinct().Select(field => new PlainRefusal(field, "write.duplicateAmbiguous"))) with { Duplicates = hits },
            _ => PlainRow.Refused(hits.Select(hit => hit.Field).Distinct().Select(field => new PlainRefusal(field, "write.duplicateFound"))) with { Duplicates = hits },
        };
    }

    private PlainRow Upsert(EntityDescriptor entity, RecordChange change)
    {
        var key = change.Key is null ? null : entity.Find(change.Key);
        if (key is not { Unique: true } || sight.Scope.Rights.On(entity.Name).Best(entity.OrdinalOf(key.Name)) != Access.ReadRight.Clear)
        {
            return PlainRow.Refused("write.keyNotUsable");
        }

        var (values, refusals) = Read(entity, change);
        if (refusals.Count > 0)
        {
            return PlainRow.Refused(refusals);
        }

        if (values.GetValueOrDefault(key.Name) is not { } value)
        {
            return PlainRow.Refused([new PlainRefusal(key.Name, "write.keyMissing")]);
        }

        var found = sight.Live(entity.Name).FirstOrDefault(record => sight.Clear(record, key.Name) is { } its && PlainValues.Compare(key.Type, its, value) == 0);
        return found is null ? Create(entity, change) : Update(entity, change, found);
    }

    private IEnumerable<PlainRefusal> RefuseCreation(EntityDescriptor entity, RecordChange change, PlainRecord record)
    {
        var grants = PlainAuthority.OfCreation(sight, record);
        return grants.Count == 0
            ? [new(null, "write.createNotAllowed")]
            : change.Values.Names
                .Select(name => new PlainRefusal(name, PlainAuthority.Refuse(grants, entity.OrdinalOf(name)) ?? ""))
                .Where(refusal => refusal.Code.Length > 0);
    }
}
