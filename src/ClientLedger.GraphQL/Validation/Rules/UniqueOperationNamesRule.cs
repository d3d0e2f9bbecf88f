using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Operation Name Uniqueness (5.2.2.1): no two operations have one name.</summary>
internal sealed class UniqueOperationNamesRule(ValidationContext context) : Rule
{
    private Dictionary<string, Name>? known;

    public override void Enter(OperationDefinitionNode operation)
    {
        if (operation.Name is not { } name)
        {
            return;
        }

        known ??= new Dictionary<string, Name>(StringComparer.Ordinal);
        if (!known.TryAdd(name.Value, name))
        {
            context.Report($"There can be only one operation named \"{name.Value}\".", known[name.Value].Start, name.Start);
        }
    }
}
