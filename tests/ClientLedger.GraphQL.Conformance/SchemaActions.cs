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

    public static JsonObject Print(Request request) => new() { ["text"] = new SchemaBuilder().Sdl(request.Text("schema")).Assemble().ToSdl() };

    /// <summary>The schema that another one with further definitions is.</summary>
    public static JsonObject Extend(Request request)
    {
        var below = new SchemaBuilder().Sdl(request.Text("schema")).Build();
        return new() { ["text"] = new SchemaBuilder(below).Sdl(request.Text("extension")).Build().ToSdl() };
    }

    /// <summary>The element at a coordinate, by its own.</summary>
    public static JsonObject Find(Request request) =>
        new() { ["element"] = new SchemaBuilder().Sdl(request.Text("schema")).Build().ElementAt(request.Text("coordinate"))?.Coordinate };
}
