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
    ];

    /// <summary>Whether a difference between the two answers is meant.</summary>
    public static bool AreMeant(string reference, string engine) => All.Exists(divergence => divergence.IsIt(reference, engine));

    private static string WithoutKeyword(string printed) => printed.Replace("query {", "{", StringComparison.Ordinal);

    [GeneratedRegex(@"""Expected \w+ to be a GraphQL leaf type\.""", RegexOptions.None, 1_000)]
    private static partial Regex NoLeafType();
}
