using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Input Object Field Uniqueness (5.6.3): no field is given twice.</summary>
internal sealed class UniqueInputFieldNamesRule(ValidationContext context) : Rule
{
    public override void Enter(ObjectValueNode fields)
    {
        foreach (var group in DuplicateNames.In(fields.Fields, field => field.Name))
        {
            foreach (var again in group.Skip(1))
            {
                context.Report($"There can be only one input field named \"{again.Value}\".", group[0].Start, again.Start);
            }
        }
    }
}
