using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>The answers of the protocol.</summary>
internal static class Answers
{
    public static JsonObject Passed() => new() { ["ok"] = true };

    /// <summary>Failed when there are errors, passed otherwise.</summary>
    public static JsonObject Verdict(IReadOnlyList<GraphQLError> errors) => errors.Count == 0 ? Passed() : Failed(errors);

    public static JsonObject Failed(IEnumerable<GraphQLError> errors) => new() { ["ok"] = false, ["errors"] = new JsonArray([.. errors.Select(Of)]) };

    public static JsonObject Failed(string message) => new() { ["ok"] = false, ["errors"] = new JsonArray(new JsonObject { ["message"] = message }) };

    private static JsonObject Of(GraphQLError error)
    {
        var answer = new JsonObject { ["message"] = error.Message };
        if (error.Locations.Count > 0)
        {
            answer["locations"] = new JsonArray([.. error.Locations.Select(location => new JsonObject { ["line"] = location.Line, ["column"] = location.Column })]);
        }

        if (error.Path is { } path)
        {
            answer["path"] = new JsonArray([.. path.Select(key => JsonValue.Create(key))]);
        }

        return answer;
    }
}
