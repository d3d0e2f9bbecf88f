using System.Buffers;
using ClientLedger.Api.Feeds;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;
using ClientLedger.History;
using ClientLedger.History.Feeds;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.Writing;

namespace ClientLedger.Api;

/// <summary>What the resolvers of one execution work with: the caller's ledger, the gates, and the language that refusals are told in.</summary>
internal sealed class ApiCall(LedgerScope scope, Language language, ReadGate reading, WriteGate writing, TimeProvider clock) : IServiceProvider
{
    public LedgerScope Scope { get; } = scope;

    public ReadGate Reading { get; } = reading;

    public WriteGate Writing { get; } = writing;

    public RecordHistory History { get; } = new(reading);

    public LogFeed Feed { get; } = new(reading, clock);

    /// <summary>What the client calls this request, so that it is done once; null when it calls it nothing.</summary>
    public string? RequestKey { get; init; }

    /// <summary>Opens the caller's ledger anew, with the rights that it has by then; for what takes longer than a request.</summary>
    /// <exception cref="RefusedException">It may not come in any more.</exception>
    public Func<CancellationToken, Task<LedgerScope>> Reopen { get; init; } = _ => Task.FromResult(scope);

    /// <summary>The same as it was a moment ago: whether the caller may still come in, asked often by many who wait.</summary>
    /// <exception cref="RefusedException">It may not come in any more.</exception>
    public Func<CancellationToken, Task<LedgerScope>> Look { get; init; } = _ => Task.FromResult(scope);

    /// <summary>What follows the log for subscriptions; null where nobody can subscribe.</summary>
    public Subscriptions? Subscriptions { get; init; }

    /// <summary>The moment, to the millisecond.</summary>
    public DateTime Now => clock.Now();

    public Language Language { get; } = language;

    /// <summary>The call that a resolver works for.</summary>
    public static ApiCall Of(ResolveContext context) => (ApiCall)context.Services.GetService(typeof(ApiCall))!;

    /// <summary>A resolver that writes its field's whole answer; what the product refuses is told with its code.</summary>
    public static WritingResolver Answering(Func<ResolveContext, ApiCall, IBufferWriter<byte>, Task> write) => async (context, output) =>
    {
        var call = Of(context);
        try
        {
            await write(context, call, output);
        }
        catch (RefusedException refused)
        {
            throw new GraphQLException(call.ErrorOf(refused.Refusal));
        }
    };

    /// <summary>The execution that this call belongs to.</summary>
    public ExecutionScope ToExecution() => new(this);

    /// <summary>A refusal as GraphQL tells of it.</summary>
    public GraphQLError ErrorOf(Refusal refusal) => ErrorOf(refusal, Language);

    /// <summary>A refusal as GraphQL tells of it.</summary>
    public static GraphQLError ErrorOf(Refusal refusal, Language language) => new(refusal.In(language), refusal.Code.Code)
    {
        Extensions = refusal.Field is { } field ? new Dictionary<string, object?> { ["field"] = field } : null,
    };

    /// <summary>The call is all that resolvers ask for.</summary>
    object? IServiceProvider.GetService(Type serviceType) => serviceType == typeof(ApiCall) ? this : null;
}
