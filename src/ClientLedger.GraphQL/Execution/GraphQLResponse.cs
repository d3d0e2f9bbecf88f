using System.Text;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Json;

namespace ClientLedger.GraphQL.Execution;

/// <summary>An answer (7.1) as JSON in UTF-8, in memory of the pool: dispose it when it has been sent.</summary>
public sealed class GraphQLResponse : IDisposable
{
    private readonly PooledBuffer body;

    internal GraphQLResponse(PooledBuffer body, IReadOnlyList<GraphQLError> errors, bool isRefusal)
    {
        this.body = body;
        Errors = errors;
        IsRefusal = isRefusal;
    }

    /// <summary>The answer; not to be used after it was disposed.</summary>
    public ReadOnlyMemory<byte> Body => body.Written;

    /// <summary>The errors that it tells of.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>Whether nothing was executed (7.1.3): the request itself is wrong, and the answer has no data.</summary>
    public bool IsRefusal { get; }

    /// <inheritdoc/>
    public void Dispose() => body.Dispose();

    /// <summary>The answer as text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Body.Span);

    /// <summary>What is answered to a request that isn't executed, <c>{"errors":[…]}</c>; a host that lets somebody not in says so by it.</summary>
    public static GraphQLResponse Refusal(IReadOnlyList<GraphQLError> errors)
    {
        var answer = new PooledBuffer(int.MaxValue);
        answer.Write("{\"errors\":"u8);
        answer.WriteErrors(errors);
        answer.WriteByte((byte)'}');
        return new GraphQLResponse(answer, errors, isRefusal: true);
    }
}
