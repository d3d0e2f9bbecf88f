using System.Data.Common;
using ClientLedger.Storage;
using Microsoft.Data.Sqlite;

namespace ClientLedger.Sqlite;

/// <summary>A connection for reading. SQLite has no row-level security: the gate's tenant condition and EF's filter stand alone.</summary>
internal sealed class SqliteReading(SqliteConnection connection, int tenantId) : LedgerConnection
{
    public override int TenantId { get; } = tenantId;

    public override Task<DbDataReader> QueryAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        connection.QueryAsync(null, statement, cancellationToken);

    public override Task<int> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(null, statement, cancellationToken);

    public override ValueTask DisposeAsync() => connection.DisposeAsync();
}

/// <summary>Runs statements of the gates.</summary>
internal static class SqliteStatements
{
    public static async Task<DbDataReader> QueryAsync(this SqliteConnection connection, SqliteTransaction? transaction, SqlStatement statement, CancellationToken cancellationToken) =>
        // The reader needs its command; closing the connection ends both.
        await CommandOf(connection, transaction, statement).ExecuteReaderAsync(cancellationToken);

    public static async Task<int> ExecuteAsync(this SqliteConnection connection, SqliteTransaction? transaction, SqlStatement statement, CancellationToken cancellationToken)
    {
        await using var command = CommandOf(connection, transaction, statement);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static SqliteCommand CommandOf(SqliteConnection connection, SqliteTransaction? transaction, SqlStatement statement)
    {
        SqliteFunctions.AddFor(statement.Text, connection);
        var command = new SqliteCommand(statement.Text, connection, transaction);
        SqliteArguments.AddTo(command, statement);
        return command;
    }
}
