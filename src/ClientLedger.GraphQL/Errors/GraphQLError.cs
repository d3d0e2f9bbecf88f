namespace ClientLedger.GraphQL.Errors;

/// <summary>
/// What went wrong, as a value that may be shown to the client. It holds places and a path, never a part of the document or the schema, so that it can be kept, compared and written anywhere.
/// </summary>
/// <param name="Message">What is wrong, in the wording of the reference implementation.</param>
/// <param name="Code">One of <see cref="ErrorCodes"/>, or a code of the host's own.</param>
public sealed record GraphQLError(string Message, string Code)
{
    /// <summary>Where in the document, the main place first; empty when no place is known.</summary>
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>Which field of the answer: response keys and list indexes from the root; null for an error of the whole request.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>What stands in <c>extensions</c> beside the code.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>The message alone.</summary>
    public override string ToString() => Message;
}
