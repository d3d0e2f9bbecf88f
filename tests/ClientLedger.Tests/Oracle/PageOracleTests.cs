using ClientLedger.Customers;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Reading.Binding;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using ClientLedger.Views;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Oracle;

/// <summary>What pages read of the ledger, a list by its address and a customer's tabs and timeline, is what the plain ledger says of it.</summary>
public sealed class PageOracleTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Lists_show_what_their_address_says(Provider provider)
    {
        await using var twin = await TwinLedger.CopyAsync(provider, Depth.Seed(121, output), customers: 40);
        var (refused, shown) = (0, 0);
        for (var i = 0; i < Depth.Count(1_000); i++)
        {
            var scope = i % 3 == 0 ? twin.World.Owner(1) : twin.World.Caller(i % 2 == 0 ? 1 : 2);
            var known = scope.Schema.Entities.Where(entity => ShownFields.IsKnown(scope, entity.Name)).ToList();
            if (known.Count > 0)
            {
                _ = await IsShownAsync(twin, scope, twin.World.Chance.Pick(known)) ? shown++ : refused++;
            }
        }

        Assert.True(shown > 20, $"{shown} were shown, {refused} refused.");
    }

    [Theory]
    [MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_customer_s_page_counts_and_tells_what_the_caller_may_see(Provider provider)
    {
        await using var twin = await TwinLedger.CopyAsync(provider, Depth.Seed(122, output), customers: 40);
        var compared = 0;
        for (var i = 0; i < Depth.Count(100); i++)
        {
            var scope = i % 4 == 0 ? twin.World.Owner(1) : twin.World.Caller(i % 2 == 0 ? 1 : 2);
            var sight = twin.World.Sight(scope);
            foreach (var customer in twin.World.Chance.Some(sight.Live("customer"), 5))
            {
                await ComparePageAsync(twin, sight, customer);
                compared++;
            }
        }

        Assert.True(compared > 20, $"Only {compared} pages could be compared.");
    }

    /// <summary>False where the list is refused, for the reason that the plain ledger has.</summary>
    private static async Task<bool> IsShownAsync(TwinLedger twin, LedgerScope scope, EntityDescriptor entity)
    {
        var sight = twin.World.Sight(scope);
        var address = RandomAddress(twin.World, sight, entity);
        var columns = ShownFields.Usual(scope, entity);
        var today = Periods.Today(twin.World.Now.UtcDateTime, scope.Settings.Zone);
        var query = new LedgerQuery(entity.Name) { Where = Condition.FilterOf(entity, address.Conditions, today), OrderBy = address.Sort, Deleted = address.Deleted, Size = address.Size };
        var list = new LedgerList(twin.Open(scope), twin.Reading, new FixedClock(twin.World.Now));
        if (PlainChecks.Refuse(sight, query) is { } code)
        {
            var refusals = (await list.ReadAsync(entity, address, columns, CancellationToken.None)).Refusals;
            Assert.Equal((address.ToQuery(), code), (address.ToQuery(), Assert.Single(refusals).Code.Code));
            return false;
        }

        var rows = PlainQueries.Rows(sight, query with { Where = null }).Where(record => Holds(sight, entity, address, record, today)).ToList();
        var ids = new List<string>();
        for (ListAnswer? answer = null; answer is null || answer.Page is { HasNext: true }; address = address with { After = answer.Page?.End })
        {
            answer = await list.ReadAsync(entity, address, columns, CancellationToken.None);
            Assert.Empty(answer.Refusals);
            ids.AddRange(answer.Rows.Select(row => row.GetProperty("id").GetString()!));
            if (answer.Totals is { } totals)
            {
                Assert.Equal(rows.Count, totals.Count);
                Assert.Equal(PlainQueries.Sums(sight, query with { Sums = [.. totals.Sums.Select(sum => sum.Field).Distinct()] }, rows), totals.Sums);
            }
        }

        // Without an order of its own a list has one that suits its entity.
        var expected = rows.Select(record => RecordIds.Format(entity.IdPrefix, record.Id));
        Assert.Equal(address.Sort.Count > 0 ? expected : expected.Order(StringComparer.Ordinal), address.Sort.Count > 0 ? ids : ids.Order(StringComparer.Ordinal));
        return true;
    }

    /// <summary>"And" binds before "or".</summary>
    private static bool Holds(PlainSight sight, EntityDescriptor entity, ListAddress address, PlainRecord record, DateOnly today)
    {
        var complete = address.Conditions.Where(condition => condition.IsComplete(entity.Find(condition.Field)!)).ToList();
        var (any, all) = (false, true);
        for (var i = 0; i < complete.Count; i++)
        {
            if (i > 0 && complete[i].IsAlternative)
            {
                (any, all) = (any || all, true);
            }

            var field = entity.Find(complete[i].Field)!;
            all &= PlainFilters.Holds(sight, complete[i].Of(field).Filter(field.Name, complete[i].Value.Trim(), today), record);
        }

        return any || all;
    }

    private static ListAddress RandomAddress(PlainWorld world, PlainSight sight, EntityDescriptor entity)
    {
        var chance = world.Chance;
        var clear = entity.Fields.Where(field => ShownFields.IsClear(sight.Scope, entity, field.Name));
        return new ListAddress
        {
            Conditions = [.. chance.Some(clear, chance.Between(0, 3)).Select(field =>
            {
                var comparison = chance.Pick(ClientLedger.Views.Comparison.For(field));
                var value = comparison.Entered switch
                {
                    Entered.Nothing => "",
                    Entered.Count => chance.Pick(["1", "30", "400", "0", "many"]),
                    _ when chance.In(10) => chance.Pick(["", "?", "2026-02-31"]),
                    _ => RawText.Of(sight.Scope.Schema, entity, field, chance.Pick([.. PlainComparison.Elements(world.Values.Canonical(field))])),
                };
                return new Condition(chance.In(40), field.Name, comparison.Code, value);
            })],
            Sort = new RandomQueries(chance, sight, world.Values).Order(entity),
            Size = chance.Pick(ListAddress.Sizes),
            Totals = chance.In(30),
            Deleted = chance.In(10),
        };
    }

    private static async Task ComparePageAsync(TwinLedger twin, PlainSight sight, PlainRecord customer)
    {
        var scope = twin.Open(sight.Scope);
        var row = await ReadAsync(CustomerPage.Counts(scope));
        foreach (var tab in CustomerPage.Tabs(scope))
        {
            Assert.Equal((tab.Name, (long)sight.Children(customer, tab).Count()), (tab.Name, row.GetProperty(CustomerPage.CountOf(tab)).GetInt64()));
        }

        var told = new List<string>();
        for (string? before = null; ;)
        {
            var (entries, earlier) = TimelinePage.Read(scope, await ReadAsync(TimelinePage.Select(scope, only: null, before)));
            told.AddRange(entries.Select(entry => entry.Id));
            if (earlier is null)
            {
                break;
            }

            before = earlier;
        }

        Assert.Equal(PlainTimeline.Of(sight, customer).Select(entry => entry.Id), told);

        async Task<System.Text.Json.JsonElement> ReadAsync(IEnumerable<Selection> select) =>
            (await twin.Reading.ReadRecordAsync(scope, "customer", customer.Id, [.. select], CancellationToken.None))!.Value;
    }
}
