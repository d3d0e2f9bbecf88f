namespace ClientLedger.GraphQL.Language;

/// <summary>Prints nodes as GraphQL text, in the layout of the reference implementation.</summary>
internal static class Printer
{
    /// <summary>Deeper levels of a value in an error message aren't indented further.</summary>
    private const int DeepestInErrors = 100;

    public static string Print(Node node) => Print(node, int.MaxValue);

    /// <summary>As an error message shows it.</summary>
    public static string PrintForError(Node node) => Print(node, DeepestInErrors);

    private static string Print(Node node, int maxIndentDepth)
    {
        var printer = new PrintWriter(maxIndentDepth);
        printer.Write(node);
        return printer.ToString();
    }
}
