using System.Text.Json.Nodes;
using ClientLedger.Access;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Reading;

/// <summary>A caller who sees only some of the orders gets totals of these alone, however they are used.</summary>
public sealed class PartialTotalsTests(ITestOutputHelper output)
{
    private static readonly string[] Totals =
        ["orderCount", "returnCount", "firstOrderOn", "lastOrderOn", "totalAmountBase", "returnedAmountBase", "ordersWithoutRate"];

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task They_are_shown_filtered_and_sorted_by_as_the_plain_ledger_does(Provider provider)
    {
        await using var world = await ReadWorld.CreateAsync(provider, Depth.Seed(40, output), customers: 40);
        foreach (var rule in new RecordRule[] { new OwnRecords(), new MatchingRecords(new FieldFilter("currency", Operator.In, ["USD", "EUR"])), new EitherRule([]) })
        {
            var plain = PlainScope.Of(1, world.Plain.Schema, Rights(world, rule));
            var sight = world.Plain.Sight(plain);
            var differs = false;
            foreach (var total in Totals)
            {
                foreach (var query in new[]
                {
                    new LedgerQuery("customer") { Select = [.. Totals.Prepend("id").Select(name => new FieldSelection(name))], OrderBy = [new SortKey(total, Descending: true)], Size = 7 },
                    new LedgerQuery("customer") { Where = new Not(new FieldFilter(total, Operator.Less, total.EndsWith("On", StringComparison.Ordinal) ? "2025-06-01" : "1")), Size = 100 },
                })
                {
                    var expected = PlainQueries.Rows(sight, query);
                    var (page, rows) = await world.ReadAsync(world.Scope(plain), query);
                    Same(PlainJson.Answer(sight, query, expected.Take(query.Size))["rows"]!, rows);
                    if (page.HasNext)
                    {
                        (_, rows) = await world.ReadAsync(world.Scope(plain), query with { After = page.End });
                        Same(PlainJson.Answer(sight, query, expected.Skip(query.Size).Take(query.Size))["rows"]!, rows);
                    }

                    differs |= !JsonNode.DeepEquals(rows, (await world.ReadAsync(world.Owner(), query)).Rows);
                }
            }

            Assert.True(differs);
        }
    }

    private static Rights Rights(ReadWorld world, RecordRule ofOrders) => new(world.Plain.Schema.Entities.Select(entity => new EntityRights(
        entity,
        [
            new EffectiveGrant(
                entity.Name == "order" ? ofOrders : new EveryRecord(),
                [.. entity.Fields.Select(_ => ReadRight.Clear)], [.. entity.Fields.Select(_ => WriteRight.No)], Create: false, Delete: false, Reassign: false),
        ])))
    { Person = 11 };

    private static void Same(JsonNode expected, JsonNode actual) => Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected.ToJsonString()}\nactual   {actual.ToJsonString()}");
}
