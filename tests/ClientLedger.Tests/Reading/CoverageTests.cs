using ClientLedger.Access;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Reading;

/// <summary>Which grants cover a record, as the write gate asks, against the plain ledger.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Each_grant_covers_the_records_that_its_rule_says(Provider provider)
    {
        await using var world = await ReadWorld.CreateAsync(provider, Depth.Seed(30, output), customers: 20);
        for (var i = 0; i < Depth.Count(150); i++)
        {
            var plain = world.Plain.Caller(1 + (i % 2));
            var sight = world.Plain.Sight(plain);
            var scope = world.Scope(plain);
            await using var transaction = await world.Database.BeginAsync(scope.TenantId, CancellationToken.None);
            foreach (var entity in world.Plain.Schema.Entities)
            {
                var records = world.Plain.Ledger.Of(scope.TenantId, entity.Name).ToList();
                var foreign = world.Plain.Ledger.Of(3 - scope.TenantId, entity.Name).Select(record => record.Id).ToList();
                var covered = await world.Gate.CoverageAsync(transaction, scope, entity, [.. records.Select(record => record.Id), .. foreign, 999], CancellationToken.None);

                Assert.Equal(records.Select(record => record.Id).Order(), covered.Keys.Order());
                Assert.All(records, record => Assert.Equal(Bits(plain.Rights.On(entity.Name), sight.Grants(record)), covered[record.Id]));
            }
        }
    }

    private static long Bits(EntityRights rights, List<EffectiveGrant> grants) =>
        Enumerable.Range(0, rights.Grants.Count).Where(i => grants.Contains(rights.Grants[i])).Sum(i => 1L << i);
}
