using System.Text.Json;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Execution.Pricing;
using ClientLedger.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.GraphQL.Http;

/// <summary>How GraphQL is served over HTTP.</summary>
public sealed record GraphQLHttpOptions
{
    /// <summary>The schema that a caller sees. Over a WebSocket it is asked anew for each operation. Not asked where there is a <see cref="Caller"/>.</summary>
    public Func<HttpContext, ValueTask<Schema>> Schema { get; init; } = static _ => throw new InvalidOperationException("GraphQL is served without a schema.");

    /// <summary>
    /// Who asks: the schema that it sees and what its executions work with, asked together and anew for each operation, of which several may run on one
    /// WebSocket; null for <see cref="Schema"/> and <see cref="OpenScope"/>, which know nothing of each other.
    /// </summary>
    public Func<HttpContext, ValueTask<GraphQLCaller>>? Caller { get; init; }

    /// <summary>
    /// Opens what one execution works with. Nothing else says who the caller is: whoever has services that depend on it sets them up here. Operations of one WebSocket run side by side, so each has services of its own.
    /// </summary>
    public Func<HttpContext, ExecutionScope> OpenScope { get; init; } = OpenServiceScope;

    /// <summary>
    /// Takes what an operation costs at most from what the caller may still spend. With an error it isn't executed; a host that sets <c>Retry-After</c> beside lets the answer have status 429. Over a WebSocket the response has long begun. Null when nobody keeps account.
    /// </summary>
    public Func<HttpContext, OperationCost, GraphQLError?>? Charge { get; init; }

    /// <summary>Is told of each operation that was asked by a request over HTTP when its answer is made, or its answers are over; null when nobody wants to know.</summary>
    public Action<HttpContext, OperationReport>? Answered { get; init; }

    /// <summary>The size of a request, and of a message over a WebSocket.</summary>
    public int MaxRequestBytes { get; init; } = 1024 * 1024;

    /// <summary>How many operations a request may hold, as a JSON array; at 0, an array is refused.</summary>
    public int MaxBatch { get; init; }

    /// <summary>How long a connection is silent before something is sent, so that nobody on the way thinks that it is dead.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How long a client may take to say <c>connection_init</c> on a WebSocket.</summary>
    public TimeSpan ConnectionInitTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether a client may speak over a WebSocket, by the payload of its <c>connection_init</c>; null when whoever reached the endpoint may.</summary>
    public Func<HttpContext, JsonElement, ValueTask<bool>>? Connect { get; init; }

    /// <summary>How many operations may run on one WebSocket at a time.</summary>
    public int MaxSocketOperations { get; init; } = 100;

    /// <summary>Origins beside the endpoint's own whose pages may open a WebSocket: <c>https://app.example</c>. Cookies go with it, and no CORS guards it.</summary>
    public IReadOnlyCollection<string> AllowedOrigins { get; init; } = [];

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    private static ExecutionScope OpenServiceScope(HttpContext context)
    {
        var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        return new ExecutionScope(scope.ServiceProvider, scope);
    }
}

/// <summary>Who asks for an operation.</summary>
/// <param name="Schema">What it sees.</param>
/// <param name="OpenScope">Opens what one execution works with.</param>
public sealed record GraphQLCaller(Schema Schema, Func<ExecutionScope> OpenScope);
