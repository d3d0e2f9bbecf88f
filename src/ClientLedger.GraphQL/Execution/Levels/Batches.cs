namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>What the batch loaders of an execution have loaded and have yet to load.</summary>
internal sealed class Batches(BatchContext context)
{
    private readonly Dictionary<object, IBatch> batches = [];
    private List<IDeferred> unsettled = [];

    public Batch<TKey, TValue> For<TKey, TValue>(BatchLoader<TKey, TValue> loader)
        where TKey : notnull
    {
        if (batches.TryGetValue(loader, out var known))
        {
            return (Batch<TKey, TValue>)known;
        }

        var batch = new Batch<TKey, TValue>(loader);
        batches.Add(loader, batch);
        return batch;
    }

    public IDeferred Defer<TKey, TValue>(Batch<TKey, TValue> batch, TKey key, Func<TValue?, object?>? then)
        where TKey : notnull
    {
        batch.Ask(key);
        if (then is null)
        {
            return new Deferred<TKey, TValue>(batch, key);
        }

        var continued = new ContinuedDeferred<TKey, TValue>(batch, key, then);
        unsettled.Add(continued);
        return continued;
    }

    /// <summary>Runs every loader that was asked for something, and again while what is made of its values asks for more.</summary>
    public async ValueTask RunAsync()
    {
        while (unsettled.Count > 0 || batches.Values.Any(batch => batch.IsAsked))
        {
            foreach (var batch in batches.Values.Where(batch => batch.IsAsked).ToList())
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                await batch.LoadAsync(context);
            }

            (var settling, unsettled) = (unsettled, []);
            foreach (var deferred in settling)
            {
                deferred.Settle();
            }
        }
    }

    /// <summary>Forgets what was loaded: what a mutation did may have changed it.</summary>
    public void Forget() => batches.Clear();
}

/// <summary>What one loader has loaded and has yet to load.</summary>
internal interface IBatch
{
    /// <summary>Whether it was asked for a key that it hasn't loaded.</summary>
    bool IsAsked { get; }

    ValueTask LoadAsync(BatchContext context);
}

/// <inheritdoc/>
internal sealed class Batch<TKey, TValue>(BatchLoader<TKey, TValue> loader) : IBatch
    where TKey : notnull
{
    /// <summary>Values, and the exceptions of keys that failed.</summary>
    private readonly Dictionary<TKey, object?> loaded = [];
    private OrderedDictionary<TKey, bool> asked = [];

    public bool IsAsked => asked.Count > 0;

    public void Ask(TKey key)
    {
        if (!loaded.ContainsKey(key))
        {
            asked.TryAdd(key, true);
        }
    }

    public async ValueTask LoadAsync(BatchContext context)
    {
        (var keys, asked) = (asked.Keys, []);
        try
        {
            var values = await loader.LoadAsync(keys, context);
            foreach (var key in keys)
            {
                loaded[key] = values.TryGetValue(key, out var value) ? value : null;
            }
        }
        catch (Exception exception) when (!context.CancellationToken.IsCancellationRequested)
        {
            foreach (var key in keys)
            {
                loaded[key] = exception;
            }
        }
    }

    /// <summary>The value of a key, or the exception that it failed with.</summary>
    public object? ResultOf(TKey key) => loaded[key];
}
