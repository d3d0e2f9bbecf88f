using ClientLedger.Fields;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <content>New records, and what becomes of duplicates.</content>
public sealed partial class PlainRowWriter
{
    private PlainRow Create(EntityDescriptor entity, RecordChange change, Dictionary<string, object?> values, List<PlainRefusal> refusals)
    {
        if (refusals.Count > 0)
        {
            return PlainRow.Refused(Further(entity, change, values, refusals, Draft(entity)));
        }

        var hits = set.Duplicates == DuplicatePolicy.Create ? [] : PlainDuplicates.Find(sight, entity, values);
        return hits.Count == 0 ? CreateUnlike(entity, change, values) : Duplicate(entity, change, values, hits);
    }

    private PlainRow Duplicate(EntityDescriptor entity, RecordChange change, Dictionary<string, object?> values, List<DuplicateHit> hits)
    {
        var others = hits.Select(hit => hit.Id).Distinct().ToList();
        if (set.Duplicates == DuplicatePolicy.Skip)
        {
            return new(Outcome.Skipped, null) { Duplicates = hits };
        }

        if (set.Duplicates == DuplicatePolicy.Update && others.Count == 1)
        {
            return Update(entity, change, values, ledger.Find(sight.Scope.TenantId, entity.Name, others[0])!, refusals: []) with { Duplicates = hits };
        }

        var code = set.Duplicates == DuplicatePolicy.Update ? "write.duplicateAmbiguous" : "write.duplicateFound";
        var refusals = hits.Select(hit => hit.Field).Distinct().Select(field => new PlainRefusal(field, code)).ToList();
        return PlainRow.Refused(Further(entity, change, values, refusals, Draft(entity))) with { Duplicates = hits };
    }

    private PlainRow CreateUnlike(EntityDescriptor entity, RecordChange change, Dictionary<string, object?> values)
    {
        var draft = Draft(entity);
        var refusals = Resolve(entity, values, [], draft);
        if (refusals.Count > 0)
        {
            return PlainRow.Refused(Whole(entity, change, values, refusals, draft));
        }

        foreach (var field in entity.Fields.Where(field => !field.Derived))
        {
            draft.Values[field.Name] = change.Values.Names.Contains(field.Name) ? values.GetValueOrDefault(field.Name)
                : field.Default is null ? null
                : PlainReading.Text(sight.Scope, field, field.Default).Value;
        }

        refusals = Check(entity, draft, entity.Fields);
        return refusals.Count > 0 ? PlainRow.Refused(Whole(entity, change, values, refusals, draft)) : Add(draft);
    }

    private PlainRecord Draft(EntityDescriptor entity) => new(sight.Scope.TenantId, entity.Name, id: 0);

    private PlainRow Add(PlainRecord draft)
    {
        var record = new PlainRecord(draft.Tenant, draft.Entity, newId()) { Values = draft.Values, CreatedAt = now.UtcDateTime, UpdatedAt = now.UtcDateTime };
        ledger.Records.Add(record);
        return new(Outcome.Created, record);
    }
}
