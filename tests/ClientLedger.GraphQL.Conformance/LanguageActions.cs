using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>Parses and prints documents.</summary>
internal static class LanguageActions
{
    public static JsonObject Parse(Request request)
    {
        Documents.Parse(request.Text("document"));
        return Answers.Passed();
    }

    public static JsonObject Print(Request request)
    {
        var answer = Answers.Passed();
        answer["text"] = Printer.Print(Documents.Parse(request.Text("document")));
        return answer;
    }
}
