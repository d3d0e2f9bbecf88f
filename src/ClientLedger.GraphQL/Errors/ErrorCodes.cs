namespace ClientLedger.GraphQL.Errors;

/// <summary>The stable codes that stand in <c>extensions.code</c>, by the names that clients' tools already know.</summary>
public static class ErrorCodes
{
    /// <summary>The request isn't one that the transport can take.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>The document isn't GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document doesn't fit the schema.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>The document goes over a limit.</summary>
    public const string LimitExceeded = "GRAPHQL_LIMIT_EXCEEDED";

    /// <summary>The operation would cost more than it may.</summary>
    public const string CostExceeded = "GRAPHQL_COST_EXCEEDED";

    /// <summary>The document isn't one of those that the host knows, and others aren't answered.</summary>
    public const string UntrustedDocument = "GRAPHQL_UNTRUSTED_DOCUMENT";

    /// <summary>The document of that hash isn't kept: the client sends it in full.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>Documents aren't kept by their hash.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>A variable or an argument has a value that its type refuses.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>The schema itself is wrong.</summary>
    public const string InvalidSchema = "GRAPHQL_INVALID_SCHEMA";

    /// <summary>A field could not be answered, for a reason that the caller may know.</summary>
    public const string ExecutionFailed = "GRAPHQL_EXECUTION_FAILED";

    /// <summary>Something went wrong that the caller may not know.</summary>
    public const string InternalError = "INTERNAL_SERVER_ERROR";
}
