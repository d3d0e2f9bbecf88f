using System.Text.Json.Nodes;
using ClientLedger.Access;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.Tests.Access;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Api.Feeds;

/// <summary>The change feed: a copy that follows it is the ledger as the caller sees it.</summary>
public sealed class FeedTests(ITestOutputHelper output)
{
    private const string Shows = "{ changes { id entity kind gone record { id } } cursor hasMore resync }";

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_copy_that_follows_is_the_ledger_whoever_keeps_it_and_whenever_it_asks(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var chance = new Chance(Depth.Seed(771, output));
        var api = new ApiCase(gates.Schema, gates.Reading, gates.Writing) { Clock = gates.Clock };
        var writer = new FeedWriter(gates, gates.Owner(person: TestGates.Ben), chance);
        await writer.BeginAsync();
        List<(string Name, FeedFollower Follower)> followers = [];
        foreach (var (name, grants) in Roles(gates))
        {
            var follower = new FeedFollower(api, () => gates.Scope(TestLedger.Acme, TestGates.Anna, grants), chance.Between(1, 4));
            await follower.BeginAsync();
            followers.Add((name, follower));
        }

        for (var i = 0; i < Depth.Count(1_500); i++)
        {
            gates.Clock.Advance(TimeSpan.FromSeconds(1));
            await writer.StepAsync();
            foreach (var (name, follower) in followers.Where(_ => chance.In(12)))
            {
                await follower.StepAsync();
                if (chance.In(10))
                {
                    await follower.CatchUpAsync();
                    await EqualAsync(follower, $"{name} at {i}");
                }
            }
        }

        foreach (var (name, follower) in followers)
        {
            await follower.CatchUpAsync();
            await EqualAsync(follower, name);
            Assert.True(follower.Gone > 0, name);
            Assert.Equal(0, follower.Resyncs);
        }
    }

    /// <summary>Numbers of the log become visible in order: nothing is missed while others write at the same time.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Nothing_is_missed_while_several_write(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var api = new ApiCase(gates.Schema, gates.Reading, gates.Writing) { Clock = gates.Clock };
        var seed = Depth.Seed(772, output);
        FeedWriter[] writers = [.. Enumerable.Range(0, 3).Select(i => new FeedWriter(gates, gates.Owner(person: TestGates.Ben), new Chance(seed + i), $"{i}-"))];
        foreach (var writer in writers)
        {
            await writer.BeginAsync();
        }

        FeedFollower[] followers = [.. Roles(gates).Take(2).Select(role => new FeedFollower(api, () => gates.Scope(TestLedger.Acme, TestGates.Anna, role.Grants), 5))];
        foreach (var follower in followers)
        {
            await follower.BeginAsync();
        }

        var writing = Task.WhenAll(writers.Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Depth.Count(300); i++)
            {
                await writer.StepAsync();
            }
        })));
        while (!writing.IsCompleted)
        {
            foreach (var follower in followers)
            {
                await follower.StepAsync();
            }
        }

        await writing;
        foreach (var follower in followers)
        {
            await follower.CatchUpAsync();
            await EqualAsync(follower, "");
        }
    }

    [Fact]
    public async Task Changes_of_a_record_come_once_and_the_log_and_each_entity_are_one_statement()
    {
        await using var world = await RestrictedWorld.CreateAsync(Provider.Postgres);
        var (gates, api) = (world.Gates, Api(world.Gates));
        var after = await CursorAsync(api, world.Owner);
        foreach (var city in new[] { "Ulm", "Trier", "Köln" })
        {
            await gates.DoneAsync(world.Owner, WriteGateTests.Update("customer", world.Own, null, ("city", city)));
            await gates.DoneAsync(world.Owner, WriteGateTests.Update("note", world.OtherNote, null, ("body", city)));
            await gates.DoneAsync(world.Owner, WriteGateTests.Update("note", world.OwnNote, null, ("body", city)));
        }

        var asked = $"{{ changes(after: \"{after}\") {{ changes {{ kind record {{ ... on Customer {{ city }} ... on Note {{ body customer {{ name }} }} }} }} hasMore }} }}";
        Assert.Equal(
            """{"changes":[{"kind":"UPDATE","record":{"city":"Köln"}},{"kind":"UPDATE","record":{"body":"Köln","customer":{"name":"Name other"}}},{"kind":"UPDATE","record":{"body":"Köln","customer":{"name":"Name own"}}}],"hasMore":false}""",
            (await api.DataAsync(world.Owner, asked))["changes"]!.Text());
        Assert.Equal(3, await StatementsAsync(() => api.DataAsync(world.Owner, asked)));
        var end = (string)(await ChangesAsync(api, world.Owner, after))["cursor"]!;
        Assert.Equal(1, await StatementsAsync(() => api.DataAsync(world.Owner, asked.Replace(after, end, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task What_is_gone_is_told_by_its_id_alone_and_only_to_whoever_saw_it()
    {
        await using var world = await RestrictedWorld.CreateAsync(Provider.Sqlite);
        var (gates, api) = (world.Gates, Api(world.Gates));
        var after = await CursorAsync(api, world.Anna);
        await gates.DoneAsync(world.Owner, WriteGateTests.Update("note", world.OwnNote, null, ("customer", world.Other)));
        await gates.DoneAsync(world.Owner, new RecordChange(Verb.Delete, "order") { Id = world.OwnOrder });
        await gates.DoneAsync(world.Owner, WriteGateTests.Update("customer", world.Own, null, ("owner", TestGates.Ben)));

        // What becomes of them and of others' afterwards isn't Anna's to know.
        var told = (await ChangesAsync(api, world.Anna, after))["changes"]!.Text();
        await gates.DoneAsync(world.Owner, WriteGateTests.Update("customer", world.Own, null, ("city", "Ulm")));
        await gates.DoneAsync(world.Owner, new RecordChange(Verb.Delete, "note") { Id = world.OtherNote });
        await gates.DoneAsync(world.Owner, WriteGateTests.Update("customer", world.Other, null, ("city", "Ulm")));
        Assert.Equal(told, (await ChangesAsync(api, world.Anna, after))["changes"]!.Text());
        var changes = JsonNode.Parse(told)!.AsArray();
        Assert.Equal(3, changes.Count);
        Assert.All(changes, change => Assert.Equal("null true null", $"{change!["kind"]?.ToJsonString() ?? "null"} {change["gone"]!.ToJsonString()} {change["record"]?.ToJsonString() ?? "null"}"));
        Assert.Equal(["customer", "note", "order"], changes.Select(change => (string)change!["entity"]!).Order(StringComparer.Ordinal));

        // A deleted record that comes back is there again.
        (after, var annas) = (await CursorAsync(api, world.Owner), await CursorAsync(api, world.Anna));
        await gates.DoneAsync(world.Owner, new RecordChange(Verb.Restore, "order") { Id = world.OwnOrder });
        Assert.Equal("RESTORE", (string)(await ChangesAsync(api, world.Owner, after))["changes"]![0]!["kind"]!);
        Assert.Empty((await ChangesAsync(api, world.Anna, annas))["changes"]!.AsArray());
    }

    [Fact]
    public async Task A_cursor_is_its_caller_s_its_tenant_s_and_its_entities_alone()
    {
        await using var world = await RestrictedWorld.CreateAsync(Provider.Sqlite);
        var (gates, api) = (world.Gates, Api(world.Gates));
        var after = await CursorAsync(api, world.Owner);
        Assert.False((bool)(await ChangesAsync(api, world.Owner, after))["resync"]!);
        foreach (var (scope, cursor, more) in new[]
        {
            (world.Anna, after, ""),
            (gates.Owner(TestLedger.Globex, TestGates.Ben), after, ""),
            (world.Owner, after, ", entities: [\"customer\"]"),
            (world.Owner, (after[0] == 'B' ? "C" : "B") + after[1..], ""),
            (world.Owner, after[..^6] + (after[^6] == 'x' ? "y" : "x") + after[^5..], ""),
            (world.Owner, "", ""),
            (world.Owner, "nothing of the kind", ""),
            (world.Owner, new string('A', 100_000), ""),
        })
        {
            Assert.Equal("api.feedCursorInvalid", await api.CodeAsync(scope, $"{{ changes(after: \"{cursor}\"{more}) {Shows} }}"));
        }

        // A cursor of a list is none of the feed.
        var place = (string)(await api.DataAsync(world.Owner, "{ customers { pageInfo { endCursor } } }"))["customers"]!["pageInfo"]!["endCursor"]!;
        Assert.Equal("api.feedCursorInvalid", await api.CodeAsync(world.Owner, $"{{ changes(after: \"{place}\") {Shows} }}"));
        Assert.Equal("query.entityUnknown", await api.CodeAsync(world.Owner, $"{{ changes(entities: [\"customer\", \"secret\"]) {Shows} }}"));
        var notes = gates.Scope(TestLedger.Acme, TestGates.Anna, [new Grant("note", new EveryRecord())]);
        Assert.Equal("query.entityUnknown", await api.CodeAsync(notes, $"{{ changes(entities: [\"customer\"]) {Shows} }}"));
        Assert.Equal("api.conditionMissing", await api.CodeAsync(world.Owner, "{ customers(where: { name: null }) { totalCount } }"));
        Assert.Equal("query.sizeOutOfRange", await api.CodeAsync(world.Owner, $"{{ changes(first: 0) {Shows} }}"));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Another_ledger_s_changes_are_told_to_nobody(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        var (gates, api) = (world.Gates, Api(world.Gates));
        var globex = gates.Owner(TestLedger.Globex, TestGates.Ben);
        var (ours, annas, theirs) = (await CursorAsync(api, world.Owner), await CursorAsync(api, world.Anna), await CursorAsync(api, globex));

        var own = (await StoredLedger.ReadAsync(globex)).Of(TestLedger.Globex, "customer").Single(customer => (string?)customer["name"] == "Name own");
        await gates.DoneAsync(globex, WriteGateTests.Update("customer", own.Id, null, ("city", "Ulm"), ("owner", TestGates.Ben)));
        Assert.Empty((await ChangesAsync(api, world.Owner, ours))["changes"]!.AsArray());
        Assert.Empty((await ChangesAsync(api, world.Anna, annas))["changes"]!.AsArray());
        Assert.Single((await ChangesAsync(api, globex, theirs))["changes"]!.AsArray());
    }

    [Fact]
    public async Task Other_rights_say_resync_once_and_lose_nothing()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var api = Api(gates);
        var writer = new FeedWriter(gates, gates.Owner(person: TestGates.Ben), new Chance(Depth.Seed(773, output)));
        await writer.BeginAsync();
        var roles = Roles(gates);
        var grants = roles[0].Grants;
        var follower = new FeedFollower(api, () => gates.Scope(TestLedger.Acme, TestGates.Anna, grants), 3);
        await follower.BeginAsync();
        for (var i = 1; i <= 12; i++)
        {
            for (var step = 0; step < 8; step++)
            {
                await writer.StepAsync();
            }

            grants = roles[i % roles.Count].Grants;
            for (var step = 0; step < 4; step++)
            {
                await writer.StepAsync();
            }

            await follower.CatchUpAsync();
            Assert.Equal(i, follower.Resyncs);
            await EqualAsync(follower, "");
        }
    }

    /// <summary>A ledger that was brought back from an older copy, and went on differently, isn't followed as if nothing had been.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_log_that_was_replaced_says_resync(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        var (gates, api) = (world.Gates, Api(world.Gates));
        var before = await CursorAsync(api, world.Owner);
        await gates.DoneAsync(world.Owner, WriteGateTests.Update("customer", world.Own, null, ("city", "Ulm")));
        var after = await CursorAsync(api, world.Owner);
        await gates.Ledger.AttackAsync("DELETE FROM \"LogEntry\" WHERE \"TenantId\" = 1 AND \"SetId\" = (SELECT MAX(\"SetId\") FROM \"LogSet\" WHERE \"TenantId\" = 1)");
        var lost = await ChangesAsync(api, world.Owner, after);
        Assert.Equal((true, 0), ((bool)lost["resync"]!, lost["changes"]!.AsArray().Count));
        Assert.False((bool)(await ChangesAsync(api, world.Owner, before))["resync"]!);
    }

    /// <summary>Roles under which records come and go: by their owner, by what they hang on, by what they hold, and not at all.</summary>
    private static List<(string Name, IReadOnlyList<Grant> Grants)> Roles(TestGates gates) =>
    [
        ("all", [.. gates.Schema.Entities.Select(RightsOf.Full)]),
        ("restricted", RoleTemplates.Restricted(gates.Schema)),
        ("cities", [.. gates.Schema.Entities.Select(entity => new Grant(entity.Name, entity.Name switch
        {
            "customer" => Somewhere,
            "note" => new EitherRule([new RecordsThrough("customer", Somewhere), new MatchingRecords(new FieldFilter("version", Operator.Less, "1"))]),
            "order" => new MatchingRecords(new ReferenceFilter("customer", Somewhere.Where)),
            _ => new EveryRecord(),
        }))]),
    ];

    private static MatchingRecords Somewhere => new(new AllOf([new FieldFilter("city", Operator.In, ["Bonn", "Ulm"]), new Not(new FieldFilter("name", Operator.Contains, "NAME 2"))]));

    private static async Task EqualAsync(FeedFollower follower, string what)
    {
        var (ledger, copy) = ((await follower.LedgerAsync()).Split('\n'), follower.Text.Split('\n'));
        Assert.True(ledger.SequenceEqual(copy), $"{what}\nin the ledger alone:\n{string.Join('\n', ledger.Except(copy))}\nin the copy alone:\n{string.Join('\n', copy.Except(ledger))}");
    }

    /// <summary>Statements but those that tell the database which tenant a connection is for.</summary>
    private static async Task<int> StatementsAsync(Func<Task> work) =>
        (await StatementCount.TextsOfAsync(work)).Count(text => !text.StartsWith("SELECT set_config", StringComparison.Ordinal) || text.Contains("FROM", StringComparison.Ordinal));

    private static ApiCase Api(TestGates gates) => new(gates.Schema, gates.Reading, gates.Writing) { Clock = gates.Clock };

    private static async Task<string> CursorAsync(ApiCase api, LedgerScope scope) => (string)(await api.DataAsync(scope, $"{{ changes {Shows} }}"))["changes"]!["cursor"]!;

    private static async Task<JsonNode> ChangesAsync(ApiCase api, LedgerScope scope, string after) =>
        (await api.DataAsync(scope, $"{{ changes(after: \"{after}\") {Shows} }}"))["changes"]!;
}
