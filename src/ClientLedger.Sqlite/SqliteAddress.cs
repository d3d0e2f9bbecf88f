using Microsoft.Data.Sqlite;

namespace ClientLedger.Sqlite;

/// <summary>What connection strings of the product have in common.</summary>
internal static class SqliteAddress
{
    /// <summary>The connection string with foreign keys enforced.</summary>
    public static string WithForeignKeys(string connectionString) => new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true }.ConnectionString;

    /// <summary>The connection string for reading alone: nothing is written, and no file is made.</summary>
    public static string ForReading(string connectionString) => new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadOnly }.ConnectionString;

    /// <summary>The absolute path of the database file.</summary>
    public static string FileOf(string connectionString) => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
}
