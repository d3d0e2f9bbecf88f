namespace ClientLedger.GraphQL.Language;

/// <summary>Document (2.2).</summary>
internal sealed class DocumentNode(Source source, NodeList<DefinitionNode> definitions, int tokenCount)
    : Node(0, source.Text.Length)
{
    public Source Source { get; } = source;

    public NodeList<DefinitionNode> Definitions { get; } = definitions;

    public int TokenCount { get; } = tokenCount;
}

/// <summary>Definition: what stands at the top of a document.</summary>
internal abstract class DefinitionNode(int start, int end) : ListedNode(start, end);

/// <summary>ExecutableDefinition: an operation or a fragment.</summary>
internal abstract class ExecutableDefinitionNode(
    int start, int end, StringValueNode? description, NodeList<VariableDefinitionNode> variables,
    NodeList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : DefinitionNode(start, end)
{
    public StringValueNode? Description { get; } = description;

    /// <summary>The variables of an operation; a fragment has none.</summary>
    public NodeList<VariableDefinitionNode> Variables { get; } = variables;

    public NodeList<DirectiveNode> Directives { get; } = directives;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}
