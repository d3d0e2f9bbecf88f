using ClientLedger.Access;
using ClientLedger.History;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Writing;

namespace ClientLedger.Tenancy;

/// <summary>
/// A change of what a tenant's writers rely on: its settings, rates, books, numbering. Only an owner makes one. It takes the locks that writers take, in
/// their order, and the log's last; then nobody can commit what rests on the old state, and the change itself rests on the newest.
/// </summary>
internal static class ScopeChange
{
    private const int MostRaces = 3;

    /// <summary>Runs the change in a transaction of its own, and commits it when nothing is wrong. After a lost race it runs anew.</summary>
    /// <param name="save">Does it behind all locks, and tells what is wrong.</param>
    /// <param name="first">Takes the locks that writers take before the log's; null for none.</param>
    /// <returns>What is wrong; then nothing was saved.</returns>
    public static async Task<IReadOnlyList<Refusal>> SaveAsync(
        LedgerScope scope,
        Func<LedgerContext, LedgerTransaction, Task<IReadOnlyList<Refusal>>> save,
        CancellationToken cancellationToken,
        Func<LedgerContext, Task>? first = null)
    {
        if (!scope.Rights.IsOwner)
        {
            return [Refusal.Of(AccessMessages.OwnersOnly)];
        }

        for (var races = 0; ; races++)
        {
            try
            {
                return await RunAsync(scope, save, first, cancellationToken);
            }
            catch (Exception failure) when (races < MostRaces && DatabaseFailures.IsRace(scope.Database, failure))
            {
                // Somebody wrote between two of our locks; what was read is no longer so.
            }
        }
    }

    private static async Task<IReadOnlyList<Refusal>> RunAsync(
        LedgerScope scope, Func<LedgerContext, LedgerTransaction, Task<IReadOnlyList<Refusal>>> save, Func<LedgerContext, Task>? first, CancellationToken cancellationToken)
    {
        await using var transaction = await scope.Database.BeginAsync(scope.TenantId, cancellationToken);
        await using var context = scope.Database.CreateContext(transaction);
        if (first is not null)
        {
            await first(context);
        }

        await LogHead.LockAsync(context, cancellationToken);
        if (await TenantShape.StampAsync(context, cancellationToken) != scope.Stamp)
        {
            return [Refusal.Of(WriteMessages.ScopeChanged)];
        }

        var refusals = await save(context, transaction);
        if (refusals.Count == 0)
        {
            await transaction.CommitAsync(cancellationToken);
            scope.Changed();
        }

        return refusals;
    }
}
