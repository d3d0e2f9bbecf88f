using System.Security.Cryptography;
using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Execution;

/// <summary>
/// Decides what a client may see of what went wrong. A <see cref="GraphQLException"/> was made to be shown; the host can say what its own exceptions become; anything else is an "Internal error" with a number under which the host
/// finds the exception in its log.
/// </summary>
public sealed class ErrorDisclosure
{
    private const int CorrelationDigits = 16;

    /// <summary>What the host shows of an exception of its own; null for one that nobody may see.</summary>
    public Func<Exception, GraphQLError?>? Show { get; init; }

    /// <summary>Told of every exception that the client doesn't see.</summary>
    public Action<HiddenError>? Log { get; init; }

    internal IReadOnlyList<GraphQLError> Disclose(Exception exception, string where)
    {
        if (exception is GraphQLException refusal)
        {
            return refusal.Errors;
        }

        if (Show?.Invoke(exception) is { } shown)
        {
            return [shown];
        }

        var correlationId = RandomNumberGenerator.GetHexString(CorrelationDigits, lowercase: true);
        Log?.Invoke(new HiddenError(exception, where, correlationId));
        return
        [
            new GraphQLError("Internal error", ErrorCodes.InternalError) { Extensions = new Dictionary<string, object?> { ["correlationId"] = correlationId } },
        ];
    }
}

/// <summary>An exception that the client doesn't see.</summary>
/// <param name="Exception">The exception.</param>
/// <param name="Where">The coordinate of the field, or what else was being done.</param>
/// <param name="CorrelationId">The number that the client got.</param>
public sealed record HiddenError(Exception Exception, string Where, string CorrelationId);
