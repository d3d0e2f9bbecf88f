using System.Collections.Concurrent;
using System.Net.WebSockets;
using ClientLedger.GraphQL.Errors;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.GraphQL.Http.Sockets;

/// <summary>A client on a WebSocket: its messages are heard one after the other, its operations run side by side.</summary>
internal sealed class SocketConnection : IAsyncDisposable
{
    private readonly HttpContext context;
    private readonly GraphQLServer server;
    private readonly GraphQLHttpOptions options;
    private readonly CancellationTokenSource ending;
    private readonly SocketInput input;
    private readonly SocketOutput output;

    /// <summary>By the ids that are in use.</summary>
    private readonly ConcurrentDictionary<string, SocketOperation> operations = new(StringComparer.Ordinal);

    /// <summary>What still does something: an operation gives its id back before it says that it is complete.</summary>
    private readonly ConcurrentDictionary<SocketOperation, bool> running = new();

    private volatile bool isInitialised;
    private bool isAcknowledged;

    public SocketConnection(WebSocket socket, HttpContext context, GraphQLServer server, GraphQLHttpOptions options)
    {
        this.context = context;
        this.server = server;
        this.options = options;
        ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        input = new SocketInput(socket, options.MaxRequestBytes);
        output = new SocketOutput(socket, ending.Token);
    }

    /// <summary>Serves the client until one of the two ends it.</summary>
    public async Task ServeAsync(CancellationToken stopping)
    {
        var first = await Task.WhenAny(ListenAsync(), LosePatienceAsync(), StopAsync(stopping));
        await output.CloseAsync(await first);
        await input.DrainAsync();
    }

    /// <summary>Ends what still runs, and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await Task.WhenAll(running.Keys.Select(operation => operation.Completion));
        output.Dispose();
        ending.Dispose();
    }

    private async Task<CloseReason> ListenAsync()
    {
        try
        {
            while (await input.NextAsync(ending.Token) is { } message)
            {
                await HearAsync(message);
            }

            return CloseReason.Done;
        }
        catch (SocketClosedException closed)
        {
            return closed.Reason;
        }
        catch (Exception exception) when (!ending.IsCancellationRequested)
        {
            server.Options.Execution.Disclosure.Disclose(exception, "a WebSocket");
            return CloseReason.InternalError;
        }
    }

    /// <summary>Receiving can't be cancelled without losing the connection, so who is too late is told while somebody listens.</summary>
    private async Task<CloseReason> LosePatienceAsync()
    {
        await Task.Delay(options.ConnectionInitTimeout, options.TimeProvider, ending.Token);
        if (isInitialised)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, ending.Token);
        }

        return CloseReason.InitialisationTimeout;
    }

    private async Task<CloseReason> StopAsync(CancellationToken stopping)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stopping.Register(stopped.SetResult);
        await stopped.Task.WaitAsync(ending.Token);
        return CloseReason.GoingAway;
    }

    private async ValueTask HearAsync(SocketMessage message)
    {
        switch (message.Type)
        {
            case "connection_init":
                await InitialiseAsync(message);
                break;
            case "ping":
                await output.PongAsync(message.Payload);
                break;
            case "subscribe":
                await SubscribeAsync(message);
                break;
            case "complete" when operations.TryRemove(message.Id!, out var operation):
                await operation.CancelAsync();
                break;
        }
    }

    private async ValueTask InitialiseAsync(SocketMessage message)
    {
        if (isInitialised)
        {
            throw new SocketClosedException(CloseReason.TooManyInitialisations);
        }

        isInitialised = true;
        if (options.Connect is { } connect && !await connect(context, message.Payload))
        {
            throw new SocketClosedException(CloseReason.Forbidden);
        }

        await output.AcknowledgeAsync();
        isAcknowledged = true;
    }

    private async ValueTask SubscribeAsync(SocketMessage message)
    {
        if (!isAcknowledged)
        {
            throw new SocketClosedException(CloseReason.Unauthorized);
        }

        var id = message.Id!;
        if (operations.ContainsKey(id))
        {
            throw new SocketClosedException(CloseReason.SubscriberExists(id));
        }

        var parameters = message.Parameters();
        if (running.Count >= options.MaxSocketOperations)
        {
            // Those that only have to say that they are over don't count, but they are waited for: who doesn't listen can't begin more and more.
            await Task.WhenAll(running.Keys.Where(other => other.IsOver).Select(other => other.Completion)).WaitAsync(ending.Token);
            if (running.Count >= options.MaxSocketOperations)
            {
                await output.ErrorAsync(
                    id, [new GraphQLError($"More than {options.MaxSocketOperations} operations are running on this connection.", ErrorCodes.LimitExceeded)], ending.Token);
                return;
            }
        }

        var operation = new SocketOperation(ending.Token);
        operations[id] = operation;
        running[operation] = true;
        operation.Run(cancellation => AnswerAsync(operation, id, parameters, cancellation), () => running.TryRemove(operation, out _));
    }

    private async Task AnswerAsync(SocketOperation operation, string id, GraphQLParameters parameters, CancellationToken cancellation)
    {
        try
        {
            var asked = await HttpExchange.AskedAsync(context, options, parameters);
            var refusal = await TellAsync(id, asked, cancellation);
            Forget(operation, id);
            await (refusal is null ? output.CompleteAsync(id, cancellation) : output.ErrorAsync(id, refusal, cancellation));
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            Forget(operation, id);
            await output.ErrorAsync(id, server.Options.Execution.Disclosure.Disclose(exception, "an operation on a WebSocket"), cancellation);
        }
    }

    /// <summary>Sends the answers to an operation; the errors of a refusal, which ends them, are given back.</summary>
    private async Task<IReadOnlyList<GraphQLError>?> TellAsync(string id, GraphQLRequest asked, CancellationToken cancellation)
    {
        var preparation = server.Prepare(asked);
        using var report = Reporting.Begin(context, options, asked, preparation);
        await foreach (var answer in server.StreamAsync(asked, preparation, cancellation))
        {
            using (answer)
            {
                report.Add(answer);
                if (answer.IsRefusal)
                {
                    return answer.Errors;
                }

                await output.NextAsync(id, answer, cancellation);
            }
        }

        return null;
    }

    /// <summary>Gives the id back: the client may use it again as soon as it hears that the operation is over.</summary>
    private void Forget(SocketOperation operation, string id)
    {
        operation.IsOver = true;
        operations.TryRemove(new KeyValuePair<string, SocketOperation>(id, operation));
    }
}
