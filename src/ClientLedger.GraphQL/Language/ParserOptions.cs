namespace ClientLedger.GraphQL.Language;

/// <summary>How much the parser reads before it refuses a document.</summary>
public sealed record ParserOptions
{
    /// <summary>For documents that clients send.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>For schemas and other texts of the host's own: as large as they like, nested as deep as the stack surely bears.</summary>
    public static ParserOptions Trusted { get; } = new() { MaxBytes = int.MaxValue, MaxTokens = int.MaxValue, MaxDepth = 500 };

    /// <summary>The size of the document as UTF-8, in bytes.</summary>
    public int MaxBytes { get; init; } = 1_000_000;

    /// <summary>Tokens, without comments.</summary>
    public int MaxTokens { get; init; } = 15_000;

    /// <summary>How deep selection sets, values and list types lie within each other. A stack overflow would end the process.</summary>
    public int MaxDepth { get; init; } = 200;
}
