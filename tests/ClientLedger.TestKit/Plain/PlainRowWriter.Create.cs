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
            return PlainRow.Refused([.. refusals, .. Missing(entity, change)]);
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
            return Update(entity, change, values, ledger.Find(sight.Scope.TenantId, entity.Name, others[0])!) with { Duplicates = hits };
        }

        var code = set.Duplicates == DuplicatePolicy.Update ? "write.duplicateAmbiguous" : "write.duplicateFound";
        return PlainRow.Refused([.. hits.Select(hit => hit.Field).Distinct().Select(field => new PlainRefusal(field, code)), .. Missing(entity, change)]) with { Duplicates = hits };
    }

    private PlainRow CreateUnlike(EntityDescriptor entity, RecordChange change, Dictionary<string, object?> values)
    {
        var draft = new PlainRecord(sight.Scope.TenantId, entity.Name, id: 0);
        var refusals = Resolve(entity, values, draft);
        if (refusals.Count > 0)
        {
            return PlainRow.Refused([.. refusals, .. Missing(entity, change)]);
        }

        foreach (var field in entity.Fields.Where(field => !field.Derived))
        {
            draft.Values[field.Name] = change.Values.Names.Contains(field.Name) ? values.GetValueOrDefault(field.Name)
                : field.Default is null ? null
                : PlainReading.Text(sight.Scope, field, field.Default).Value;
        }

        refusals = Check(entity, draft, entity.Fields);
        return refusals.Count > 0 ? PlainRow.Refused(refusals) : Add(draft);
    }

    private PlainRow Add(PlainRecord draft)
    {
        var record = new PlainRecord(draft.Tenant, draft.Entity, newId()) { Values = draft.Values, CreatedAt = now.UtcDateTime, UpdatedAt = now.UtcDateTime };
        ledger.Records.Add(record);
        return new(Outcome.Created, record);
    }

    /// <summary>A row that is refused anyway hears too which values it lacks.</summary>
    private IEnumerable<PlainRefusal> Missing(EntityDescriptor entity, RecordChange change) =>
        entity.Fields.Where(field => field is { Required: true, Derived: false, Default: null } && (IsHidden(entity, field) || !change.Values.Names.Contains(field.Name)))
            .Select(field => Missing(entity, field));
}
