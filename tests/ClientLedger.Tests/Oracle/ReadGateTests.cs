using System.Text.Json;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Oracle;

/// <summary>The read gate answers as the plain ledger does.</summary>
public sealed class ReadGateTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Queries_have_the_rows_pages_and_totals_of_the_plain_ledger(Provider provider)
    {
        await using var twin = await TwinLedger.CopyAsync(provider, Depth.Seed(101, output), customers: 40);
        for (var i = 0; i < Depth.Count(1_000);)
        {
            var scope = i % 3 == 0 ? twin.World.Owner(1) : twin.World.Caller(i % 2 == 0 ? 1 : 2);
            if (new RandomQueries(twin.World.Chance, twin.World.Sight(scope), twin.World.Values).Next() is { } query)
            {
                await CompareAsync(twin, scope, query);
                i++;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Queries_with_a_flaw_are_refused_with_the_code_of_the_plain_ledger(Provider provider)
    {
        await using var twin = await TwinLedger.CopyAsync(provider, Depth.Seed(102, output), customers: 10);
        for (var i = 0; i < Depth.Count(1_000); i++)
        {
            var scope = twin.World.Caller(1);
            var sight = twin.World.Sight(scope);
            if (new FlawedQueries(twin.World.Chance, sight, twin.World.Values).Next() is { } query)
            {
                Assert.Equal((Shown(query), PlainChecks.Refuse(sight, query)), (Shown(query), (await twin.AskAsync(scope, query)).Code));
            }
        }
    }

    /// <summary>Walks all pages, forwards or backwards.</summary>
    private static async Task CompareAsync(TwinLedger twin, LedgerScope scope, LedgerQuery query)
    {
        var sight = twin.World.Sight(scope);
        if (PlainChecks.Refuse(sight, query) is { } refused)
        {
            Assert.Equal((Shown(query), refused), (Shown(query), (await twin.AskAsync(scope, query)).Code));
            return;
        }

        var rows = PlainQueries.Rows(sight, query);
        var backwards = twin.World.Chance.In(30);
        var page = query with { FromEnd = backwards };
        for (var (from, to) = backwards ? (Math.Max(0, rows.Count - query.Size), rows.Count) : (0, Math.Min(query.Size, rows.Count)); ;)
        {
            var (json, info, code) = await twin.AskAsync(scope, page);
            Assert.True(code is null, $"{code}: {Shown(query)}");
            var expected = TwinLedger.Answer(sight, query, rows[from..to]);
            Assert.True(expected == json, $"{Shown(query)}\nexpected {expected}\nis       {json}");
            Assert.Equal((Shown(page), to - from, from > 0, to < rows.Count, query.Count ? rows.Count : null), (Shown(page), info!.Rows, info.HasPrevious, info.HasNext, info.Total));
            Assert.Equal(PlainQueries.Sums(sight, query, rows), info.Sums);
            if (backwards ? from == 0 : to == rows.Count)
            {
                return;
            }

            page = backwards ? query with { Before = info.Start } : query with { After = info.End };
            (from, to) = backwards ? (Math.Max(0, from - query.Size), from) : (to, Math.Min(to + query.Size, rows.Count));
        }
    }

    private static string Shown(LedgerQuery query)
    {
        var where = query.Where is null ? "" : JsonSerializer.Serialize(query.Where);
        return $"{query.Entity} where {where} order {string.Join(", ", query.OrderBy)} select {string.Join(", ", query.Select.Select(Shown))} size {query.Size} sums {string.Join(", ", query.Sums)} deleted {query.Deleted}";
    }

    private static string Shown(Selection selection) => selection switch
    {
        ReferenceSelection reference => $"{reference.Reference}({string.Join(", ", reference.Select.Select(Shown))})",
        ChildrenSelection children => $"{children.Relation}({string.Join(", ", children.Select.Select(Shown))} where {JsonSerializer.Serialize(children.Where)} order {string.Join(", ", children.OrderBy)} first {children.First})",
        AggregateSelection aggregate => $"{aggregate.Function}({aggregate.Relation}.{aggregate.Field} where {JsonSerializer.Serialize(aggregate.Where)})",
        _ => selection.Key,
    };
}
