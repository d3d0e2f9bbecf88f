using ClientLedger.Fields;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <summary>Live records with an equal phone, e-mail, tax number or name, as far as the caller may see them.</summary>
public static class PlainDuplicates
{
    public static List<DuplicateHit> Find(PlainSight sight, EntityDescriptor entity, PlainRecord record)
    {
        var hits = new List<DuplicateHit>();
        foreach (var field in entity.Fields.Where(field => field.WarnOnDuplicates))
        {
            foreach (var other in sight.Live(entity.Name).Where(other => other.Id != record.Id && Meet(field, record[field.Name], sight.Clear(other, field.Name))))
            {
                hits.Add(new(field.Name, other.Id, sight.Clear(other, entity.Title) as string));
            }
        }

        return hits;
    }

    /// <summary>Some value of one equals some value of the other.</summary>
    private static bool Meet(FieldDescriptor field, object? mine, object? theirs) => PlainComparison.Elements(mine).Any(element =>
        PlainComparison.Elements(theirs).Any(other => PlainValues.Compare(field.Type, element, other) == 0));
}
