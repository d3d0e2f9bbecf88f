using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Not of the specification: the schema isn't asked about itself.</summary>
internal sealed class NoSchemaIntrospectionCustomRule(ValidationContext context) : Rule
{
    public override void Enter(FieldNode field)
    {
        if (context.Type?.Innermost is { IsIntrospection: true })
        {
            context.Report($"GraphQL introspection has been disabled, but the requested query contained the field \"{field.Name.Value}\".", field.Start);
        }
    }
}
