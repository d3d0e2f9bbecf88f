using System.Text.Json;
using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>Executes documents, as the reference implementation's <c>execute</c> does: without validating them, over a JSON value whose properties answer the fields.</summary>
internal static class ExecutionActions
{
    /// <summary>Whoever runs a corpus wants the answer, whatever it takes.</summary>
    private static readonly ExecutionOptions Unlimited = new()
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        MaxErrors = int.MaxValue,
        MaxListItems = int.MaxValue,
        MaxValues = int.MaxValue,
        MaxResponseBytes = int.MaxValue,
        MaxDepth = int.MaxValue,
        Disclosure = new ErrorDisclosure { Show = exception => new GraphQLError(exception.Message, ErrorCodes.InternalError) },
    };

    private const int MostVariableErrors = 50;

    public static ValueTask<JsonObject> ExecuteAsync(Request request)
    {
        var schema = Schemas.Of(request.Text("schema"));
        return ExecuteAsync(schema, request.Text("document"), request.OptionalText("operationName"), request.Optional("variables") ?? default, request.Optional("root"));
    }

    public static ValueTask<JsonObject> IntrospectAsync(Request request) =>
        ExecuteAsync(Schemas.Of(request.Text("schema")), IntrospectionQuery.Full, null, default, null);

    public static async ValueTask<JsonObject> ExecuteAsync(Schema schema, string document, string? operationName, JsonElement variables, object? root)
    {
        var executable = new ExecutableDocument(schema, Documents.Parse(document));
        PreparedOperation operation;
        try
        {
            operation = executable.OperationNamed(operationName).Prepare(variables, MostVariableErrors);
        }
        catch (GraphQLException refusal)
        {
            return Answers.Refused(refusal.Errors);
        }

        using var response = await Executor.ExecuteAsync(operation, root, ExecutionScope.Empty, Unlimited, CancellationToken.None);
        return Answers.Executed(response);
    }
}
