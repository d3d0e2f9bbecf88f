namespace ClientLedger.Tests.Web;

/// <summary>
/// Tests that start whole hosts run after the others and one by one: to copy or delete a folder they close all pooled connections of the process,
/// those of a test beside them too.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class HostCollection
{
    public const string Name = "hosts";
}
