using ClientLedger.Fields;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <summary>Applies the changes of one set, each to the ledger as the ones before it left it.</summary>
/// <remarks>
/// Assumed where the design is silent: a row whose record or kind is unknown is told nothing else; refusals come before conflicts;
/// a base version given with a deletion, a restoration or a confirmation isn't looked at.
/// </remarks>
public sealed class PlainRowWriter(PlainLedger ledger, PlainSight sight, ChangeSet set, Func<long> newId)
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

    private PlainRow Create(EntityDescriptor entity, RecordChange change)
    {
        var (values, refusals) = Read(entity, change);
        var record = new PlainRecord(sight.Scope.TenantId, entity.Name, id: 0);
        foreach (var field in entity.Fields.Where(field => !field.Derived))
        {
            var value = change.Values.Names.Contains(field.Name) ? values.GetValueOrDefault(field.Name)
                : field.Default is null ? null
                : PlainReading.Text(sight.Scope, entity, field, field.Default).Value;
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

    private PlainRow Delete(EntityDescriptor entity, PlainRecord record)
    {
        if (!sight.Grants(record).Exists(grant => grant.Delete))
        {
            return PlainRow.Refused("write.deleteNotAllowed");
        }

        if (entity.Children.Any(relation => ledger.Of(record.Tenant, relation.Entity).Any(child => child.IsLive && child.IdIn(relation.ByField) == record.Id)))
        {
            return PlainRow.Refused("write.stillReferred");
        }

        record.DeletedAt = sight.Now.UtcDateTime;
        return new(Outcome.Deleted, record);
    }

    private PlainRow Restore(EntityDescriptor entity, PlainRecord record)
    {
        if (record.IsLive)
        {
            return PlainRow.Refused("write.recordLive");
        }

        if (!sight.Grants(record).Exists(grant => grant.Delete))
        {
            return PlainRow.Refused("write.deleteNotAllowed");
        }

        var refusals = entity.Fields
            .Select(field => new PlainRefusal(field.Name, PlainLimits.IsTaken(ledger, record, field, record[field.Name]) ? "write.taken" : IsGone(field, record) ? "write.referenceUnknown" : ""))
            .Where(refusal => refusal.Code.Length > 0)
            .ToList();
        if (refusals.Count > 0)
        {
            return PlainRow.Refused(refusals);
        }

        record.DeletedAt = null;
        return new(Outcome.Restored, record);
    }

    private bool IsGone(FieldDescriptor field, PlainRecord record) =>
        field.Target is not null && record.IdIn(field.Name) is { } id && ledger.Find(record.Tenant, field.Target, id) is not { IsLive: true };

    /// <summary>Canonical values of the fields that the change names, and why others are refused.</summary>
    private (Dictionary<string, object?> Values, List<PlainRefusal> Refusals) Read(EntityDescriptor entity, RecordChange change)
    {
        var refusals = PlainAuthority.Fields(sight, entity, change.Values.Names).ToList();
        var values = new Dictionary<string, object?>();
        foreach (var (name, raw) in change.Values.Names.Zip(change.Values.Values).Where(pair => !refusals.Exists(refusal => refusal.Field == pair.First)).ToList())
        {
            var (value, code) = PlainReading.Raw(sight, labels, entity, entity.Find(name)!, raw);
            if (code is null)
            {
                values[name] = value;
            }
            else
            {
                refusals.Add(new(name, code));
            }
        }

        return (values, refusals);
    }

    /// <summary>Refusals of values by what descriptors say, for fields that aren't refused already.</summary>
    private IEnumerable<PlainRefusal> Limits(EntityDescriptor entity, PlainRecord record, IEnumerable<string> names, List<PlainRefusal> already) =>
        names.Where(name => !already.Exists(refusal => refusal.Field == name)).ToList().Select(name =>
        {
            var field = entity.Find(name)!;
            var code = field.Derived ? null
                : PlainLimits.Refuse(field, record[name])
                ?? (PlainLimits.IsTaken(ledger, record, field, record[name]) ? "write.taken" : null)
                ?? (field.Target == entity.Name && record.IdIn(name) == record.Id && record.Id != 0 ? "write.referenceToItself" : null);
            return new PlainRefusal(name, code ?? "");
        }).Where(refusal => refusal.Code.Length > 0);

    private IEnumerable<PlainRefusal> RefuseCreation(EntityDescriptor entity, RecordChange change, PlainRecord record)
    {
        var grants = PlainAuthority.OfCreation(sight, record);
        return grants.Count == 0
            ? [new(null, "write.createNotAllowed")]
            : change.Values.Names
                .Select(name => new PlainRefusal(name, PlainAuthority.Refuse(grants, entity.OrdinalOf(name)) ?? ""))
                .Where(refusal => refusal.Code.Length > 0);
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
