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
internal sealed class OperationPlan(ExecutableDocument document, OperationDefinitionNode operation, VariableValues conditions)
{
    private static readonly DirectiveDefinition Skip = Introspection.SpecifiedDirectives.Find("skip")!;
    private static readonly DirectiveDefinition Include = Introspection.SpecifiedDirectives.Find("include")!;

    private readonly ConcurrentDictionary<NamedType, LeafOutput> leaves = new();
    private Selection? root;
    private SelectionPrice? price;
    private int fieldCount;

    public Schema Schema => document.Schema;

    public Source Source => document.Node.Source;

    public OperationDefinitionNode Operation => operation;

    /// <summary>How many fields it has by now.</summary>
    public int FieldCount => Volatile.Read(ref fieldCount);

    /// <summary>What is asked at the root; a <see cref="GraphQLException"/> when the schema has no such operations.</summary>
    public Selection Root => root ??= FieldCollector.Collect(this, RootType, operation.SelectionSet);

    /// <summary>What it costs, but for the arguments of a request.</summary>
    public SelectionPrice Price => price ??= PriceList.Of(this);

    public FragmentDefinitionNode? FragmentNamed(string name) => document.FragmentNamed(name);

    public LeafOutput LeafOf(NamedType type) => leaves.GetOrAdd(type, static (type, schema) => LeafOutput.Of(schema, type), Schema);

    public int NextIndex() => Interlocked.Increment(ref fieldCount) - 1;

    /// <summary>Whether neither <c>@skip</c> (3.13.1) nor <c>@include</c> (3.13.2) leaves a selection out.</summary>
    public bool Includes(SelectionNode selection) =>
        selection.Directives.IsEmpty || (ConditionOf(Skip, selection.Directives) is not true && ConditionOf(Include, selection.Directives) is not false);

    private ObjectType RootType => Schema.RootOf(operation.Operation) ?? throw new GraphQLException(
        new GraphQLError($"Schema is not configured to execute {operation.Operation.ToString().ToLowerInvariant()} operation.", ErrorCodes.ValidationFailed)
        {
            Locations = [Source.LocationOf(operation.Start)],
        });

    private object? ConditionOf(DirectiveDefinition directive, ImmutableArray<DirectiveNode> directives)
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
