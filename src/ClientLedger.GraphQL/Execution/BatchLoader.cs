using ClientLedger.GraphQL.Execution.Levels;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution;

/// <summary>
/// Loads what many rows ask for at once: it runs when all fields of a level have been asked, with the keys of all of them, and never for a key that it has loaded before in the same execution. One object serves all requests.
/// </summary>
/// <param name="load">Gets keys, each once, and gives what it found for them; a key that it leaves out has the value null, one whose value is an <see cref="Exception"/> fails alone.</param>
public sealed class BatchLoader<TKey, TValue>(Func<IReadOnlyList<TKey>, BatchContext, ValueTask<IReadOnlyDictionary<TKey, TValue>>> load)
    where TKey : notnull
{
    /// <summary>What a resolver answers with for the value of a key.</summary>
    public object Load(ResolveContext context, TKey key) => Load(context, key, then: null);

    /// <summary>The same, with something made of the value once it is there. That may be what another loader's <c>Load</c> gave.</summary>
    public object Load(ResolveContext context, TKey key, Func<TValue?, object?>? then)
    {
        var batches = ((ResolveCall)context).Batches;
        return batches.Defer(batches.For(this), key, then);
    }

    internal ValueTask<IReadOnlyDictionary<TKey, TValue>> LoadAsync(IReadOnlyList<TKey> keys, BatchContext context) => load(keys, context);
}

/// <summary>What a batch loader is told.</summary>
/// <param name="Services">The services of this execution.</param>
/// <param name="CancellationToken">Ends with the request, or when its time is up.</param>
public sealed record BatchContext(IServiceProvider Services, CancellationToken CancellationToken);
