using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <content>Reading and checking the values that a change names.</content>
public sealed partial class PlainRowWriter
{
    /// <summary>Canonical values of the fields that the change names, references by name still as they are, and why others are refused.</summary>
    private (Dictionary<string, object?> Values, List<PlainRefusal> Refusals) Read(EntityDescriptor entity, RecordChange change)
    {
        var refusals = PlainAuthority.Fields(sight, entity, change.Values.Names).ToList();
        var values = new Dictionary<string, object?>();
        foreach (var (name, raw) in change.Values.Names.Zip(change.Values.Values).DistinctBy(pair => pair.First))
        {
            if (entity.Find(name) is not { } field || refusals.Exists(refusal => refusal.Field == name && refusal.Code == "write.fieldUnknown"))
            {
                continue;
            }

            var (value, code) = raw is RecordReference ? (raw, null) : PlainReading.Text(sight.Scope, field, raw);
            values[name] = value;
            if ((code ?? PlainLimits.Refuse(field, value)) is { } refused)
            {
                refusals.Add(new(name, refused));
            }
        }

        return (values, refusals);
    }

    /// <summary>Puts ids in the place of references by label and by field, and refuses those that name no live record within the caller's sight.</summary>
    /// <remarks>One that is sent as the caller could read it in the record, or in the version that the change is based on, may stay.</remarks>
    private List<PlainRefusal> Resolve(EntityDescriptor entity, Dictionary<string, object?> values, List<PlainRefusal> already, PlainRecord record, long? baseVersion = null)
    {
        var refusals = new List<PlainRefusal>();
        foreach (var field in entity.Fields.Where(field => field.Type == FieldType.Reference && !Says(already, field.Name) && values.GetValueOrDefault(field.Name) is not null))
        {
            var (id, code) = PlainReading.Reference(start, labels, field, values[field.Name]!);
            if (code is not null && values[field.Name] is long sent && IsAsItWas(record, field, sent, baseVersion))
            {
                (id, code) = (sent, null);
            }

            values[field.Name] = id;
            code ??= field.Target == entity.Name && id == record.Id && record.Id != 0 ? "write.referenceToItself" : null;
            if (code is not null)
            {
                refusals.Add(new(field.Name, code));
            }
        }

        return refusals;
    }

    /// <summary>Built-in references to the own entity by which the record would come to stand above itself.</summary>
    private List<PlainRefusal> Circles(EntityDescriptor entity, PlainRecord record, IEnumerable<string> changed) =>
        [.. entity.Fields.Where(field => field.Target == entity.Name && !field.Custom && changed.Contains(field.Name) && IsAbove(record, field, record.IdIn(field.Name)))
            .Select(field => new PlainRefusal(field.Name, "write.referenceCircle"))];

    private bool IsAbove(PlainRecord record, FieldDescriptor field, long? id) =>
        id is not null && (id == record.Id || IsAbove(record, field, ledger.Find(record.Tenant, record.Entity, id)?.IdIn(field.Name)));

    private bool IsAsItWas(PlainRecord record, FieldDescriptor field, long sent, long? baseVersion) =>
        Before(record) is { } old && start.RightOn(old, field.Name) == Access.ReadRight.Clear
        && (old.IdIn(field.Name) == sent || (baseVersion is { } version && PlainMerge.Origin(ledger, record, field, version) is long origin && origin == sent));

    /// <summary>What there is to say of the fields of a refused row of which nothing was said yet.</summary>
    /// <param name="record">The record that the row is about; null where that isn't known.</param>
    private List<PlainRefusal> Further(EntityDescriptor entity, RecordChange change, Dictionary<string, object?> values, List<PlainRefusal> refusals, PlainRecord? record) =>
        Whole(entity, change, values, [.. refusals, .. Resolve(entity, values, refusals, record ?? Draft(entity), change.BaseVersion)], record);

    /// <summary>The same, where references were looked at already: required values and taken ones.</summary>
    private List<PlainRefusal> Whole(EntityDescriptor entity, RecordChange change, Dictionary<string, object?> values, List<PlainRefusal> refusals, PlainRecord? record)
    {
        var all = refusals.ToList();
        var isNew = record is { Id: 0 };
        foreach (var field in entity.Fields.Where(field => field is { Required: true, Derived: false } && !Says(refusals, field.Name)))
        {
            if (Counts(field) ? values[field.Name] is null : isNew && field.Default is null && (IsHidden(entity, field) || !change.Values.Names.Contains(field.Name)))
            {
                all.Add(Missing(entity, field));
            }
        }

        if (record is not null && all.TrueForAll(refusal => refusal.Field is not null))
        {
            all.AddRange(entity.Fields.Where(Counts).Where(field => PlainLimits.IsTaken(ledger, record, field, values[field.Name])).Select(field => new PlainRefusal(field.Name, "write.taken")));
        }

        return all;

        bool Counts(FieldDescriptor field) => values.ContainsKey(field.Name) && !Says(all, field.Name) && (isNew || !change.OnlyIfNew.Contains(field.Name));
    }

    private static bool Says(List<PlainRefusal> refusals, string name) => refusals.Exists(refusal => refusal.Field == name);

    /// <summary>What is wrong with these fields of a record: first those that must have a value, then those that another has.</summary>
    private List<PlainRefusal> Check(EntityDescriptor entity, PlainRecord record, IEnumerable<FieldDescriptor> fields)
    {
        var own = fields.Where(field => !field.Derived).ToList();
        var missing = own.Where(field => field.Required && record[field.Name] is null).Select(field => Missing(entity, field)).ToList();
        return missing.Count > 0
            ? missing
            : [.. own.Where(field => PlainLimits.IsTaken(ledger, record, field, record[field.Name])).Select(field => new PlainRefusal(field.Name, "write.taken"))];
    }

    /// <summary>A field that the caller can't see isn't named.</summary>
    private PlainRefusal Missing(EntityDescriptor entity, FieldDescriptor field) =>
        IsHidden(entity, field) ? new(null, "write.createNotAllowed") : new(field.Name, "write.required");

    private bool IsHidden(EntityDescriptor entity, FieldDescriptor field) =>
        sight.Scope.Rights.On(entity.Name).Best(entity.OrdinalOf(field.Name)) == ReadRight.Hidden;
}
