using System.Data.Common;
using System.Globalization;
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
        return ledger.AttackAsync([.. TablesOf(ledger.Database).Select(table => $"CREATE TABLE \"backup of {table}\" AS SELECT * FROM \"{table}\"")]);
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

    private static async Task<DbConnection> OpenAsync(Provider provider, string address)
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
            await using var command = new NpgsqlCommand("SET session_replication_role = replica", (NpgsqlConnection)connection);
            await command.ExecuteNonQueryAsync();
        }

        return connection;
    }

    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
