using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>The answers of the protocol.</summary>
internal static class Answers
{
    public static JsonObject Passed() => new() { ["ok"] = true };

    /// <summary>Failed when there are errors, passed otherwise.</summary>
    public static JsonObject Verdict(IReadOnlyList<GraphQLError> errors) => errors.Count == 0 ? Passed() : Failed(errors);

    public static JsonObject Failed(IEnumerable<GraphQLError> errors) => new() { ["ok"] = false, ["errors"] = new JsonArray([.. errors.Select(Of)]) };

    public static JsonObject Failed(string message) => new() { ["ok"] = false, ["errors"] = new JsonArray(new JsonObject { ["message"] = message }) };

    /// <summary>A request that wasn't executed: it has no data.</summary>
    public static JsonObject Refused(IEnumerable<GraphQLError> errors) => new() { ["errors"] = new JsonArray([.. errors.Select(Of)]) };

    /// <summary>What became of an execution: its data, and its errors if there are any.</summary>
    public static JsonObject Executed(GraphQLResponse response)
    {
        var answer = response.Errors.Count == 0 ? [] : Refused(response.Errors);
        answer.Insert(0, "data", JsonNode.Parse(response.Body.Span, documentOptions: JsonText.Nested)!["data"]?.DeepClone());
        return answer;
    }

    private static JsonObject Of(GraphQLError error)
    {
        var answer = new JsonObject { ["message"] = error.Message };
        if (error.Locations.Count > 0)
        {
            answer["locations"] = new JsonArray([.. error.Locations.Select(location => new JsonObject { ["line"] = location.Line, ["column"] = location.Column })]);
        }

        if (error.Path is { } path)
        {
            answer["path"] = new JsonArray([.. path.Select(step => step is int index ? JsonValue.Create(index) : JsonValue.Create((string)step))]);
        }

        return answer;
    }
}
