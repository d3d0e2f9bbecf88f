namespace ClientLedger.TestKit;

/// <summary>The SQL Server that tests may use: none is started, a connection string must be given.</summary>
public static class SqlServer
{
    /// <summary>Why a test that needs the server is skipped without it.</summary>
    public const string Missing = "CLIENTLEDGER_TEST_SQLSERVER holds no connection string.";

    /// <summary>Connection string of a login that may create databases, or null.</summary>
    public static string? Address { get; } =
        Environment.GetEnvironmentVariable("CLIENTLEDGER_TEST_SQLSERVER") is { Length: > 0 } address ? address : null;
}

/// <summary>A test on SQL Server: skipped, with that reason, where no server was named.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute() => Skip = SqlServer.Address is null ? SqlServer.Missing : null;
}

/// <summary>A theory on SQL Server: skipped, with that reason, where no server was named.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqlServerTheoryAttribute : TheoryAttribute
{
    public SqlServerTheoryAttribute() => Skip = SqlServer.Address is null ? SqlServer.Missing : null;
}
