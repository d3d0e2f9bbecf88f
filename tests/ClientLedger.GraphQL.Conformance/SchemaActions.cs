using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>Looks at schemas.</summary>
internal static class SchemaActions
{
    public static JsonObject Validate(Request request)
    {
        new SchemaBuilder().Sdl(request.Text("schema")).Build();
        return Answers.Passed();
    }
}
