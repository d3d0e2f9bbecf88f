using System.Data.Common;
using ClientLedger.Storage;
using Npgsql;

namespace ClientLedger.Postgres;

/// <summary>A write transaction; its tenant was set when it began.</summary>
internal sealed class PostgresWriting(NpgsqlConnection connection, NpgsqlTransaction transaction, int tenantId) : LedgerTransaction
{
    public override int TenantId { get; } = tenantId;

    public override DbTransaction Transaction => transaction;

    public NpgsqlConnection Connection => connection;

    public override async Task<DbDataReader> QueryAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        await CommandOf(statement).ExecuteReaderAsync(cancellationToken);

    public override async Task<int> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        await using var command = CommandOf(statement);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private NpgsqlCommand CommandOf(SqlStatement statement)
    {
        var command = new NpgsqlCommand(statement.Text, connection, transaction);
        foreach (var argument in statement.Arguments)
        {
            command.Parameters.Add(PostgresArguments.ParameterOf(argument, statement.IsNumbered));
        }

        return command;
    }
}
