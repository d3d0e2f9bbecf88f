using ClientLedger.Storage;

namespace ClientLedger.TestKit;

/// <summary>The providers that tests run on, for <c>[Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]</c>.</summary>
public static class Providers
{
    /// <summary>SQLite and PostgreSQL always, SQL Server where a server was named.</summary>
    public static IReadOnlyList<Provider> All { get; } = SqlServer.Address is null
        ? [Provider.Sqlite, Provider.Postgres]
        : [Provider.Sqlite, Provider.Postgres, Provider.SqlServer];

    /// <summary>The same as a theory's data.</summary>
    public static TheoryData<Provider> Tested { get; } = [.. All];
}
