using System.Data.Common;
using ClientLedger.Storage;
using Npgsql;

namespace ClientLedger.Postgres;

/// <summary>A connection for reading: each statement goes together with its tenant as one batch, so that nothing stays behind on the pooled connection.</summary>
internal sealed class PostgresReading(NpgsqlConnection connection, int tenantId) : LedgerConnection
{
    public override int TenantId { get; } = tenantId;

    public override async Task<DbDataReader> QueryAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        // The reader needs its batch; neither holds anything but managed memory.
        var reader = await BatchOf(statement).ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return reader;
    }

    public override async Task<int> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        await using var batch = BatchOf(statement);
        return await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public override ValueTask DisposeAsync() => connection.DisposeAsync();

    private NpgsqlBatch BatchOf(SqlStatement statement)
    {
        var command = new NpgsqlBatchCommand(statement.Text);
        foreach (var argument in statement.Arguments)
        {
            command.Parameters.Add(PostgresArguments.ParameterOf(argument));
        }

        return new NpgsqlBatch(connection) { BatchCommands = { PostgresTenant.BatchCommand(TenantId, statement.DependsOnValues), command } };
    }
}
