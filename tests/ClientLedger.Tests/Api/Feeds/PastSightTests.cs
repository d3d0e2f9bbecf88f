using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading.Past;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Oracle;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Api.Feeds;

/// <summary>What is decided in memory of records as they were is what the database decides of records as they are.</summary>
public sealed class PastSightTests(ITestOutputHelper output)
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Rules_in_memory_cover_what_the_database_says(Provider provider)
    {
        await using var twin = await TwinLedger.CopyAsync(provider, Depth.Seed(781, output), customers: 40);
        var records = await Everything.ReadAsync(twin, TestLedger.Acme);
        var (known, covered) = (0, 0);
        for (var i = 0; i < Depth.Count(300); i++)
        {
            var caller = twin.Open(WithFilters(twin.World, twin.World.Caller(TestLedger.Acme)));
            var sight = new PastSight(caller, records.For(caller), twin.World.Now.UtcDateTime);
            var entity = twin.World.Chance.Pick(caller.Schema.Entities.ToList());
            var rights = caller.Rights.On(entity.Name);
            var its = records.Of(entity);
            if (rights.Grants.Count == 0 || its.Count == 0)
            {
                continue;
            }

            await using var connection = await caller.Database.OpenAsync(TestLedger.Acme, CancellationToken.None);
            var coverage = await twin.Reading.CoverageAsync(connection, caller, entity, [.. its.Select(record => record.Id)], CancellationToken.None);
            foreach (var record in its)
            {
                for (var grant = 0; grant < rights.Grants.Count; grant++)
                {
                    var isCovered = (coverage[record.Id] & (1L << grant)) != 0;
                    var decided = sight.Covers(rights.Grants[grant].Rule, record);
                    Assert.True(decided is null || decided == isCovered, $"{entity.Name} {record.Id}: {decided}, the database says {isCovered}: {System.Text.Json.JsonSerializer.Serialize(rights.Grants[grant].Rule)}");
                    known += decided is null ? 0 : 1;
                    covered += isCovered ? 1 : 0;
                }
            }
        }

        output.WriteLine($"{known} decided, {covered} covered");
        Assert.True(known > 1_000 && covered > 100);
    }

    /// <summary>The caller with some of its rules replaced by filters of every kind.</summary>
    private static LedgerScope WithFilters(PlainWorld world, LedgerScope caller)
    {
        var filters = new RandomFilters(world.Chance, world.Sight(world.Owner(caller.TenantId)), world.Values);
        return PlainScope.Of(caller.TenantId, world.Schema, new Rights(world.Schema.Entities.Select(entity => new EntityRights(entity, [.. caller.Rights.On(entity.Name).Grants
            .Select(grant => world.Chance.In(60) ? grant with { Rule = new MatchingRecords(filters.Next(entity)) } : grant)])))
        {
            Person = caller.Rights.Person,
            Teams = caller.Rights.Teams,
            TeamPersons = caller.Rights.TeamPersons,
            TeamAndBelowPersons = caller.Rights.TeamAndBelowPersons,
        });
    }

    /// <summary>All records of a tenant as they are now, as if they had been read off the log.</summary>
    private sealed class Everything(Dictionary<(string Entity, long Id), PastRecord> records, PlainLedger ledger)
    {
        public static async Task<Everything> ReadAsync(TwinLedger twin, int tenant)
        {
            var scope = twin.Open(twin.World.Owner(tenant));
            var records = new Dictionary<(string, long), PastRecord>();
            await using var connection = await scope.Database.OpenAsync(tenant, CancellationToken.None);
            foreach (var entity in scope.Schema.Entities)
            {
                var ids = twin.World.Ledger.Records.Where(record => record.Tenant == tenant && record.Entity == entity.Name).Select(record => record.Id).ToList();
                foreach (var (id, stored) in await new StoredRecords(scope.Database.Tables, scope.Secrets, entity).ReadAsync(connection, scope.Database.Dialect, ids, CancellationToken.None))
                {
                    bool IsKnown(int ordinal) => entity.Fields[ordinal].Custom || scope.Database.Tables.Of(entity)[ordinal] is not null;
                    records.Add((entity.Name, id), new PastRecord(entity, id, stored.Values, stored.DeletedAt is null, IsKnown, twin.World.Now.UtcDateTime));
                }
            }

            return new Everything(records, twin.World.Ledger);
        }

        public List<PastRecord> Of(EntityDescriptor entity) => [.. records.Values.Where(record => record.Entity.Name == entity.Name)];

        public IPastRecords For(LedgerScope caller) => new Found(records, ledger, caller);

        private sealed class Found(Dictionary<(string Entity, long Id), PastRecord> records, PlainLedger ledger, LedgerScope caller) : IPastRecords
        {
            public PastRecord? Beside(PastRecord record, EntityDescriptor entity, long id) => records.GetValueOrDefault((entity.Name, id));

            public bool IsShared(PastRecord record) => ledger.Shares.Exists(share => share.Tenant == caller.TenantId && share.Entity == record.Entity.Name && share.Record == record.Id
                && (share.Person == caller.Rights.Person || (share.Team is { } team && caller.Rights.Teams.Contains(team))));
        }
    }
}
