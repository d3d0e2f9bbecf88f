using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>What the resolvers of an execution are told, one after the other, by the same object.</summary>
internal sealed class ResolveCall(OperationPlan plan, BoundArguments bound, Batches batches, Failures failures, BatchContext context) : ResolveContext
{
    private SlotStore store = null!;
    private int slot;
    private object? source;

    public SelectedField Selected { get; private set; } = null!;

    public BoundArguments Bound => bound;

    public Batches Batches => batches;

    public override Schema Schema => plan.Schema;

    public override ObjectType ParentType => Selected.ParentType;

    public override FieldDefinition Field => Selected.Field;

    public override object? Source => source;

    public override IReadOnlyDictionary<string, object?> Arguments => bound.Of(Selected);

    public override IReadOnlyList<object> Path => store.PathOf(slot);

    public override IServiceProvider Services => context.Services;

    public override CancellationToken CancellationToken => context.CancellationToken;

    public override void Report(GraphQLError error) => failures.Report(error, store, slot);

    /// <summary>Turns to a field of a row.</summary>
    public void TurnTo(ObjectGroup group, int row, int field)
    {
        Selected = group.Selection.Fields[field];
        store = group;
        slot = (row * group.Width) + field;
        source = group.SourceOf(row);
    }
}
