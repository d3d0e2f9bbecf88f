using ClientLedger.Fields;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <summary>Live records with an equal phone, e-mail, tax number or name, as far as the caller may see them.</summary>
/// <remarks>Assumed where the design is silent: a field takes part, and a title is told, only where it is clear to the caller on all rows that it sees.</remarks>
public static class PlainDuplicates
{
    /// <summary>Hits on the values that a new record is given.</summary>
    public static List<DuplicateHit> Find(PlainSight sight, EntityDescriptor entity, Dictionary<string, object?> values)
    {
        var rights = sight.Scope.Rights.On(entity.Name);
        var hits = new List<DuplicateHit>();
        foreach (var field in entity.Fields.Where((field, ordinal) => field.WarnOnDuplicates && rights.IsClearEverywhere(ordinal)))
        {
            foreach (var other in sight.Live(entity.Name).Where(other => Meet(field, values.GetValueOrDefault(field.Name), other[field.Name])))
            {
                hits.Add(new(field.Name, other.Id, rights.IsClearEverywhere(entity.OrdinalOf(entity.Title)) ? other[entity.Title] as string : null));
            }
        }

        return hits;
    }

    /// <summary>Hits, in the ledger as it was before the set, on the values that a change gives a record anew.</summary>
    /// <param name="next">The record as it would be.</param>
    /// <param name="names">Fields that the change names.</param>
    public static List<DuplicateHit> FindChanged(PlainSight start, PlainRecord next, IEnumerable<string> names)
    {
        var old = start.Ledger.Find(next.Tenant, next.Entity, next.Id);
        return old is null
            ? []
            : [.. Find(start, start.Entity(next.Entity), names.ToDictionary(name => name, name => Anew(old[name], next[name]))).Where(hit => hit.Id != next.Id)];
    }

    private static object? Anew(object? old, object? value) => value switch
    {
        string[] several => several.Where(element => !PlainComparison.Elements(old).Contains(element)).ToArray(),
        _ => value is null || value.Equals(old) ? null : value,
    };

    /// <summary>Some value of one equals some value of the other.</summary>
    private static bool Meet(FieldDescriptor field, object? mine, object? theirs) => PlainComparison.Elements(mine).Any(element =>
        PlainComparison.Elements(theirs).Any(other => PlainValues.Compare(field.Type, element, other) == 0));
}
