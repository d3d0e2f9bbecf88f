using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules;

/// <summary>Directives Are Unique per Location (5.7.3), unless they are repeatable. A type and its extensions are one location.</summary>
internal sealed class UniqueDirectivesPerLocationRule(ValidationContext context) : Rule
{
    private readonly Dictionary<string, Dictionary<string, DirectiveNode>> typeSystem = new(StringComparer.Ordinal);

    public override void Enter(OperationDefinitionNode operation) => Check(operation.Directives);

    public override void Enter(FragmentDefinitionNode fragment) => Check(fragment.Directives);

    public override void Enter(VariableDefinitionNode variable) => Check(variable.Directives);

    public override void Enter(FieldNode field) => Check(field.Directives);

    public override void Enter(FragmentSpreadNode spread) => Check(spread.Directives);

    public override void Enter(InlineFragmentNode fragment) => Check(fragment.Directives);

    public override void EnterTypeSystem(Node node, NodeList<DirectiveNode> directives)
    {
        var location = node switch
        {
            SchemaNode => "schema",
            TypeDefinitionNode type => type.Name.Value,
            DirectiveDefinitionNode directive => "@" + directive.Name.Value,
            _ => null,
        };
        if (location is null)
        {
            Check(directives);
            return;
        }

        if (!typeSystem.TryGetValue(location, out var seen))
        {
            typeSystem[location] = seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        }

        Check(directives, seen);
    }

    private void Check(NodeList<DirectiveNode> directives)
    {
        if (!directives.Rest.IsEmpty)
        {
            Check(directives, new Dictionary<string, DirectiveNode>(StringComparer.Ordinal));
        }
    }

    private void Check(NodeList<DirectiveNode> directives, Dictionary<string, DirectiveNode> seen)
    {
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (IsUnique(name) && !seen.TryAdd(name, directive))
            {
                context.Report($"The directive \"@{name}\" can only be used once at this location.", seen[name].Start, directive.Start);
            }
        }
    }

    private bool IsUnique(string name) => context.DefinedHere.Directives.TryGetValue(name, out var definedHere)
        ? !definedHere.IsRepeatable
        : context.Schema.DirectiveNamed(name) is { IsRepeatable: false };
}
