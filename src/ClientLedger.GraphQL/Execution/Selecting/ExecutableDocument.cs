using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>A document that is ready to be executed on a schema, again and again: what is the same for all its requests is found out once.</summary>
internal sealed class ExecutableDocument
{
    private const int BytesOfEach = 400, BytesPerOperation = 1_500, BytesPerFragment = 60;

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

    /// <summary>What the plans made so far hold.</summary>
    public PlanMemory PlanMemory { get; } = new();

    /// <summary>About how many bytes it holds by now, with the plans and without what was parsed.</summary>
    public long Bytes => BytesOfEach + ((long)BytesPerOperation * operations.Count) + ((long)BytesPerFragment * fragments.Count) + PlanMemory.Bytes;

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
