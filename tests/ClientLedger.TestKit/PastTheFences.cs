using System.Data.Common;
using System.Globalization;
using System.Text;
using ClientLedger.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace ClientLedger.TestKit;

/// <summary>What the owner of a database can do, whom neither gate nor row-level security holds back: attacks on it, and a look at all of it.</summary>
public static class PastTheFences
{
    /// <summary>Runs statements as the owner; foreign keys aren't checked, as after a restore. Tells how many rows were touched.</summary>
    public static async Task<int> AttackAsync(this TestLedger ledger, params string[] statements)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        await using var connection = await OpenAsync(ledger.Database.Provider, ledger.OwnerAddress);
        var touched = 0;
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            touched += await command.ExecuteNonQueryAsync();
        }

        return touched;
    }

    /// <summary>The first value that a query of the owner finds.</summary>
    public static async Task<object?> ScalarAsync(this TestLedger ledger, string query)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        await using var connection = await OpenAsync(ledger.Database.Provider, ledger.OwnerAddress);
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Every row of a tenant in every table, a line each; equal exactly when nothing of the tenant has changed.</summary>
    public static async Task<IReadOnlyList<string>> RowsOfAsync(this TestLedger ledger, int tenant)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var lines = new List<string>();
        await using var connection = await OpenAsync(ledger.Database.Provider, ledger.OwnerAddress);
        foreach (var table in TablesOf(ledger.Database))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT * FROM \"{table}\" WHERE \"TenantId\" = {tenant}");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                lines.Add(table + ": " + string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))));
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>Copies every table, to be put back later.</summary>
    public static Task BackUpAsync(this TestLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.AttackAsync([.. TablesOf(ledger.Database).Select(table => ledger.Database.Provider == Provider.SqlServer
            ? $"SELECT * INTO \"backup of {table}\" FROM \"{table}\""
            : $"CREATE TABLE \"backup of {table}\" AS SELECT * FROM \"{table}\"")]);
    }

    /// <summary>Makes the ledger what it was when it was copied.</summary>
    public static Task RestoreAsync(this TestLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.AttackAsync([.. TablesOf(ledger.Database).SelectMany(table =>
            new[] { $"DELETE FROM \"{table}\"", $"INSERT INTO \"{table}\" SELECT * FROM \"backup of {table}\"" })]);
    }

    /// <summary>The tables of the ledger's model.</summary>
    public static IReadOnlyList<string> TablesOf(LedgerDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        using var context = database.CreateContext(tenantId: 0);
        return [.. context.Model.GetEntityTypes().Select(type => database.Tables.Of(type.ClrType.Name).Name).Order(StringComparer.Ordinal)];
    }

    /// <summary>So many zero bytes, as a literal.</summary>
    public static string Zeros(Provider provider, int bytes) => provider switch
    {
        Provider.Sqlite => $"X'{new string('0', 2 * bytes)}'",
        Provider.Postgres => $"'\\x{new string('0', 2 * bytes)}'",
        _ => $"0x{new string('0', 2 * bytes)}",
    };

    /// <summary>Bytes as a literal.</summary>
    public static string Bytes(Provider provider, byte[] bytes) => provider switch
    {
        Provider.Sqlite => $"X'{Convert.ToHexString(bytes)}'",
        Provider.Postgres => $"'\\x{Convert.ToHexString(bytes)}'",
        _ => $"0x{Convert.ToHexString(bytes)}",
    };

    /// <summary>Runs what a statement of the app must be refused for: that the fence stands before a row of another tenant.</summary>
    public static async Task AssertFencedAsync(Provider provider, Func<Task> forge)
    {
        if (provider == Provider.SqlServer)
        {
            // "… has a block predicate that conflicts with this operation" (sys.messages).
            Assert.Equal(33504, (await Assert.ThrowsAsync<SqlException>(forge)).Number);
            return;
        }

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(forge)).SqlState);
    }

    /// <summary>Every value of every table, as the owner reads it, line by line.</summary>
    internal static async Task<string> DumpAsync(Provider provider, string address)
    {
        await using var connection = await OpenAsync(provider, address);
        var tables = new List<string>();
        await using (var names = connection.CreateCommand())
        {
            names.CommandText = "SELECT name FROM sys.tables";
            await using var reader = await names.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var text = new StringBuilder();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                text.Append(table).Append(": ").AppendJoin(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))).AppendLine();
            }
        }

        return text.ToString();
    }

    private static async Task<Owned> OpenAsync(Provider provider, string address)
    {
        DbConnection connection = provider switch
        {
            Provider.Sqlite => new SqliteConnection(new SqliteConnectionStringBuilder(address) { ForeignKeys = false }.ConnectionString),
            Provider.Postgres => new NpgsqlConnection(address),
            _ => new SqlConnection(address),
        };
        await connection.OpenAsync();
        if (provider == Provider.Postgres)
        {
            await RunAsync(connection, "SET session_replication_role = replica");
        }

        return provider == Provider.SqlServer ? await OwnedSqlServer.LiftAsync(connection) : new Owned(connection);
    }

    private static async Task RunAsync(DbConnection connection, string text)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A connection that neither fences nor foreign keys hold back.</summary>
    private class Owned(DbConnection connection) : IAsyncDisposable
    {
        protected DbConnection Connection => connection;

        public DbCommand CreateCommand() => connection.CreateCommand();

        public virtual ValueTask DisposeAsync() => connection.DisposeAsync();
    }

    /// <summary>
    /// Security policies of SQL Server hold its owner too, and its foreign keys hold every session: both are off for as long as this connection is open.
    /// Written from the documentation of ALTER SECURITY POLICY and ALTER TABLE; no server has run it yet.
    /// </summary>
    private sealed class OwnedSqlServer : Owned
    {
        private OwnedSqlServer(DbConnection connection)
            : base(connection)
        {
        }

        public static async Task<Owned> LiftAsync(DbConnection connection)
        {
            await RunAsync(connection, Switch("OFF", "NOCHECK"));
            return new OwnedSqlServer(connection);
        }

        public override async ValueTask DisposeAsync()
        {
            await RunAsync(Connection, Switch("ON", "CHECK"));
            await base.DisposeAsync();
        }

        private static string Switch(string policies, string keys) => $"""
            DECLARE @text nvarchar(max) = N'';
            SELECT @text += N'ALTER SECURITY POLICY ' + QUOTENAME(SCHEMA_NAME(schema_id)) + N'.' + QUOTENAME(name) + N' WITH (STATE = {policies}); ' FROM sys.security_policies;
            SELECT @text += N'ALTER TABLE ' + QUOTENAME(SCHEMA_NAME(schema_id)) + N'.' + QUOTENAME(name) + N' {keys} CONSTRAINT ALL; ' FROM sys.tables;
            EXEC (@text);
            """;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
