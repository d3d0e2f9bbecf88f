using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Lone Anonymous Operation (5.2.3.1): an operation without a name is the only one.</summary>
internal sealed class LoneAnonymousOperationRule(ValidationContext context) : Rule
{
    private int operations;

    public override void Enter(DocumentNode document) => operations = document.Definitions.Count(definition => definition is OperationDefinitionNode);

    public override void Enter(OperationDefinitionNode operation)
    {
        if (operation.Name is null && operations > 1)
        {
            context.Report("This anonymous operation must be the only defined operation.", operation.Start);
        }
    }
}
