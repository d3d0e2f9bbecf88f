using System.Runtime.CompilerServices;
using System.Text.Json;
using ClientLedger.GraphQL.Caching;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Execution.Pricing;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL;

/// <summary>Answers requests: parses, validates and plans a document the first time that it comes, prices it, and executes it. One object serves all requests, whatever their schema.</summary>
public sealed class GraphQLServer
{
    private readonly DocumentTexts texts;

    /// <summary>Makes a server; without options, with the limits that hold when nothing else is said.</summary>
    public GraphQLServer(GraphQLServerOptions? options = null)
    {
        Options = options ?? new GraphQLServerOptions();
        Documents = new DocumentStore(Options.Parsing, Options.Validation, Options.Caching);
        texts = new DocumentTexts(Options.TrustedDocuments, Options.KeepsPersistedQueries, Options.Caching.PersistedBytes);
    }

    /// <summary>How it answers.</summary>
    public GraphQLServerOptions Options { get; }

    /// <summary>The documents that it remembers.</summary>
    internal DocumentStore Documents { get; }

    /// <summary>Answers a query or a mutation (6.2.1, 6.2.2). What is wrong stands in the answer; it throws only when <paramref name="cancellationToken"/> ends it. Dispose the answer.</summary>
    public ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default) =>
        ExecuteAsync(request, Prepare(request), cancellationToken);

    /// <summary>
    /// Answers whatever is asked: a query or mutation once, a subscription for each event. The next answer is made when the one before has been taken; dispose each. A refusal ends the answers.
    /// </summary>
    public IAsyncEnumerable<GraphQLResponse> StreamAsync(GraphQLRequest request, CancellationToken cancellationToken = default) =>
        StreamAsync(request, Prepare(request), cancellationToken);

    /// <summary>Makes a request ready, or finds out why it can't be answered.</summary>
    internal Preparation Prepare(GraphQLRequest request)
    {
        try
        {
            var text = texts.Find(request.Document, request.DocumentId, request.Extensions);
            var document = Documents.Get(text, request.Schema);
            if (document.Executable is not { } executable)
            {
                return Preparation.Refused(document.Errors);
            }

            var operation = Price(request, executable);
            return request.Charge?.Invoke(operation.Cost) is { } unpaid ? Preparation.Unpaid(operation, unpaid) : Preparation.Of(operation);
        }
        catch (Exception exception)
        {
            return Preparation.Refused(Options.Execution.Disclosure.Disclose(exception, "the preparation of a request"));
        }
    }

    internal async ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, Preparation preparation, CancellationToken cancellation)
    {
        if (preparation.Operation is not { } operation)
        {
            return GraphQLResponse.Refusal(preparation.Errors);
        }

        if (operation.Type == OperationType.Subscription)
        {
            return GraphQLResponse.Refusal([new GraphQLError("A subscription is answered by a stream.", ErrorCodes.BadRequest)]);
        }

        GraphQLResponse? answer = null;
        try
        {
            await using var scope = request.OpenScope();
            answer = await Executor.ExecuteAsync(operation, request.Root, scope, Options.Execution, cancellation);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            // What the scope was to keep may be lost when it can't be closed: the answer says nothing of it then.
            answer?.Dispose();
            return GraphQLResponse.Refusal(Options.Execution.Disclosure.Disclose(exception, "the scope of an execution"));
        }
        finally
        {
            Documents.Weigh(operation.Plan.Document);
        }

        return answer;
    }

    internal async IAsyncEnumerable<GraphQLResponse> StreamAsync(GraphQLRequest request, Preparation preparation, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (preparation.Operation is not { Type: OperationType.Subscription } subscription)
        {
            yield return await ExecuteAsync(request, preparation, cancellation);
            yield break;
        }

        await using var answers = Executor.SubscribeAsync(subscription, request.Root, request.OpenScope, Options.Execution, cancellation).GetAsyncEnumerator(cancellation);
        while (await NextAsync(answers, cancellation) is { } answer)
        {
            Documents.Weigh(subscription.Plan.Document);
            yield return answer;
        }
    }

    /// <summary>The next answer of a subscription, or null at its end; a scope that can't be opened or closed ends it with a refusal.</summary>
    private async ValueTask<GraphQLResponse?> NextAsync(IAsyncEnumerator<GraphQLResponse> answers, CancellationToken cancellation)
    {
        try
        {
            return await answers.MoveNextAsync() ? answers.Current : null;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            return GraphQLResponse.Refusal(Options.Execution.Disclosure.Disclose(exception, "the scope of a subscription"));
        }
    }

    private PreparedOperation Price(GraphQLRequest request, ExecutableDocument document)
    {
        try
        {
            var operation = document.OperationNamed(request.OperationName).Prepare(request.Variables, Options.MaxVariableErrors);
            var cost = OperationPricing.Price(operation.Plan, operation.Arguments, Options.Execution.Cost);
            return WithCost(operation with { Cost = cost }, cost, request);
        }
        finally
        {
            Documents.Weigh(document);
        }
    }

    private PreparedOperation WithCost(PreparedOperation operation, OperationCost cost, GraphQLRequest request) =>
        Options.Execution.Cost.AlwaysReport || AsksForCost(request.Extensions)
            ? operation with { Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["cost"] = OperationPricing.Report(cost) } }
            : operation;

    private static bool AsksForCost(JsonElement extensions) =>
        extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty("cost", out var cost) && cost.ValueKind == JsonValueKind.True;
}
