namespace ClientLedger.GraphQL.Language;

internal enum OperationType : byte
{
    Query,
    Mutation,
    Subscription,
}

internal static class OperationTypeTexts
{
    /// <summary>The keyword that an operation of the type begins with.</summary>
    public static string Keyword(this OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}

/// <summary>OperationDefinition (2.3).</summary>
internal sealed class OperationDefinitionNode(
    int start, int end, StringValueNode? description, OperationType operation, Name? name, NodeList<VariableDefinitionNode> variables,
    NodeList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : ExecutableDefinitionNode(start, end, description, variables, directives, selectionSet)
{
    public OperationType Operation { get; } = operation;

    public Name? Name { get; } = name;
}

/// <summary>FragmentDefinition (2.8).</summary>
internal sealed class FragmentDefinitionNode(
    int start, int end, StringValueNode? description, Name name, NamedTypeNode typeCondition, NodeList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : ExecutableDefinitionNode(start, end, description, [], directives, selectionSet)
{
    public Name Name { get; } = name;

    public NamedTypeNode TypeCondition { get; } = typeCondition;
}

/// <summary>SelectionSet (2.4). As in the reference implementation an empty one can be parsed; validation refuses it.</summary>
internal sealed class SelectionSetNode(int start, int end, NodeList<SelectionNode> selections) : Node(start, end)
{
    public NodeList<SelectionNode> Selections { get; } = selections;
}

/// <summary>Selection: a field, a fragment spread or an inline fragment.</summary>
internal abstract class SelectionNode(int start, int end) : ListedNode(start, end)
{
    public virtual NodeList<DirectiveNode> Directives => [];
}

/// <summary>Field (2.5): one that is nothing but its name, as most are, or a <see cref="FieldWithPartsNode"/>.</summary>
/// <remarks>There are more fields than anything else in documents, so they are kept small: a field begins with its name, unless it has an alias.</remarks>
internal class FieldNode : SelectionNode
{
    private readonly object names;

    public FieldNode(int start, int end, string? alias, Name name)
        : base(start, end) => names = alias is null ? name.Value : new Aliased(alias, name);

    public Name? Alias => names is Aliased aliased ? new Name(aliased.Alias, Start) : null;

    public Name Name => names is string name ? new Name(name, Start) : ((Aliased)names).Name;

    public virtual NodeList<ArgumentNode> Arguments => [];

    public virtual SelectionSetNode? SelectionSet => null;

    /// <summary>The key under which the field stands in the answer.</summary>
    public string ResponseKey => names as string ?? ((Aliased)names).Alias;

    private sealed class Aliased(string alias, Name name)
    {
        public string Alias { get; } = alias;

        public Name Name { get; } = name;
    }
}

/// <summary>A field with arguments, directives or a selection set.</summary>
internal sealed class FieldWithPartsNode(
    int start, int end, string? alias, Name name, NodeList<ArgumentNode> arguments, NodeList<DirectiveNode> directives, SelectionSetNode? selectionSet)
    : FieldNode(start, end, alias, name)
{
    public override NodeList<ArgumentNode> Arguments { get; } = arguments;

    public override NodeList<DirectiveNode> Directives { get; } = directives;

    public override SelectionSetNode? SelectionSet { get; } = selectionSet;
}

/// <summary>Argument (2.6); it begins with its name.</summary>
internal sealed class ArgumentNode(int end, Name name, ValueNode value) : ListedNode(name.Start, end)
{
    private readonly string nameValue = name.Value;

    public Name Name => new(nameValue, Start);

    public ValueNode Value { get; } = value;
}

/// <summary>FragmentSpread (2.8).</summary>
internal sealed class FragmentSpreadNode(int start, int end, Name name, NodeList<DirectiveNode> directives)
    : SelectionNode(start, end)
{
    public Name Name { get; } = name;

    public override NodeList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>InlineFragment (2.8.2).</summary>
internal sealed class InlineFragmentNode(int start, int end, NamedTypeNode? typeCondition, NodeList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : SelectionNode(start, end)
{
    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    public override NodeList<DirectiveNode> Directives { get; } = directives;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>VariableDefinition (2.10).</summary>
internal sealed class VariableDefinitionNode(
    int start, int end, StringValueNode? description, VariableNode variable, TypeNode type, ValueNode? defaultValue, NodeList<DirectiveNode> directives)
    : ListedNode(start, end)
{
    public StringValueNode? Description { get; } = description;

    public VariableNode Variable { get; } = variable;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public NodeList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>Directive (2.12).</summary>
internal sealed class DirectiveNode(int start, int end, Name name, NodeList<ArgumentNode> arguments) : ListedNode(start, end)
{
    public Name Name { get; } = name;

    public NodeList<ArgumentNode> Arguments { get; } = arguments;
}
