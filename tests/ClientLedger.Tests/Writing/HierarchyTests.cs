using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Writing;

/// <summary>Customers above customers: never in a circle, whoever says so in whatever order, and never too high.</summary>
public sealed class HierarchyTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_circle_is_refused_also_one_that_a_single_set_would_close(Provider provider)
    {
        await using var world = await World.CreateAsync(provider, 4);
        var (a, b, c, d) = (world.Ids[0], world.Ids[1], world.Ids[2], world.Ids[3]);
        Assert.True((await world.ApplyAsync(Under(a, b), Under(b, c))).Applied);

        await world.AssertCircleAsync(Under(c, a));
        await world.AssertCircleAsync(Under(c, d), Under(d, a));
        await world.AssertCircleAsync(WriteGateTests.Create("customer", ("name", "Newcomer"), ("parent", a)) with { Label = "new" }, Under(c, new RecordReference.ByLabel("new")));
        Assert.Equal("write.referenceToItself", (await world.ApplyAsync(Under(d, d))).Rows[0].Refusals[0].Code.Code);

        Assert.True((await world.ApplyAsync(Under(c, a), Under(b, null))).Applied);
        Assert.True((await world.ApplyAsync(Under(b, c), Under(a, null))).Applied);
        Assert.Equal([null, c, a, null], await world.ParentsAsync());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Rows_that_close_no_circle_are_written_beside_one_that_does(Provider provider)
    {
        await using var world = await World.CreateAsync(provider, 3);
        Assert.True((await world.ApplyAsync(Under(world.Ids[0], world.Ids[1]))).Applied);

        var set = new ChangeSet(Door.Import, [Under(world.Ids[1], world.Ids[0]), Under(world.Ids[2], world.Ids[0])]) { AllOrNothing = false };
        var result = await world.Gates.Writing.ApplyAsync(world.Gates.Owner(), set, CancellationToken.None);

        Assert.Equal([Outcome.Refused, Outcome.Updated], result.Rows.Select(row => row.Outcome));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task More_levels_than_can_be_followed_are_refused(Provider provider)
    {
        await using var world = await World.CreateAsync(provider, Hierarchy.MostLevels + 2);
        var chain = Enumerable.Range(1, Hierarchy.MostLevels).Select(level => Under(world.Ids[level], world.Ids[level - 1])).ToArray();
        Assert.True((await world.ApplyAsync(chain)).Applied);

        var result = await world.ApplyAsync(Under(world.Ids[^1], world.Ids[^2]));

        var refusal = Assert.Single(result.Rows[0].Refusals);
        Assert.Equal(("write.referenceTooDeep", "parent"), (refusal.Code.Code, refusal.Field));
        Assert.Contains("50", refusal.In(Language.Chinese), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Two_writers_who_each_put_one_record_under_the_others_never_both_succeed(Provider provider)
    {
        const int pairs = 12;
        await using var world = await World.CreateAsync(provider, 2 * pairs);
        for (var pair = 0; pair < pairs; pair++)
        {
            var (a, b) = (world.Ids[2 * pair], world.Ids[(2 * pair) + 1]);

            var results = await Task.WhenAll(world.ApplyAsync(Under(a, b)), world.ApplyAsync(Under(b, a)));

            Assert.Single(results, result => result.Applied);
            Assert.Equal("write.referenceCircle", results.Single(result => !result.Applied).Rows[0].Refusals[0].Code.Code);
        }
    }

    private static RecordChange Under(long id, object? parent) => WriteGateTests.Update("customer", id, null, ("parent", parent));

    /// <summary>So many customers of Acme; Globex has a circle of its own, made past the gate, under the ids of Acme's first two.</summary>
    private sealed class World : IAsyncDisposable
    {
        private World(TestGates gates) => Gates = gates;

        public TestGates Gates { get; }

        public IReadOnlyList<long> Ids { get; private set; } = [];

        public static async Task<World> CreateAsync(Provider provider, int customers)
        {
            var world = new World(await TestGates.CreateAsync(provider));
            RecordChange[] changes = [.. Enumerable.Range(1, customers).Select(number => WriteGateTests.Create("customer", ("name", $"Customer {number}")))];
            world.Ids = [.. (await world.Gates.ApplyAsync(world.Gates.Owner(), changes)).Rows.Select(row => row.Id!.Value)];
            Assert.True((await world.Gates.ApplyAsync(world.Gates.Owner(TestLedger.Globex), [.. changes.Take(2)])).Applied);
            await world.Gates.Ledger.AttackAsync(
                $"UPDATE \"Customers\" SET \"Id\" = CASE \"Name\" WHEN 'Customer 1' THEN {world.Ids[0]} ELSE {world.Ids[1]} END WHERE \"TenantId\" = 2",
                $"UPDATE \"Customers\" SET \"ParentId\" = CASE \"Id\" WHEN {world.Ids[0]} THEN {world.Ids[1]} ELSE {world.Ids[0]} END WHERE \"TenantId\" = 2");
            return world;
        }

        public Task<ChangeResult> ApplyAsync(params RecordChange[] changes) => Gates.ApplyAsync(Gates.Owner(), changes);

        public async Task AssertCircleAsync(params RecordChange[] changes)
        {
            var result = await ApplyAsync(changes);
            Assert.False(result.Applied);
            Assert.All(result.Rows, row => Assert.Equal("write.referenceCircle", row.Refusals[0].Code.Code));
            Assert.Equal("parent", result.Rows[0].Refusals[0].Field);
        }

        public async Task<List<long?>> ParentsAsync() =>
            [.. (await StoredLedger.ReadAsync(Gates.Owner())).Records.OrderBy(record => record.Id).Select(record => (long?)record["parent"])];

        public ValueTask DisposeAsync() => Gates.DisposeAsync();
    }
}
