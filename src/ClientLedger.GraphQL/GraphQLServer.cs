using System.Runtime.CompilerServices;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Validation;

namespace ClientLedger.GraphQL;

/// <summary>Answers requests: parses, validates and plans a document the first time that it comes, and executes it. One object serves all requests, whatever their schema.</summary>
public sealed class GraphQLServer(GraphQLServerOptions? options = null)
{
    /// <summary>How it answers.</summary>
    public GraphQLServerOptions Options { get; } = options ?? new GraphQLServerOptions();

    /// <summary>Answers a query or a mutation.</summary>
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
            var document = Parser.Parse(request.Document, Options.Parsing);
            var errors = Validator.Validate(request.Schema, document, Options.Validation);
            return errors.Count > 0
                ? Preparation.Refused(errors)
                : Preparation.Of(new ExecutableDocument(request.Schema, document).OperationNamed(request.OperationName).Prepare(request.Variables, Options.MaxVariableErrors));
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

        await using var scope = request.OpenScope();
        return await Executor.ExecuteAsync(operation, request.Root, scope, Options.Execution, cancellation);
    }

    internal async IAsyncEnumerable<GraphQLResponse> StreamAsync(GraphQLRequest request, Preparation preparation, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (preparation.Operation is not { Type: OperationType.Subscription } subscription)
        {
            yield return await ExecuteAsync(request, preparation, cancellation);
            yield break;
        }

        await foreach (var answer in Executor.SubscribeAsync(subscription, request.Root, request.OpenScope, Options.Execution, cancellation))
        {
            yield return answer;
        }
    }
}
