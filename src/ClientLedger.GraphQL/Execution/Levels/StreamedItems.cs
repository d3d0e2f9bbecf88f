namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>The items that an asynchronous sequence gave; each was counted when it came.</summary>
internal sealed class StreamedItems : List<object?>;
