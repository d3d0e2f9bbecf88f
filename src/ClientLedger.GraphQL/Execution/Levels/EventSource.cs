using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>CreateSourceEventStream (6.2.3.1): the events that a subscription's field gives. An error ends it, whenever it happens.</summary>
internal sealed class EventSource : IAsyncDisposable
{
    private readonly OperationRun run;
    private readonly CancellationToken cancellation;
    private readonly IAsyncEnumerator<object?>? events;

    private EventSource(OperationRun run, IAsyncEnumerator<object?>? events, CancellationToken cancellation)
    {
        this.run = run;
        this.events = events;
        this.cancellation = cancellation;
    }

    public object? Current => events?.Current;

    /// <summary>Why it ended, when it was by an error.</summary>
    public IReadOnlyList<GraphQLError>? Problem => run.Errors is { Count: > 0 } errors ? errors : null;

    public static async ValueTask<EventSource> OpenAsync(OperationRun run, object? source, CancellationToken cancellation)
    {
        var stream = await run.OpenStreamAsync(source);
        return new EventSource(run, stream?.GetAsyncEnumerator(cancellation), cancellation);
    }

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
