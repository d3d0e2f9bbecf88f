using ClientLedger.Messages;
using ClientLedger.Tenancy;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// The very last look: fields, settings and rights are still those that the scope was opened with. The log's head is locked by now, and whoever
/// changes what records must carry (a new indexed field) locks it too, so that no record slips in without it.
/// </summary>
internal sealed class ConfirmScope : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        if (await StampAsync(batch, cancellationToken) != batch.Scope.Stamp)
        {
            throw new RefusedException(Refusal.Of(WriteMessages.ScopeChanged));
        }
    }

    private static async Task<long?> StampAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        await using var reader = await batch.Transaction.QueryAsync(ScopeStamp.StatementOf(batch.Tables, batch.Scope.TenantId), cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetInt64(0) : null;
    }
}
