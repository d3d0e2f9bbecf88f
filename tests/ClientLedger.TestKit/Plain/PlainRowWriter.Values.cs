using ClientLedger.Fields;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <content>Reading and checking the values that a change names.</content>
public sealed partial class PlainRowWriter
{
    /// <summary>Canonical values of the fields that the change names, and why others are refused.</summary>
    private (Dictionary<string, object?> Values, List<PlainRefusal> Refusals) Read(EntityDescriptor entity, RecordChange change)
    {
        var refusals = PlainAuthority.Fields(sight, entity, change.Values.Names).ToList();
        var values = new Dictionary<string, object?>();
        foreach (var (name, raw) in change.Values.Names.Zip(change.Values.Values).Where(pair => !refusals.Exists(refusal => refusal.Field == pair.First)).ToList())
        {
            var (value, code) = PlainReading.Raw(sight, labels, entity.Find(name)!, raw);
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
}
