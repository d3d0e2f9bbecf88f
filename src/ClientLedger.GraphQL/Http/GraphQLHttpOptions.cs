using System.Text.Json;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Execution.Pricing;
using ClientLedger.GraphQL.Types;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.GraphQL.Http;

/// <summary>How GraphQL is served over HTTP.</summary>
public sealed record GraphQLHttpOptions
{
    /// <summary>
    /// Who asks: the schema that it sees and what its executions work with. It is asked anew for each operation, of which several may run on one WebSocket.
    /// </summary>
    public required Func<HttpContext, ValueTask<GraphQLCaller>> Caller { get; init; }

    /// <summary>
    /// Takes what an operation costs at most from what the caller may still spend. With an error it isn't executed; a host that sets <c>Retry-After</c> beside lets the answer have status 429. Over a WebSocket the response has long begun. Null when nobody keeps account.
    /// </summary>
    public Func<HttpContext, OperationCost, GraphQLError?>? Charge { get; init; }

    /// <summary>
    /// Is told of each operation when its answer is made, or its answers are over, over HTTP and over a WebSocket, where operations run side by side; null when nobody wants to know.
    /// </summary>
    public Action<HttpContext, OperationReport>? Answered { get; init; }

    /// <summary>The size of a request's body, and of a message over a WebSocket, in bytes. What is larger is refused: with status 413, or by ending the connection with code 1009.</summary>
    public int MaxRequestBytes { get; init; } = 1024 * 1024;

    /// <summary>How many operations a request may hold, as a JSON array; at 0, an array is refused.</summary>
    public int MaxBatch { get; init; }

    /// <summary>How long a connection is silent before something is sent, so that nobody on the way thinks that it is dead.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How long a client may take to say <c>connection_init</c> on a WebSocket before the connection is ended with code 4408.</summary>
    public TimeSpan ConnectionInitTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether a client may speak over a WebSocket, by the payload of its <c>connection_init</c>; null when whoever reached the endpoint may. Who may not is sent away with code 4403.</summary>
    public Func<HttpContext, JsonElement, ValueTask<bool>>? Connect { get; init; }

    /// <summary>How many operations may run on one WebSocket at a time; one more is refused, the others go on.</summary>
    public int MaxSocketOperations { get; init; } = 100;

    /// <summary>Origins beside the endpoint's own whose pages may open a WebSocket: <c>https://app.example</c>. Cookies go with it, and no CORS guards it.</summary>
    public IReadOnlyCollection<string> AllowedOrigins { get; init; } = [];

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

/// <summary>Who asks for an operation.</summary>
/// <param name="Schema">What it sees.</param>
public sealed record GraphQLCaller(Schema Schema)
{
    /// <summary>
    /// Opens what one execution works with; null for services of its own. Nothing else says who the caller is: whoever has services that depend on it sets
    /// them up here.
    /// </summary>
    public Func<ExecutionScope>? OpenScope { get; init; }
}
