using System.Globalization;
using Microsoft.Data.SqlClient;

namespace ClientLedger.TestKit;

/// <summary>A name for a fresh database on the SQL Server that was named, dropped when it is disposed of. The migrator creates it.</summary>
public sealed class SqlServerDatabase : IAsyncDisposable
{
    private static int _created;

    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _created)}");

    private SqlServerDatabase()
    {
    }

    public string Address => new SqlConnectionStringBuilder(SqlServer.Address) { InitialCatalog = _name }.ConnectionString;

    /// <summary>A name that no database of this process has had.</summary>
    public static SqlServerDatabase Create() => SqlServer.Address is null ? throw new InvalidOperationException(SqlServer.Missing) : new SqlServerDatabase();

    public async ValueTask DisposeAsync()
    {
        SqlConnection.ClearAllPools();
        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(SqlServer.Address) { InitialCatalog = "master" }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new SqlCommand($"IF DB_ID('{_name}') IS NOT NULL BEGIN ALTER DATABASE [{_name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{_name}] END", connection);
        await command.ExecuteNonQueryAsync();
    }
}
