using System.Data.Common;
using ClientLedger.Storage;
using Microsoft.Data.SqlClient;

namespace ClientLedger.SqlServer;

/// <summary>A connection for reading; its session's tenant was set when it was opened.</summary>
internal sealed class SqlServerReading(SqlConnection connection, int tenantId) : LedgerConnection
{
    public override int TenantId { get; } = tenantId;

    public override Task<DbDataReader> QueryAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        connection.QueryAsync(null, statement, cancellationToken);

    public override Task<int> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(null, statement, cancellationToken);

    public override ValueTask DisposeAsync() => connection.DisposeAsync();
}

/// <summary>A write transaction.</summary>
internal sealed class SqlServerWriting(SqlConnection connection, SqlTransaction transaction, int tenantId) : LedgerTransaction
{
    public override int TenantId { get; } = tenantId;

    public override DbTransaction Transaction => transaction;

    public SqlConnection Connection => connection;

    public override Task<DbDataReader> QueryAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        connection.QueryAsync(transaction, statement, cancellationToken);

    public override Task<int> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(transaction, statement, cancellationToken);

    public override Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}

/// <summary>Runs statements of the gates.</summary>
internal static class SqlServerStatements
{
    public static async Task<DbDataReader> QueryAsync(this SqlConnection connection, SqlTransaction? transaction, SqlStatement statement, CancellationToken cancellationToken) =>
        // The reader needs its command, which holds nothing but managed memory.
        await CommandOf(connection, transaction, statement).ExecuteReaderAsync(cancellationToken);

    public static async Task<int> ExecuteAsync(this SqlConnection connection, SqlTransaction? transaction, SqlStatement statement, CancellationToken cancellationToken)
    {
        await using var command = CommandOf(connection, transaction, statement);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static SqlCommand CommandOf(SqlConnection connection, SqlTransaction? transaction, SqlStatement statement)
    {
        var command = new SqlCommand(statement.Text, connection, transaction);
        SqlServerArguments.AddTo(command, statement);
        return command;
    }
}
