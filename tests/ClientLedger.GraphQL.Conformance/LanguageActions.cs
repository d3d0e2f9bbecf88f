using System.Text.Json.Nodes;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>Parses and prints documents.</summary>
internal static class LanguageActions
{
    public static JsonObject Parse(Request request)
    {
        Parser.Parse(request.Text("document"), ParserOptions.Trusted);
        return Answers.Passed();
    }

    public static JsonObject Print(Request request)
    {
        var answer = Answers.Passed();
        answer["text"] = Printer.Print(Parser.Parse(request.Text("document"), ParserOptions.Trusted));
        return answer;
    }
}
