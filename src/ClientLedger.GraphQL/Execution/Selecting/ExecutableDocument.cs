using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>A document that is ready to be executed on a schema, again and again: what is the same for all its requests is found out once.</summary>
internal sealed class ExecutableDocument
{
    private readonly Dictionary<string, FragmentDefinitionNode> fragments = new(StringComparer.Ordinal);
    private readonly List<ExecutableOperation> operations = [];

    public ExecutableDocument(Schema schema, DocumentNode node)
    {
        Schema = schema;
        Node = node;
        foreach (var definition in node.Definitions)
        {
            switch (definition)
            {
                case FragmentDefinitionNode fragment:
                    fragments[fragment.Name.Value] = fragment;
                    break;
                case OperationDefinitionNode operation:
                    operations.Add(new ExecutableOperation(this, operation));
                    break;
            }
        }
    }

    public Schema Schema { get; }

    public DocumentNode Node { get; }

    /// <summary>How many fields the plans made so far have: what the document costs in memory grows with it.</summary>
    public int PlannedFields => operations.Sum(operation => operation.PlannedFields);

    public FragmentDefinitionNode? FragmentNamed(string name) => fragments.GetValueOrDefault(name);

    /// <summary>GetOperation (6.1): the operation of that name, or the only one.</summary>
    public ExecutableOperation OperationNamed(string? name)
    {
        if (name is not null)
        {
            return operations.FindLast(operation => operation.Node.Name?.Value == name)
                ?? throw new GraphQLException($"Unknown operation named \"{name}\".", ErrorCodes.BadUserInput);
        }

        return operations.Count switch
        {
            0 => throw new GraphQLException("Must provide an operation.", ErrorCodes.BadUserInput),
            1 => operations[0],
            _ => throw new GraphQLException("Must provide operation name if query contains multiple operations.", ErrorCodes.BadUserInput),
        };
    }
}
