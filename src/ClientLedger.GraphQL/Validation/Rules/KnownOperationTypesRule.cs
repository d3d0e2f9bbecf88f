using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Operation Type Existence (5.2.1.1): the schema has a root type for each operation.</summary>
internal sealed class KnownOperationTypesRule(ValidationContext context) : Rule
{
    public override void Enter(OperationDefinitionNode operation)
    {
        if (context.Schema.DeclaredRootOf(operation.Operation) is null)
        {
            var kind = operation.Operation switch
            {
                OperationType.Query => "query",
                OperationType.Mutation => "mutation",
                _ => "subscription",
            };
            context.Report($"The {kind} operation is not supported by the schema.", operation.Start);
        }
    }
}
