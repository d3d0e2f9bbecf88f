namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>A value that a batch loader will give before the level is complete.</summary>
internal interface IDeferred
{
    /// <summary>Once the loader has run, makes of its value what the resolver wanted; that may be deferred again.</summary>
    void Settle();

    /// <summary>The value, or the exception that it failed with.</summary>
    object? Take();
}

/// <summary>The value of a key as the loader gives it.</summary>
internal sealed class Deferred<TKey, TValue>(Batch<TKey, TValue> batch, TKey key) : IDeferred
    where TKey : notnull
{
    public void Settle()
    {
    }

    public object? Take() => batch.ResultOf(key);
}

/// <summary>Something that is made of the value of a key.</summary>
internal sealed class ContinuedDeferred<TKey, TValue>(Batch<TKey, TValue> batch, TKey key, Func<TValue?, object?> then) : IDeferred
    where TKey : notnull
{
    private object? result;

    public void Settle()
    {
        var value = batch.ResultOf(key);
        if (value is Exception)
        {
            result = value;
            return;
        }

        try
        {
            result = then((TValue?)value);
        }
        catch (Exception exception)
        {
            result = exception;
        }
    }

    public object? Take() => result is IDeferred further ? further.Take() : result;
}
