using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>The events that a subscription's field gives (6.2.3.1), one at a time. An error ends it, whenever it happens.</summary>
internal sealed class EventSource : IAsyncDisposable
{
    private readonly OperationRun run;
    private readonly CancellationToken cancellation;
    private readonly IAsyncEnumerator<object?>? events;

    /// <param name="run">The run that asked for them, which keeps the errors.</param>
    /// <param name="stream">The events; null when there is an error instead.</param>
    /// <param name="cancellation">Ends the subscription.</param>
    public EventSource(OperationRun run, IAsyncEnumerable<object?>? stream, CancellationToken cancellation)
    {
        this.run = run;
        this.cancellation = cancellation;
        events = stream?.GetAsyncEnumerator(cancellation);
    }

    public object? Current => events?.Current;

    /// <summary>Why it ended, when it was by an error.</summary>
    public IReadOnlyList<GraphQLError>? Problem => run.Errors is { Count: > 0 } errors ? errors : null;

    public async ValueTask<bool> MoveNextAsync()
    {
        if (events is null)
        {
            return false;
        }

        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            run.FailStream(exception);
            return false;
        }
    }

    public ValueTask DisposeAsync() => events?.DisposeAsync() ?? ValueTask.CompletedTask;
}
