using System.Text.Json.Nodes;
using ClientLedger.Access;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.Tests.Access;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Api.Feeds;

/// <summary>
/// Twins, which differ only in what was done to what the caller doesn't see, are told alike what has changed: the same changes in the same order and number,
/// on the same pages, with the same times.
/// </summary>
public sealed class FeedTwinTests(ITestOutputHelper output)
{
    private static readonly int[] Tenants = [TestLedger.Acme, TestLedger.Globex];

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_restricted_role_is_told_the_same_whatever_others_do(Provider provider)
    {
        await using var twins = await TwinLedgers.CreateAsync(provider, RoleTemplates.Restricted, new Dictionary<string, string[]>());
        var chance = new Chance(Depth.Seed(791, output));
        var apis = Tenants.ToDictionary(tenant => tenant, tenant => new ApiCase(BuiltInEntities.Schema, twins.Reading, twins.Writing(tenant)));
        var cursors = new Dictionary<(int Tenant, int Follower), string?>();
        for (var follower = 0; follower < 3; follower++)
        {
            await AskAsync(follower);
        }

        var (seen, left) = (new List<(long Customer, long Note)>(), new List<(long Customer, long Note)>());
        for (var i = 0; i < 16; i++)
        {
            seen.Add(await MakeAsync(i));
        }

        var told = 0;
        for (var i = 0; i < Depth.Count(400); i++)
        {
            await ActAsync(i);
            foreach (var follower in Enumerable.Range(0, 3).Where(_ => chance.In(30)))
            {
                told += await AskAsync(follower);
            }
        }

        output.WriteLine($"{told} changes told");
        Assert.True(told > 20);

        async Task<(long Customer, long Note)> MakeAsync(int i)
        {
            var made = new HashSet<(long, long)>();
            twins.Tick();
            foreach (var tenant in Tenants)
            {
                var customer = await twins.ApplyAsOwnerAsync(tenant, [WriteGateTests.Create("customer", ("name", $"name {i}"), ("owner", TestGates.Anna))]);
                var note = await twins.ApplyAsOwnerAsync(tenant, [WriteGateTests.Create("note", ("customer", customer.Rows[0].Id), ("body", $"body {i}"))]);
                made.Add((customer.Rows[0].Id!.Value, note.Rows[0].Id!.Value));
            }

            return Assert.Single(made);
        }

        async Task<int> AskAsync(int follower)
        {
            var texts = new Dictionary<int, JsonNode>();
            foreach (var tenant in Tenants)
            {
                var answer = (await apis[tenant].DataAsync(
                    twins.Caller(tenant),
                    $"query ($after: String) {{ changes(after: $after, first: {follower + 2}) {{ changes {{ id entity kind at gone record {{ id ... on Customer {{ version city phones updatedAt }} ... on Note {{ version body }} }} }} cursor hasMore resync }} }}",
                    new { after = cursors.GetValueOrDefault((tenant, follower)) }))["changes"]!;
                cursors[(tenant, follower)] = (string)answer["cursor"]!;
                answer["cursor"] = ((string)answer["cursor"]!).Length;
                texts[tenant] = answer;
            }

            Assert.True(JsonNode.DeepEquals(texts[TestLedger.Acme], texts[TestLedger.Globex]), $"Acme:   {texts[TestLedger.Acme].Text()}\nGlobex: {texts[TestLedger.Globex].Text()}");
            return texts[TestLedger.Acme]["changes"]!.AsArray().Count;
        }

        // What the caller sees is done in both; what it doesn't see, or doesn't see any more, is different work in each.
        async Task ActAsync(int i)
        {
            var (customer, note) = chance.Pick(seen);
            await InBothAsync(chance.Between(0, 7) switch
            {
                0 => WriteGateTests.Update("customer", customer, null, ("city", $"city {i}")),
                1 => WriteGateTests.Update("note", note, null, ("body", $"body {i}")),
                2 => WriteGateTests.Update("note", note, null, ("customer", chance.Pick(seen).Customer)),
                3 => new RecordChange(Verb.Delete, "note") { Id = note },
                4 => new RecordChange(Verb.Restore, "note") { Id = note },
                5 => new RecordChange(Verb.Confirm, "customer") { Id = customer },
                _ => null,
            });
            if (seen.Count > 8 && chance.In(20))
            {
                // Given away, with its note or after the note was moved to somebody else's.
                await InBothAsync(WriteGateTests.Update("note", note, null, ("customer", chance.In(50) ? customer : twins.OtherIds["customer"])));
                await InBothAsync(chance.In(70) ? WriteGateTests.Update("customer", customer, null, ("owner", TestGates.Ben)) : new RecordChange(Verb.Delete, "customer") { Id = customer });
                seen.Remove((customer, note));
                left.Add((customer, note));
            }

            twins.Tick();
            foreach (var tenant in Tenants)
            {
                await twins.ApplyAsOwnerAsync(tenant, [WriteGateTests.Update("customer", seen[0].Customer, null, ("creditLimit", (tenant * 1_000) + i))]);
                foreach (var change in Elsewhere(i, tenant))
                {
                    await twins.ApplyAsOwnerAsync(tenant, [change!]);
                }
            }
        }

        async Task InBothAsync(RecordChange? change)
        {
            foreach (var tenant in change is null ? [] : Tenants)
            {
                await twins.ApplyAsOwnerAsync(tenant, [change!]);
            }
        }

        IEnumerable<RecordChange> Elsewhere(int i, int tenant)
        {
            if (tenant == TestLedger.Acme)
            {
                yield return WriteGateTests.Update("note", twins.OtherIds["note"], null, ("body", $"body {i}"));
                yield return WriteGateTests.Update("order", twins.OtherIds["order"], null, ("amount", i + 1));
            }

            if (left.Count > 0 && (i + tenant) % 2 == 0)
            {
                var (customer, note) = left[i % left.Count];
                yield return WriteGateTests.Update("customer", customer, null, ("city", $"elsewhere {i} {tenant}"), ("owner", TestGates.Ben + 1 + (i % 2)));
                yield return WriteGateTests.Update("note", note, null, ("customer", i % 4 < 2 ? customer : twins.OtherIds["customer"]), ("body", $"elsewhere {i} {tenant}"));
                yield return new RecordChange(i % 3 == 0 ? Verb.Restore : Verb.Delete, "note") { Id = note };
            }
        }
    }
}
