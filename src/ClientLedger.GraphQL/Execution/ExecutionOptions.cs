namespace ClientLedger.GraphQL.Execution;

/// <summary>How much one execution may take, and what is told of errors.</summary>
public sealed record ExecutionOptions
{
    /// <summary>What holds when nothing else is said.</summary>
    public static ExecutionOptions Default { get; } = new();

    /// <summary>How long an execution may take; an event of a subscription is one, and so is its beginning, until it has its source of events. Resolvers learn of it by their cancellation token: one that doesn't heed it is waited for.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many errors are told of; the answer says how many more there were.</summary>
    public int MaxErrors { get; init; } = 50;

    /// <summary>How many items a list may have. A longer one is an error at its field.</summary>
    public int MaxListItems { get; init; } = 10_000;

    /// <summary>How many values an answer may hold, objects and lists counted with what they hold.</summary>
    public int MaxValues { get; init; } = 1_000_000;

    /// <summary>How deep objects may lie within objects.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>How large an answer may be, in bytes; that of a batch, all its answers together.</summary>
    public int MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>What an operation may cost.</summary>
    public CostOptions Cost { get; init; } = new();

    /// <summary>What clients may see of what goes wrong.</summary>
    public ErrorDisclosure Disclosure { get; init; } = new();

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
