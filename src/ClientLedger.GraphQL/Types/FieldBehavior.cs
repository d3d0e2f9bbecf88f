using System.Buffers;

namespace ClientLedger.GraphQL.Types;

/// <summary>Answers a field: a value, a list, or an object that its own fields are asked of. Refuses with a <see cref="Errors.GraphQLException"/>.</summary>
public delegate ValueTask<object?> Resolver(ResolveContext context);

/// <summary>Answers a field with everything selected below it: writes one JSON value.</summary>
public delegate ValueTask WritingResolver(ResolveContext context, IBufferWriter<byte> output);

/// <summary>Opens the source stream of a subscription's field (6.2.3).</summary>
public delegate ValueTask<IAsyncEnumerable<object?>> Subscriber(ResolveContext context);

/// <summary>How a field is answered.</summary>
internal sealed record FieldBehavior
{
    public static FieldBehavior Default { get; } = new();

    public Resolver? Resolve { get; init; }

    public WritingResolver? Write { get; init; }

    public Subscriber? Subscribe { get; init; }
}
