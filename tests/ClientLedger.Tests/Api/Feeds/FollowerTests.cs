using System.Text.Json.Nodes;
using ClientLedger.Access;
using ClientLedger.History;
using ClientLedger.History.Feeds;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Tests.Access;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Api.Feeds;

/// <summary>Whoever follows slowly, behind much that isn't its own, what was erased, or while its team changes. The clock is moved by hand.</summary>
public sealed class FollowerTests
{
    private const string Shows = "{ changes { id kind gone record { ... on Customer { name city } } } cursor hasMore resync }";
    private const string Subscription = "subscription { recordChanged(entity: \"customer\") { gone record { ... on Customer { name city } } } }";

    /// <summary>What hangs ends the test.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What was read a while ago and not taken is read again: with the values and the rights that there are when it is taken.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_slow_client_is_told_what_is_the_case_when_it_takes_it(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        var gates = world.Gates;
        var ids = new List<long>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await gates.DoneAsync(world.Owner, WriteGateTests.Create("customer", ("name", $"c{i}"), ("owner", TestGates.Anna), ("city", "before"))));
        }

        var api = Api(gates);
        await using var stream = api.StreamAsync(world.Anna, Subscription).GetAsyncEnumerator();
        var next = stream.MoveNextAsync().AsTask();
        await FollowedAsync(world.Anna);

        // One set, so that all of it is read at once.
        Assert.True((await gates.ApplyAsync(world.Owner, [.. ids.Select(id => WriteGateTests.Update("customer", id, null, ("city", "Ulm")))])).Applied);
        Assert.True(await next.WaitAsync(Patience));
        Assert.Equal("""{"gone":false,"record":{"name":"c0","city":"Ulm"}}""", Told(stream.Current));

        // Writes go on while the client is busy with the first: of the others one changes again, one goes to somebody else, one is deleted.
        await gates.DoneAsync(world.Owner, WriteGateTests.Update("customer", ids[1], null, ("city", "Trier")));
        await gates.DoneAsync(world.Owner, WriteGateTests.Update("customer", ids[2], null, ("owner", TestGates.Ben)));
        await gates.DoneAsync(world.Owner, new RecordChange(Verb.Delete, "customer") { Id = ids[3] });
        gates.Clock.Advance(TimeSpan.FromMilliseconds(300));
        var told = new List<string>();
        while (told.Count(each => each == Gone) < 2)
        {
            Assert.True(await stream.MoveNextAsync().AsTask().WaitAsync(Patience));
            told.Add(Told(stream.Current));
        }

        Assert.Contains("""{"gone":false,"record":{"name":"c1","city":"Trier"}}""", told);
        Assert.All(told, each => Assert.DoesNotContain("Ulm", each, StringComparison.Ordinal));
        Assert.All(told, each => Assert.DoesNotContain("c2", each, StringComparison.Ordinal));
    }

    /// <summary>An answer looks through so many entries of others' and no more, says that there may be others, and goes on from there.</summary>
    [Fact]
    public async Task An_answer_looks_through_a_limited_number_of_others_entries_and_the_next_goes_on()
    {
        await using var world = await RestrictedWorld.CreateAsync(Provider.Sqlite);
        var (gates, api) = (world.Gates, Api(world.Gates));
        var after = (string)(await api.DataAsync(world.Anna, $"{{ changes {Shows} }}"))["changes"]!["cursor"]!;
        foreach (var set in Enumerable.Range(0, LogFeed.MostEntries + 1_000).Chunk(3_000))
        {
            var made = await gates.Writing.ApplyAsync(
                world.Owner,
                new ChangeSet(Door.Seed, [.. set.Select(i => WriteGateTests.Create("customer", ("name", $"other {i}"), ("owner", TestGates.Ben)))]) { Duplicates = DuplicatePolicy.Create },
                CancellationToken.None);
            Assert.True(made.Applied);
        }

        await gates.DoneAsync(world.Owner, WriteGateTests.Update("customer", world.Own, null, ("city", "Ulm")));

        var page = (await api.DataAsync(world.Anna, $"{{ changes(after: \"{after}\") {Shows} }}"))["changes"]!;
        Assert.Equal((0, true, false), (page["changes"]!.AsArray().Count, (bool)page["hasMore"]!, (bool)page["resync"]!));
        Assert.NotEqual(after, (string)page["cursor"]!);

        page = (await api.DataAsync(world.Anna, $"{{ changes(after: \"{page["cursor"]}\") {Shows} }}"))["changes"]!;
        Assert.Equal("Ulm", (string)Assert.Single(page["changes"]!.AsArray())!["record"]!["city"]!);
        Assert.False((bool)page["hasMore"]!);
    }

    /// <summary>Of what was erased the log holds neither values nor what they were; the record's changes are told all the same, to whoever sees it.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Records_whose_values_were_erased_are_told_as_they_are_now(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        var (gates, api) = (world.Gates, Api(world.Gates));
        var (annas, owners) = (await CursorAsync(api, world.Anna), await CursorAsync(api, world.Owner));
        foreach (var id in new[] { world.Own, world.Other })
        {
            await gates.DoneAsync(world.Owner, WriteGateTests.Update("customer", id, null, ("city", "Ulm")));
        }

        await gates.Ledger.AttackAsync("UPDATE \"LogEntry\" SET \"Changes\" = NULL, \"Salt\" = NULL WHERE \"TenantId\" = 1");
        var erasing = $"UPDATE \"LogEntry\" SET \"Verb\" = {LogEntry.Erasure} WHERE \"TenantId\" = 1 AND \"Version\" = 2 AND \"RecordId\" IN ({world.Own}, {world.Other})";
        await gates.Ledger.AttackAsync(erasing);

        var own = RecordIds.Format("cus", world.Own);
        var told = (await api.DataAsync(world.Anna, $"{{ changes(after: \"{annas}\") {Shows} }}"))["changes"]!["changes"]!.AsArray();
        Assert.Equal($$$"""{"id":"{{{own}}}","kind":"UPDATE","gone":false,"record":{"name":"Name own","city":"Ulm"}}""", Assert.Single(told)!.Text());
        told = (await api.DataAsync(world.Owner, $"{{ changes(after: \"{owners}\") {Shows} }}"))["changes"]!["changes"]!.AsArray();
        Assert.Equal(2, told.Count);

        // Whether it was in sight before can't be known without its values: its going is told of a deletion alone.
        annas = await CursorAsync(api, world.Anna);
        await gates.DoneAsync(world.Owner, new RecordChange(Verb.Delete, "customer") { Id = world.Own });
        await gates.DoneAsync(world.Owner, new RecordChange(Verb.Delete, "customer") { Id = world.Other });
        told = (await api.DataAsync(world.Anna, $"{{ changes(after: \"{annas}\") {Shows} }}"))["changes"]!["changes"]!.AsArray();
        Assert.Equal($$$"""{"id":"{{{own}}}","kind":null,"gone":true,"record":null}""", Assert.Single(told)!.Text());
        Assert.Empty((await api.DataAsync(gates.Owner(TestLedger.Globex, TestGates.Ben), $"{{ changes(after: \"{await CursorAsync(api, gates.Owner(TestLedger.Globex, TestGates.Ben))}\") {Shows} }}"))["changes"]!["changes"]!.AsArray());
    }

    /// <summary>Somebody joins a team: who follows by a rule that speaks of teams is told to look again, at the next look; nobody else hears of it.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_team_that_changes_ends_the_subscriptions_of_whose_rules_speak_of_teams(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var (lead, own, joins) = (await tenants.AddMemberAsync(TwoTenants.Acme, "Lea"), await tenants.AddMemberAsync(TwoTenants.Acme, "Otto"), await tenants.AddMemberAsync(TwoTenants.Acme, "Jo"));
        await tenants.AddRoleAsync(TwoTenants.Acme, "leads", [new Grant("customer", new TeamRecords(AndBelow: true))], lead);
        await tenants.AddRoleAsync(TwoTenants.Acme, "works", [new Grant("customer", new OwnRecords())], own);
        await tenants.EditAsync(TwoTenants.Acme, context =>
        {
            context.AddRange(new Team { Id = 1, Name = "above" }, new Team { Id = 2, Name = "below", ParentId = 1 });
            context.AddRange(new TeamMember { TeamId = 1, PersonId = lead.Id }, new TeamMember { TeamId = 1, PersonId = own.Id });
            return Task.CompletedTask;
        });

        var api = new ApiCase(BuiltInEntities.Schema, tenants.Reading, tenants.Writing) { Clock = tenants.Clock };
        await using var leads = await FollowAsync(lead);
        await using var works = await FollowAsync(own);
        var (first, second) = (leads.MoveNextAsync().AsTask(), works.MoveNextAsync().AsTask());
        await FollowedAsync(await tenants.OpenAsync(TwoTenants.Acme), 2);
        await tenants.EditAsync(TwoTenants.Acme, context =>
        {
            context.Add(new TeamMember { TeamId = 2, PersonId = joins.Id });
            return Task.CompletedTask;
        });

        // The follower looks at its rights each 400 ms, by this clock.
        using var patience = new CancellationTokenSource(Patience);
        for (var looks = 0; !first.IsCompleted; looks++)
        {
            tenants.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(5, patience.Token);
        }

        Assert.True(await first);
        Assert.Contains("api.resync", leads.Current, StringComparison.Ordinal);
        Assert.False(second.IsCompleted);
        var row = (await tenants.Writing.ApplyAsync(await tenants.OpenAsync(TwoTenants.Acme), new ChangeSet(Door.Page, [WriteGateTests.Create("customer", ("name", "Otto's"), ("owner", own.Id))]), CancellationToken.None)).Rows[0];
        Assert.Empty(row.Refusals);
        Assert.True(await second.WaitAsync(Patience));
        Assert.Equal("""{"gone":false,"record":{"name":"Otto's","city":null}}""", Told(works.Current));

        async Task<IAsyncEnumerator<string>> FollowAsync(Actor actor) => api.StreamAsync(
            await tenants.OpenAsync(TwoTenants.Acme, actor), Subscription, () => tenants.OpenAsync(TwoTenants.Acme, actor)).GetAsyncEnumerator();
    }

    private const string Gone = """{"gone":true,"record":null}""";

    private static string Told(string answer) => JsonNode.Parse(answer)!["data"]!["recordChanged"]!.Text();

    private static ApiCase Api(TestGates gates) => new(gates.Schema, gates.Reading, gates.Writing) { Clock = gates.Clock };

    private static async Task<string> CursorAsync(ApiCase api, LedgerScope scope) => (string)(await api.DataAsync(scope, $"{{ changes {Shows} }}"))["changes"]!["cursor"]!;

    /// <summary>Waits until so many follow a ledger's log.</summary>
    private static Task FollowedAsync(LedgerScope scope, int count = 1) => Followers.WaitAsync(scope.Database.Bell, scope.TenantId, followers => followers == count);
}
