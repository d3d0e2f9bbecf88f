namespace ClientLedger.GraphQL.Language;

/// <summary>Prints nodes as GraphQL text, in the layout of the reference implementation.</summary>
internal static class Printer
{
    /// <summary>Deeper levels of a value in an error message aren't indented further.</summary>
    private const int DeepestInErrors = 100;

    private const int LongestInErrors = 10_000;

    public static string Print(Node node) => Print(node, int.MaxValue);

    /// <summary>As an error message shows it: cut off where it is so long that many errors would make a huge answer.</summary>
    public static string PrintForError(Node node) => Cut(Print(node, DeepestInErrors));

    /// <summary>The beginning of a text that is too long for an error message, and a short one as it is.</summary>
    public static string Cut(string text) => text.Length <= LongestInErrors ? text : string.Concat(text.AsSpan(0, LongestInErrors), "…");

    private static string Print(Node node, int maxIndentDepth)
    {
        var printer = new PrintWriter(maxIndentDepth);
        printer.Write(node);
        return printer.ToString();
    }
}
