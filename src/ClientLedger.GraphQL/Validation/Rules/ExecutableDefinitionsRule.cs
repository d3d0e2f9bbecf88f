using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Executable Definitions (5.1.1): a document that is executed defines operations and fragments only.</summary>
internal sealed class ExecutableDefinitionsRule(ValidationContext context) : Rule
{
    public override void Enter(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            var name = definition switch
            {
                ExecutableDefinitionNode => null,
                TypeDefinitionNode type => $"\"{type.Name.Value}\"",
                DirectiveDefinitionNode directive => $"\"{directive.Name.Value}\"",
                _ => "schema",
            };
            if (name is not null)
            {
                context.Report($"The {name} definition is not executable.", definition.Start);
            }
        }
    }
}
