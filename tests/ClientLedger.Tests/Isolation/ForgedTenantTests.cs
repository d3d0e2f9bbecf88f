using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;
using Npgsql;

namespace ClientLedger.Tests.Isolation;

/// <summary>
/// The third fence alone: a scope whose statements all name Globex, on connections that are Acme's. Row-level security must give it nothing of either.
/// </summary>
public sealed class ForgedTenantTests
{
    [Fact]
    public async Task A_forged_tenant_reads_nothing_and_writes_nothing()
    {
        await using var ledgers = await TwoLedgers.CreateAsync(Provider.Postgres);
        var ourRows = await ledgers.Gates.Ledger.RowsOfAsync(TestLedger.Acme);
        var forged = PlainScope.Of(TestLedger.Globex, ledgers.Gates.Schema, ledgers.Theirs.Rights, new Misled(ledgers.Gates.Database), TestGates.Secrets(TestLedger.Globex));

        foreach (var entity in ledgers.Gates.Schema.Entities)
        {
            var query = new LedgerQuery(entity.Name) { Select = ReadingCases.Everything(entity, ledgers.Gates.Schema), Count = true };
            var (page, _) = await ledgers.ReadAsync(forged, query);
            Assert.Equal((0, 0L), (page.Rows, page.Total));
            Assert.Equal(0, (await ledgers.ReadAsync(forged, query with { Deleted = true })).Page.Rows);
            await AssertWritesNothingAsync(ledgers, forged, entity.Name);
        }

        foreach (var text in new[] { "华为", "huawei", "8001", "number-1", "腾讯", "of-globex" })
        {
            Assert.Empty((await ledgers.Gates.Reading.SearchAsync(forged, new SearchQuery(text, []), CancellationToken.None)).Hits);
        }

        Assert.Equal(ourRows, await ledgers.Gates.Ledger.RowsOfAsync(TestLedger.Acme));
        await ledgers.AssertTheirsUntouchedAsync();
    }

    private static async Task AssertWritesNothingAsync(TwoLedgers ledgers, LedgerScope forged, string entity)
    {
        foreach (var id in new[] { ledgers.Twins[entity], ledgers.Foreigners[entity] })
        {
            foreach (var verb in new[] { Verb.Update, Verb.Delete, Verb.Restore, Verb.Confirm })
            {
                var result = await ledgers.Gates.ApplyAsync(forged, new RecordChange(verb, entity) { Id = id });
                Assert.Equal("write.recordUnknown", Assert.Single(result.Rows[0].Refusals).Code.Code);
            }

            var history = new ClientLedger.History.RecordHistory(ledgers.Gates.Reading);
            await Assert.ThrowsAsync<RefusedException>(() => history.ReadAsync(forged, entity, id, null, null, CancellationToken.None));
        }
    }

    [Fact]
    public async Task New_records_of_a_forged_tenant_are_refused_by_the_database()
    {
        await using var ledgers = await TwoLedgers.CreateAsync(Provider.Postgres);
        var ourRows = await ledgers.Gates.Ledger.RowsOfAsync(TestLedger.Acme);
        var forged = PlainScope.Of(TestLedger.Globex, ledgers.Gates.Schema, ledgers.Theirs.Rights, new Misled(ledgers.Gates.Database), TestGates.Secrets(TestLedger.Globex));
        var family = new ValidRecords(ledgers.Gates.Schema, number: 3, "forged", TestGates.Anna).Creations();

        foreach (var changes in new[] { [WriteGateTests.Create("customer", ("name", "Forged"), ("number", "F1"))], family })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => ledgers.Gates.Writing.ApplyAsync(forged, new ChangeSet(Door.Page, changes), CancellationToken.None));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }

        Assert.Equal(ourRows, await ledgers.Gates.Ledger.RowsOfAsync(TestLedger.Acme));
        await ledgers.AssertTheirsUntouchedAsync();
    }

    /// <summary>Opens Acme's connections, whoever asks.</summary>
    private sealed class Misled(LedgerDatabase database) : ForwardedLedger(database)
    {
        public override ValueTask<LedgerConnection> OpenAsync(int tenantId, CancellationToken cancellationToken) => base.OpenAsync(TestLedger.Acme, cancellationToken);

        public override ValueTask<LedgerTransaction> BeginAsync(int tenantId, CancellationToken cancellationToken) => base.BeginAsync(TestLedger.Acme, cancellationToken);

        public override LedgerContext CreateContext(int tenantId) => base.CreateContext(TestLedger.Acme);
    }
}
