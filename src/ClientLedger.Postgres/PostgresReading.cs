using System.Data.Common;
using ClientLedger.Storage;
using Npgsql;

namespace ClientLedger.Postgres;

/// <summary>A connection for reading: each statement goes together with its tenant as one batch, so that nothing stays behind on the pooled connection.</summary>
/// <param name="connection">Goes back to those that are kept when it is disposed of.</param>
/// <param name="turn">Ends then.</param>
internal sealed class PostgresReading(NpgsqlConnection connection, int tenantId, KeptConnections kept, ReadingTurns.Turn turn) : LedgerConnection
{
    private bool isDisposed;

    public override int TenantId { get; } = tenantId;

    public override async Task<DbDataReader> QueryAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        // The reader needs its batch; neither holds anything but managed memory.
        var reader = await BatchOf(statement).ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return reader;
    }

    public override async Task QueryEachAsync(IReadOnlyList<SqlStatement> statements, Func<int, DbDataReader, Task> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(read);
        await using var batch = new NpgsqlBatch(connection);
        for (var number = 0; number < statements.Count; number++)
        {
            Add(batch, TenantId, statements[number], number == 0 ? null : statements[number - 1].Plan);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        for (var number = 0; number < statements.Count; number++)
        {
            if (number == 0 || statements[number].Plan != statements[number - 1].Plan)
            {
                await reader.NextResultAsync(cancellationToken);
            }

            await read(number, reader);
            await reader.NextResultAsync(cancellationToken);
        }
    }

    public override async Task<int> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        await using var batch = BatchOf(statement);
        return await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            using (turn)
            {
                await kept.GiveBackAsync(connection);
            }
        }
    }

    /// <summary>Adds a statement to a batch, and before it one that says whose it is and how it is planned, unless that was said already.</summary>
    /// <param name="said">How the statement before it is planned, if it is the same tenant's.</param>
    public static void Add(NpgsqlBatch batch, int tenantId, SqlStatement statement, PlanChoice? said = null)
    {
        var command = new NpgsqlBatchCommand(statement.Text);
        foreach (var argument in statement.Arguments)
        {
            command.Parameters.Add(PostgresArguments.ParameterOf(argument, statement.IsNumbered));
        }

        if (statement.Plan != said)
        {
            batch.BatchCommands.Add(PostgresTenant.BatchCommand(tenantId, statement.Plan, isFirst: said is null));
        }

        batch.BatchCommands.Add(command);
    }

    private NpgsqlBatch BatchOf(SqlStatement statement)
    {
        var batch = new NpgsqlBatch(connection);
        Add(batch, TenantId, statement);
        return batch;
    }
}
