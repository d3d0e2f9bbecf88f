using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Input Object Field Uniqueness (5.6.3): no field is given twice.</summary>
internal sealed class UniqueInputFieldNamesRule(ValidationContext context) : Rule
{
    /// <summary>The first place of a name, by each further one; reported where the field is reached, so that errors stand in the document's order.</summary>
    private readonly Dictionary<int, int> firstPlaces = [];

    public override void Enter(ObjectValueNode fields)
    {
        foreach (var group in DuplicateNames.In(fields.Fields, field => field.Name))
        {
            foreach (var again in group.Skip(1))
            {
                firstPlaces.Add(again.Start, group[0].Start);
            }
        }
    }

    public override void Enter(ObjectFieldNode field)
    {
        if (firstPlaces.Count > 0 && firstPlaces.Remove(field.Name.Start, out var first))
        {
            context.Report($"There can be only one input field named \"{field.Name.Value}\".", first, field.Name.Start);
        }
    }
}
