using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Json;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>
/// One execution of an operation (6.2, 6.3), level by level: the fields of all objects of a level are resolved, one awaited after the other; then the batch loaders run that they asked; then their values are completed, which finds
/// the objects of the next level. Slots hold the values until the last level is complete.
/// </summary>
internal sealed partial class OperationRun : IDisposable
{
    private readonly OperationPlan plan;
    private readonly ExecutionOptions options;
    private readonly CancellationToken cancellation;
    private readonly Failures failures;
    private readonly Batches batches;
    private readonly BoundArguments arguments;
    private readonly ResolveCall call;
    private readonly List<SlotStore> stores = [];
    private readonly PooledBuffer scratch;
    private List<ObjectGroup> level = [];
    private List<ObjectGroup> nextLevel = [];
    private int valueCount;

    public OperationRun(PreparedOperation operation, ExecutionOptions options, IServiceProvider services, CancellationToken cancellation)
    {
        plan = operation.Plan;
        this.options = options;
        this.cancellation = cancellation;
        var context = new BatchContext(services, cancellation);
        failures = new Failures(options);
        batches = new Batches(context);
        arguments = new BoundArguments(plan, operation.Arguments);
        call = new ResolveCall(plan, arguments, batches, failures, context);
        scratch = new PooledBuffer(options.MaxResponseBytes);
    }

    /// <summary>The errors so far.</summary>
    public IReadOnlyList<GraphQLError> Errors => failures.Errors;

    /// <summary>The object that the answer is, in its only row; null when null went up to it.</summary>
    public ObjectGroup? Root { get; private set; }

    /// <summary>What writing resolvers have written.</summary>
    public ReadOnlySpan<byte> Scratch => scratch.WrittenSpan;

    /// <summary>ExecuteRootSelectionSet (6.3).</summary>
    /// <param name="source">The object that the first fields are asked of; of a subscription, the event.</param>
    public async ValueTask ExecuteAsync(object? source)
    {
        try
        {
            var root = new ObjectGroup(plan.Root, null, depth: 0);
            root.Add(source, 0);
            Open(root);
            if (plan.Operation.Operation == OperationType.Mutation)
            {
                await ExecuteSeriallyAsync(root);
            }
            else
            {
                level.Add(root);
                await ExecuteLevelsAsync();
            }

            Root = failures.IsRootNull ? null : root;
        }
        catch (ValueLimitException limit)
        {
            Fail(limit.Refusal);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            Fail(exception);
        }
    }

    /// <summary>Gives up: the answer has no data but null.</summary>
    public void Fail(Exception exception)
    {
        failures.AddForAll(exception, plan.Operation.Name?.Value ?? "an operation without a name");
        Root = null;
    }

    public void Dispose()
    {
        stores.ForEach(store => store.Release());
        scratch.Dispose();
    }

    /// <summary>Each field of a mutation is complete with everything below it before the next begins (6.2.2).</summary>
    private async ValueTask ExecuteSeriallyAsync(ObjectGroup root)
    {
        for (var field = 0; field < root.Width && !failures.IsRootNull; field++)
        {
            await ResolveAsync(root, field);
            await batches.RunAsync();
            Complete(root, field);
            SinkALevel();
            await ExecuteLevelsAsync();
            batches.Forget();
        }
    }

    private async ValueTask ExecuteLevelsAsync()
    {
        while (level.Count > 0)
        {
            foreach (var group in level)
            {
                Open(group);
                for (var field = 0; field < group.Width; field++)
                {
                    await ResolveAsync(group, field);
                }
            }

            await batches.RunAsync();
            foreach (var group in level)
            {
                for (var field = 0; field < group.Width; field++)
                {
                    Complete(group, field);
                }
            }

            SinkALevel();
        }
    }

    private void SinkALevel()
    {
        (level, nextLevel) = (nextLevel, level);
        nextLevel.Clear();
    }

    private void Open(ObjectGroup group)
    {
        CountValues(group.Count * (long)group.Width);
        group.Open();
        stores.Add(group);
    }

    /// <summary>Whether an exception is the error of a field, and the rest of the answer goes on.</summary>
    private bool IsOfField(Exception exception) => exception is not ValueLimitException && !cancellation.IsCancellationRequested;

    /// <summary>Counts values before they are held.</summary>
    private void CountValues(long more)
    {
        if (valueCount + more > options.MaxValues)
        {
            throw new ValueLimitException(options.MaxValues);
        }

        valueCount += (int)more;
    }
}
