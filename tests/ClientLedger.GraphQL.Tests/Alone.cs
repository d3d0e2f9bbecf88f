namespace ClientLedger.GraphQL.Tests;

/// <summary>Tests that measure what the whole process holds: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
