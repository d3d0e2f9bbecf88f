namespace ClientLedger.GraphQL.Errors;

/// <summary>The stable codes that stand in <c>extensions.code</c>, by the names that clients' tools already know.</summary>
public static class ErrorCodes
{
    /// <summary>The transport can't take the request: its method, media type, size or JSON is wrong, it asks a subscription where nothing can stream, or a persisted document has another hash.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>The document isn't GraphQL (2): nothing was validated.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document doesn't fit the schema (5): nothing was executed.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>Something is over a limit of the server: the document before anything is executed, or the time, a list, the values or the bytes of an answer; also says how many errors were left out.</summary>
    public const string LimitExceeded = "GRAPHQL_LIMIT_EXCEEDED";

    /// <summary>The operation would cost more than the server lets any operation cost: nothing was executed.</summary>
    public const string CostExceeded = "GRAPHQL_COST_EXCEEDED";

    /// <summary>No trusted document has the id that was asked, or a document stands in the request where only trusted ones are answered.</summary>
    public const string UntrustedDocument = "GRAPHQL_UNTRUSTED_DOCUMENT";

    /// <summary>The document of that hash isn't kept, or not any more: the client sends it in full.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>A document was asked by its hash, and this server keeps none: the client sends documents in full.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>A variable or an argument has a value that its type refuses (6.1.2, 6.4.1), or the operation that is asked isn't in the document (6.1).</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>The schema itself is wrong (3): who builds it meets this code, no client does.</summary>
    public const string InvalidSchema = "GRAPHQL_INVALID_SCHEMA";

    /// <summary>A field could not be answered (6.4.4), for a reason that the caller may know: null where none may be, a value that its type can't show, a resolver's refusal without a code of its own.</summary>
    public const string ExecutionFailed = "GRAPHQL_EXECUTION_FAILED";

    /// <summary>Something went wrong that the caller may not know; <c>extensions.correlationId</c> is the number by which the host finds it in its log.</summary>
    public const string InternalError = "INTERNAL_SERVER_ERROR";
}
