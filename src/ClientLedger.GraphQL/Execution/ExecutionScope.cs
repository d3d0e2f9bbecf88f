namespace ClientLedger.GraphQL.Execution;

/// <summary>What one execution works with: a query, a mutation, or one event of a subscription.</summary>
/// <param name="Services">Where resolvers find what they need.</param>
/// <param name="Lifetime">Disposed when the execution has ended; null when somebody else does it.</param>
public sealed record ExecutionScope(IServiceProvider Services, IAsyncDisposable? Lifetime = null) : IAsyncDisposable
{
    /// <summary>A scope without services.</summary>
    public static ExecutionScope Empty { get; } = new(new NoServices());

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Lifetime?.DisposeAsync() ?? ValueTask.CompletedTask;

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
