using System.Runtime.CompilerServices;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Json;
using ClientLedger.GraphQL.Execution.Levels;

namespace ClientLedger.GraphQL.Execution;

/// <summary>Executes requests (6) whose documents are valid and whose variables are coerced.</summary>
internal static class Executor
{
    /// <summary>Executes a query, a mutation, or a subscription for one event.</summary>
    public static async ValueTask<GraphQLResponse> ExecuteAsync(
        PreparedOperation operation, object? source, ExecutionScope scope, ExecutionOptions options, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.Timeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        using var run = new OperationRun(operation, options, scope.Services, either.Token);
        try
        {
            await run.ExecuteAsync(source);
        }
        catch (Exception) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            run.Fail(TooLong("execution", options));
        }

        return Write(run, operation, options);
    }

    /// <summary>Subscribe (6.2.3): the answers to all events, each made when the one before has been taken.</summary>
    /// <param name="operation">A subscription.</param>
    /// <param name="source">The object that the field is asked of.</param>
    /// <param name="openScope">Opens a scope for the subscription, and one for each event.</param>
    /// <param name="options">The limits.</param>
    /// <param name="cancellation">Ends the subscription.</param>
    public static async IAsyncEnumerable<GraphQLResponse> SubscribeAsync(
        PreparedOperation operation, object? source, Func<ExecutionScope> openScope, ExecutionOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var scope = openScope();
        using var limit = new CancellationTokenSource(options.Timeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        using var run = new OperationRun(operation, options, scope.Services, either.Token);
        await using var events = new EventSource(run, await OpenStreamAsync(run, source, limit, options, cancellation), cancellation);
        while (await events.MoveNextAsync())
        {
            await using var eventScope = openScope();
            yield return await ExecuteAsync(operation, events.Current, eventScope, options, cancellation);
        }

        if (events.Problem is { } problem)
        {
            yield return GraphQLResponse.Refusal(problem);
        }
    }

    /// <summary>CreateSourceEventStream (6.2.3.1): the events, or null when there is an error instead. Asking for them takes no longer than an execution may; they come for as long as they like.</summary>
    private static async ValueTask<IAsyncEnumerable<object?>?> OpenStreamAsync(
        OperationRun run, object? source, CancellationTokenSource limit, ExecutionOptions options, CancellationToken cancellation)
    {
        try
        {
            var stream = await run.OpenStreamAsync(source);
            limit.CancelAfter(Timeout.InfiniteTimeSpan);
            limit.Token.ThrowIfCancellationRequested();
            return stream;
        }
        catch (Exception) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            run.FailStream(TooLong("beginning of the subscription", options));
            return null;
        }
    }

    private static GraphQLException TooLong(string what, ExecutionOptions options) =>
        new(FormattableString.Invariant($"The {what} took longer than {options.Timeout.TotalSeconds:0.###} seconds and was ended."), ErrorCodes.LimitExceeded);

    private static GraphQLResponse Write(OperationRun run, PreparedOperation operation, ExecutionOptions options)
    {
        var body = new PooledBuffer(options.MaxResponseBytes);
        try
        {
            ResponseWriter.Write(body, run, operation.Extensions);
        }
        catch (Exception exception)
        {
            // What was written says nothing about the rest, so nothing of it is kept.
            body.TruncateTo(0);
            run.Fail(exception);
            ResponseWriter.Write(body, run, operation.Extensions);
        }

        return new GraphQLResponse(body, run.Errors, isRefusal: false);
    }
}
