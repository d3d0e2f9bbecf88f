using System.Collections.Concurrent;
using System.Collections.Immutable;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Pricing;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Coercion;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>
/// What an operation asks of a schema, for one outcome of its conditions. It grows with what requests meet: what is asked of a type is collected when an object of it first comes up, so that a plan is never larger than the answers it gave.
/// </summary>
/// <param name="document">The document and the schema.</param>
/// <param name="operation">The operation.</param>
/// <param name="conditions">The variables that decide about <c>@skip</c> and <c>@include</c>, and no others.</param>
/// <param name="memory">Told of all that the plan takes up.</param>
internal sealed class OperationPlan(ExecutableDocument document, OperationDefinitionNode operation, VariableValues conditions, PlanMemory memory)
{
    private static readonly DirectiveDefinition Skip = Introspection.SpecifiedDirectives.Find("skip")!;
    private static readonly DirectiveDefinition Include = Introspection.SpecifiedDirectives.Find("include")!;

    private readonly ConcurrentDictionary<NamedType, LeafOutput> leaves = new();
    private Selection? root;
    private SelectionPrice? price;
    private int fieldCount;

    public ExecutableDocument Document => document;

    public Schema Schema => document.Schema;

    public Source Source => document.Node.Source;

    public OperationDefinitionNode Operation => operation;

    /// <summary>How many fields it has by now.</summary>
    public int FieldCount => Volatile.Read(ref fieldCount);

    /// <summary>What is asked at the root; a <see cref="GraphQLException"/> when the schema has no such operations.</summary>
    public Selection Root => root ??= FieldCollector.Collect(this, RootType, operation.SelectionSet);

    /// <summary>What it costs, but for the arguments of a request.</summary>
    public SelectionPrice Price => price ?? MakePrice();

    /// <summary>Its arguments that are the same for every request.</summary>
    public FixedArguments FixedArguments { get; } = new(memory);

    public FragmentDefinitionNode? FragmentNamed(string name) => document.FragmentNamed(name);

    public LeafOutput LeafOf(NamedType type)
    {
        if (leaves.TryGetValue(type, out var known))
        {
            return known;
        }

        var made = LeafOutput.Of(Schema, type);
        memory.Add(made.Bytes);
        return leaves.GetOrAdd(type, made);
    }

    /// <summary>Takes a field up, and gives the index that it has in the plan.</summary>
    /// <param name="bytes">About how many bytes it holds.</param>
    public int Add(long bytes)
    {
        memory.AddField(bytes);
        return Interlocked.Increment(ref fieldCount) - 1;
    }

    /// <summary>Whether neither <c>@skip</c> (3.13.1) nor <c>@include</c> (3.13.2) leaves a selection out.</summary>
    public bool Includes(SelectionNode selection) =>
        selection.Directives.IsEmpty || (ConditionOf(Skip, selection.Directives) is not true && ConditionOf(Include, selection.Directives) is not false);

    private ObjectType RootType => Schema.RootOf(operation.Operation) ?? throw new GraphQLException(
        new GraphQLError($"Schema is not configured to execute {operation.Operation.ToString().ToLowerInvariant()} operation.", ErrorCodes.ValidationFailed)
        {
            Locations = [Source.LocationOf(operation.Start)],
        });

    private SelectionPrice MakePrice()
    {
        var made = PriceList.Of(this, out var bytes);
        if (Interlocked.CompareExchange(ref price, made, null) is { } raced)
        {
            return raced;
        }

        memory.Add(bytes);
        return made;
    }

    private object? ConditionOf(DirectiveDefinition directive, NodeList<DirectiveNode> directives)
    {
        foreach (var node in directives)
        {
            if (node.Name.Value == directive.Name)
            {
                return ArgumentCoercion.Coerce(Schema, Source, directive.Arguments, node.Arguments, node, conditions).GetValueOrDefault("if");
            }
        }

        return null;
    }
}
