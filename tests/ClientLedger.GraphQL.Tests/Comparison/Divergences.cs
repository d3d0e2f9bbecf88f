using System.Text.RegularExpressions;

namespace ClientLedger.GraphQL.Tests.Comparison;

/// <summary>Where the engine deliberately answers otherwise than the reference implementation, each with its reason.</summary>
internal static partial class Divergences
{
    private static readonly List<(string Reason, Func<string, string, bool> IsIt)> All =
    [
        ("The reference throws where an argument of an output type has a default value, and tells nothing else; the engine tells of the type.",
            (reference, engine) => NoLeafType().IsMatch(reference) && engine.Contains("must be Input Type but got", StringComparison.Ordinal)),
    ];

    /// <summary>Whether a difference between the two answers is meant.</summary>
    public static bool AreMeant(string reference, string engine) => All.Exists(divergence => divergence.IsIt(reference, engine));

    [GeneratedRegex(@"""Expected \w+ to be a GraphQL leaf type\.""", RegexOptions.None, 1_000)]
    private static partial Regex NoLeafType();
}
