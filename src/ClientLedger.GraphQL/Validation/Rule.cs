using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation;

/// <summary>
/// A rule of validation (5). One walk goes over the document with all rules and calls of each the methods that it overrides, at every node of their kind; an instance serves one document.
/// </summary>
internal abstract class Rule
{
    public virtual void Enter(DocumentNode document)
    {
    }

    public virtual void Leave(DocumentNode document)
    {
    }

    public virtual void Enter(OperationDefinitionNode operation)
    {
    }

    public virtual void Leave(OperationDefinitionNode operation)
    {
    }

    public virtual void Enter(FragmentDefinitionNode fragment)
    {
    }

    public virtual void Enter(VariableDefinitionNode variable)
    {
    }

    /// <summary>The selection set of an operation, a fragment definition or a field.</summary>
    public virtual void Enter(SelectionSetNode set)
    {
    }

    public virtual void Enter(FieldNode field)
    {
    }

    public virtual void Leave(FieldNode field)
    {
    }

    public virtual void Enter(FragmentSpreadNode spread)
    {
    }

    public virtual void Enter(InlineFragmentNode fragment)
    {
    }

    public virtual void Enter(NamedTypeNode type, bool isTypeSystem)
    {
    }

    /// <param name="directive">The directive.</param>
    /// <param name="location">Where it stands, one of <see cref="DirectiveLocations"/>.</param>
    public virtual void Enter(DirectiveNode directive, string location)
    {
    }

    public virtual void Leave(DirectiveNode directive)
    {
    }

    public virtual void Enter(ArgumentNode argument)
    {
    }

    /// <summary>A literal that doesn't lie in another one: an argument's or a default.</summary>
    public virtual void EnterLiteral(ValueNode literal)
    {
    }

    public virtual void Enter(ObjectValueNode fields)
    {
    }

    public virtual void Enter(ObjectFieldNode field)
    {
    }

    public virtual void Enter(EnumValueNode value)
    {
    }

    /// <summary>A definition or extension of a type system, or a part of one.</summary>
    /// <param name="node">What has the directives.</param>
    /// <param name="directives">Its directives.</param>
    public virtual void EnterTypeSystem(Node node, NodeList<DirectiveNode> directives)
    {
    }
}
