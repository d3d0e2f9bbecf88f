using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Conformance;

/// <summary>Reads documents, as large and as deep as the reference implementation reads them.</summary>
internal static class Documents
{
    /// <summary>The stack of the thread that answers, in bytes: it bears documents of <see cref="Deepest"/> levels.</summary>
    public const int StackSize = 256 << 20;

    /// <summary>The depth at which JSON and documents are refused: the reference implementation's own stack is at its end before.</summary>
    public const int Deepest = 5_000;

    private static readonly ParserOptions Deep = ParserOptions.Trusted with { MaxDepth = Deepest };

    /// <summary>The document of a text; a <see cref="Errors.GraphQLException"/> when it isn't one.</summary>
    public static DocumentNode Parse(string text) => Parser.Parse(text, Deep);
}
