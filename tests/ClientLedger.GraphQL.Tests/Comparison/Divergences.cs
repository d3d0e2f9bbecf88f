using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ClientLedger.GraphQL.Tests.Comparison;

/// <summary>Where the engine deliberately answers otherwise than the reference implementation, each with its reason.</summary>
internal static partial class Divergences
{
    private static readonly List<(string Reason, Func<string, string, bool> IsIt)> All =
    [
        ("The reference throws where an argument of an output type has a default value, and tells nothing else; the engine tells of the type.",
            (reference, engine) => NoLeafType().IsMatch(reference) && engine.Contains("must be Input Type but got", StringComparison.Ordinal)),
        ("The reference prints a query by its braces alone also behind a type without fields, whose fields they would be read as; the engine prints the keyword.",
            (reference, engine) => WithoutKeyword(reference) == WithoutKeyword(engine)),
        ("The reference has four rules for @defer and @stream, which the specification of September 2025 doesn't have: the engine knows these rules by name and reports nothing by them. All else that the reference reports, the engine does too.",
            (reference, engine) => WithoutRulesOfDeferAndStream(reference) is { } rest && Answer.Canonical(rest) == Answer.Canonical(engine)),
        ("The reference gives validation up, whatever was found before, where comparing fields takes 500,000 of its steps. The engine doesn't compare the same twice, ends the search once there are more conflicts than are told, and has a budget of its own.",
            (reference, engine) => reference.Contains("\"Validation aborted.\"", StringComparison.Ordinal) || engine.Contains("\"Validation aborted: comparing the fields", StringComparison.Ordinal)),
        ("The reference's numbers are those of JavaScript, which round whole numbers beyond 2^53; the engine keeps their digits.",
            (reference, engine) => LongNumber().IsMatch(engine) && Rounded(reference) == Rounded(engine)),
    ];

    /// <summary>Whether a difference between the two answers is meant.</summary>
    public static bool AreMeant(string reference, string engine) => All.Exists(divergence => divergence.IsIt(reference, engine));

    /// <summary>An answer without the errors of these rules; null when it has none of them.</summary>
    private static string? WithoutRulesOfDeferAndStream(string reference)
    {
        var answer = JsonNode.Parse(reference)!.AsObject();
        if (answer["errors"] is not JsonArray errors || errors.RemoveAll(error => OfDeferAndStream().IsMatch((string)error!["message"]!)) == 0)
        {
            return null;
        }

        if (errors.Count == 0)
        {
            answer.Remove("errors");
            answer["ok"] = true;
        }

        return answer.ToJsonString();
    }

    /// <summary>An answer with its long numbers, in texts too, as far as JavaScript keeps them.</summary>
    private static string Rounded(string answer) => LongNumber().Replace(Answer.Canonical(answer), number => double.Parse(number.Value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture));

    private static string WithoutKeyword(string printed) => Answer.Canonical(printed).Replace("query {", "{", StringComparison.Ordinal);

    [GeneratedRegex(@"\b[0-9]{16,}\b", RegexOptions.None, 1_000)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"""Expected \w+ to be a GraphQL leaf type\.""", RegexOptions.None, 1_000)]
    private static partial Regex NoLeafType();

    [GeneratedRegex(
        """
        ^(?:(?:Defer|Stream)[ ]directive[ ]cannot[ ]be[ ]used[ ]on[ ]root[ ](?:mutation|subscription)[ ]type[ ]"\w+"\.
        |(?:Defer|Stream)[ ]directive[ ]not[ ]supported[ ]on[ ]subscription[ ]operations\.[ ]Disable[ ]`@(?:defer|stream)`[ ]by[ ]setting[ ]the[ ]`if`[ ]argument[ ]to[ ]`false`\.
        |Argument[ ]"@(?:defer|stream)\(label:\)"[ ]must[ ]be[ ]a[ ]static[ ]string\.
        |Value[ ]for[ ]arguments[ ]"defer\(label:\)"[ ]and[ ]"stream\(label:\)"[ ]must[ ]be[ ]unique[ ]across[ ]all[ ]Defer/Stream[ ]directive[ ]usages\.
        |Directive[ ]"@stream"[ ]cannot[ ]be[ ]used[ ]on[ ]non-list[ ]field[ ]"\w+\.\w+"\.)$
        """,
        RegexOptions.IgnorePatternWhitespace,
        1_000)]
    private static partial Regex OfDeferAndStream();
}
