using ClientLedger.Fields;
using ClientLedger.Reading;

namespace ClientLedger.Views;

/// <summary>One condition of a list's filter, as it was entered.</summary>
/// <param name="IsAlternative">Begins another group: joined to those before by "or".</param>
/// <param name="Comparison">Code of a <see cref="Views.Comparison"/>; one that the field doesn't allow stands for the field's first.</param>
internal sealed record Condition(bool IsAlternative, string Field, string Comparison, string Value)
{
    /// <summary>The comparison that is meant of a field.</summary>
    public Comparison Of(FieldDescriptor field) => Views.Comparison.Find(field, Comparison) ?? Views.Comparison.For(field)[0];

    /// <summary>Something was entered that can be compared.</summary>
    public bool IsComplete(FieldDescriptor field) => Of(field).Entered == Entered.Nothing || Value.Trim().Length > 0;

    /// <summary>The filter of several conditions: "and" binds before "or".</summary>
    /// <returns>Null where no condition is complete.</returns>
    public static Filter? FilterOf(EntityDescriptor entity, IEnumerable<Condition> conditions, DateOnly today)
    {
        var groups = new List<List<Filter>>();
        foreach (var condition in conditions)
        {
            // A field that the caller doesn't know of is the read gate's to refuse.
            var field = entity.Find(condition.Field);
            if (field is not null && !condition.IsComplete(field))
            {
                continue;
            }

            if (groups.Count == 0 || condition.IsAlternative)
            {
                groups.Add([]);
            }

            groups[^1].Add(field is null ? new FieldFilter(condition.Field, Operator.IsEmpty, []) : condition.Of(field).Filter(field.Name, condition.Value.Trim(), today));
        }

        return groups switch
        {
            [] => null,
            [[var only]] => only,
            [var all] => new AllOf(all),
            _ => new AnyOf([.. groups.Select(group => group is [var one] ? one : new AllOf(group))]),
        };
    }
}
