using ClientLedger.Access;
using ClientLedger.Customers;
using ClientLedger.Help.Demo.Company;
using ClientLedger.Help.Demo.Records;
using ClientLedger.History;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Help.Demo;

/// <summary>
/// Fills the demo's ledger through the write gate, batch by batch. The log tells which batches are there already: each set carries its batch's number, written in the
/// same transaction, so that a killed run is gone on with and nothing comes twice. The first set also tells the day by which all dates are laid.
/// </summary>
internal sealed class FillDemo(LedgerScopes scopes, WriteGate writing, TimeProvider clock)
{
    private const int MostAttempts = 5;

    private static readonly Actor Filler = Actor.System("demo");

    /// <summary>The batches that the ledger hasn't got yet, in their order.</summary>
    public async Task<IReadOnlyList<DemoBatch>> MissingAsync(StaffIds staff, DemoSize size, CancellationToken cancellationToken)
    {
        var scope = await scopes.OpenAsync(DemoTenant.Name, Filler, cancellationToken);
        var (written, begun) = await WrittenAsync(scope, cancellationToken);
        var today = OrderShare.DayOf(scope.Settings.Zone, begun ?? clock.Now());
        var plan = new DemoPlan(size, new DemoCalendar(today, scope.Settings.Zone));
        return [.. DemoBatches.Of(plan, staff).Where(batch => !written.Contains(batch.Number))];
    }

    /// <summary>Writes a batch.</summary>
    /// <exception cref="RefusedException">The gate refused it.</exception>
    public async Task WriteAsync(DemoBatch batch, StaffIds staff, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var author = AuthorOf(batch, staff);
        var changes = new ChangeSet(Door.Seed, batch.Changes()) { Duplicates = DuplicatePolicy.Create, Reason = "演示数据 demo", BatchId = batch.Number };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Opened anew each time: while the ledger fills, people may change its settings.
                var scope = await scopes.OpenAsync(DemoTenant.Name, author, cancellationToken);
                var result = await writing.ApplyAsync(scope, changes, cancellationToken);
                var refusal = result.Rows.SelectMany(row => row.Refusals).FirstOrDefault();
                if (refusal is null || (await WrittenAsync(scope, cancellationToken)).Batches.Contains(batch.Number))
                {
                    // What is refused because another node was first has been written as well.
                    return;
                }

                throw new RefusedException(refusal);
            }
            catch (RefusedException refused) when (attempt < MostAttempts && (refused.Refusal.Code == WriteMessages.SetBusy || refused.Refusal.Code == WriteMessages.ScopeChanged))
            {
                // Others write too; the set is applied anew.
            }
        }
    }

    private static async Task<(HashSet<long> Batches, DateTime? Begun)> WrittenAsync(LedgerScope scope, CancellationToken cancellationToken)
    {
        await using var context = scope.Database.CreateContext(scope.TenantId);
        var sets = await context.Set<LogSet>().AsNoTracking()
            .Where(set => set.Door == (int)Door.Seed && set.BatchId != null)
            .Select(set => new { set.BatchId, set.At })
            .ToListAsync(cancellationToken);
        return ([.. sets.Select(set => set.BatchId!.Value)], sets.Count == 0 ? null : sets.Min(set => set.At));
    }

    private static Actor AuthorOf(DemoBatch batch, StaffIds staff)
    {
        if (batch.Author is not { } account)
        {
            return Filler;
        }

        var (person, id) = DemoStaff.All.Zip(staff.All).Single(each => each.Second == account);
        return new Actor(ActorKind.Person, id, person.Name);
    }
}
