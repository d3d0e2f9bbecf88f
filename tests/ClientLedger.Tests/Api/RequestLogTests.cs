using ClientLedger.Access;
using ClientLedger.Api.Requests;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClientLedger.Tests.Api;

/// <summary>The log of requests: each ledger has its own, of a bounded size, and its owners alone are told of it.</summary>
public sealed class RequestLogTests
{
    public static TheoryData<Provider> All() => [.. Providers.All];

    [Theory, MemberData(nameof(All))]
    public async Task Each_ledger_keeps_what_was_asked_of_it(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        using var log = LogOf(tenants);
        var (acme, globex) = (await tenants.OpenAsync(TwoTenants.Acme), await tenants.OpenAsync(TwoTenants.Globex));
        log.Add(RowOf(tenants, acme, 7, "Ours", points: 10));
        log.Add(RowOf(tenants, globex, 7, "Theirs", points: 20));
        log.Add(RowOf(tenants, acme, 8, null, status: 429));

        var reports = ReportsOf(tenants, log);
        Assert.Equal(["Ours", null], (await reports.PageAsync(acme, Everything(tenants), default)).Select(row => row.Operation).OrderByDescending(name => name));
        Assert.Equal(["Theirs"], (await reports.PageAsync(globex, Everything(tenants), default)).Select(row => row.Operation));
        Assert.Equal([(7L, 1, 0, 10L), (8L, 1, 1, 0L)], (await reports.SumsAsync(acme, Everything(tenants), default)).Select(sum => (sum.Caller, sum.Requests, sum.Failed, sum.Points)));
        Assert.Equal([(7L, 20L)], (await reports.SumsAsync(globex, Everything(tenants), default)).Select(sum => (sum.Caller, sum.Points)));

        // Who was asked is named from the ledger's own people.
        var gina = await tenants.AddMemberAsync(TwoTenants.Globex, "Gina");
        Assert.DoesNotContain(gina.Id, (await reports.CallersAsync(acme, default)).Keys);
        Assert.Contains(gina.Id, (await reports.CallersAsync(globex, default)).Keys);
    }

    [Fact]
    public async Task It_is_looked_through_by_caller_time_and_outcome_page_by_page()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        using var log = LogOf(tenants);
        var acme = await tenants.OpenAsync(TwoTenants.Acme);
        for (var i = 0; i < RequestReports.PageSize + 10; i++)
        {
            log.Add(RowOf(tenants, acme, 7, $"N{i:00}", microseconds: (i + 1) * 1_000));
        }

        log.Add(RowOf(tenants, acme, 8, "Broken", errors: 2));
        var reports = ReportsOf(tenants, log);
        var first = await reports.PageAsync(acme, Everything(tenants), default);
        Assert.Equal(RequestReports.PageSize + 1, first.Count);
        var last = first[RequestReports.PageSize - 1];
        var place = RequestPlace.Parse(new RequestPlace(last.At, last.Id).ToString());
        var second = await reports.PageAsync(acme, Everything(tenants) with { Before = place }, default);
        Assert.Equal(11, second.Count);
        Assert.Empty(first.Take(RequestReports.PageSize).Select(row => row.Id).Intersect(second.Select(row => row.Id)));

        Assert.Equal(["Broken"], (await reports.PageAsync(acme, Everything(tenants) with { Caller = 8 }, default)).Select(row => row.Operation));
        Assert.Equal(["Broken"], (await reports.PageAsync(acme, Everything(tenants) with { FailedOnly = true }, default)).Select(row => row.Operation));
        Assert.Empty(await reports.PageAsync(acme, Everything(tenants) with { Since = tenants.Clock.Now().AddSeconds(1) }, default));
        var sum = (await reports.SumsAsync(acme, Everything(tenants), default)).Single(each => each.Caller == 7);
        Assert.Equal((60, 30_000L, 57_000L), (sum.Requests, sum.Median, sum.Slowest));
        Assert.Null(RequestPlace.Parse("nonsense"));
        Assert.Null(RequestPlace.Parse($"{long.MaxValue}-1"));
    }

    [Fact]
    public async Task Who_owns_nothing_is_told_nothing()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        using var log = LogOf(tenants);
        var ben = await tenants.AddMemberAsync(TwoTenants.Acme, "Ben");
        var (reports, scope) = (ReportsOf(tenants, log), await tenants.OpenAsync(TwoTenants.Acme, ben));
        foreach (var ask in new Func<Task>[]
        {
            () => reports.PageAsync(scope, Everything(tenants), default), () => reports.SumsAsync(scope, Everything(tenants), default), () => reports.CallersAsync(scope, default),
        })
        {
            Assert.Equal("access.ownersOnly", (await Assert.ThrowsAsync<RefusedException>(ask)).Refusal.Code.Code);
        }
    }

    [Fact]
    public async Task What_is_old_or_too_much_is_forgotten_in_each_ledger_for_itself()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        using var log = LogOf(tenants);
        var (acme, globex) = (await tenants.OpenAsync(TwoTenants.Acme), await tenants.OpenAsync(TwoTenants.Globex));
        log.Add(RowOf(tenants, globex, 7, "Theirs"));
        Assert.True(await log.FlushAsync(default));
        for (var i = 0; i < RequestLog.MostKept + 500; i++)
        {
            log.Add(RowOf(tenants, acme, 7, "Ours"));
            tenants.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.True(await log.FlushAsync(default));
        await log.TrimAsync(default);
        Assert.Equal((RequestLog.MostKept, 1), (await CountAsync(acme), await CountAsync(globex)));

        tenants.Clock.Advance(RequestLog.KeptFor);
        await log.TrimAsync(default);
        Assert.Equal((0, 0), (await CountAsync(acme), await CountAsync(globex)));
    }

    [Fact]
    public async Task What_a_ledger_does_not_take_stays_until_it_does_and_the_others_do_not_wait()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var (acme, globex) = (await tenants.OpenAsync(TwoTenants.Acme), await tenants.OpenAsync(TwoTenants.Globex));
        await MoveAsync(acme.TenantId, "away");
        using var log = LogOf(tenants);
        log.Add(RowOf(tenants, acme, 7, "Ours"));
        log.Add(RowOf(tenants, globex, 7, "Theirs"));

        Assert.False(await log.FlushAsync(default));
        Assert.Equal((0, 1), (await CountAsync(acme), await CountAsync(globex)));
        await MoveAsync(acme.TenantId, "main");
        Assert.True(await log.FlushAsync(default));
        Assert.Equal((1, 1), (await CountAsync(acme), await CountAsync(globex)));

        async Task MoveAsync(int tenant, string shard)
        {
            await using var catalog = tenants.Catalog.CreateContext();
            if (!await catalog.Shards.AnyAsync(each => each.Name == shard))
            {
                catalog.Shards.Add(new() { Name = shard, Provider = Provider.Sqlite });
                await catalog.SaveChangesAsync();
            }

            await catalog.Tenants.Where(each => each.Id == tenant).ExecuteUpdateAsync(set => set.SetProperty(each => each.Shard, shard));
        }
    }

    private static RequestLog LogOf(TwoTenants tenants) => new(tenants.Catalog, tenants.Shards, tenants.Clock, NullLogger<RequestLog>.Instance);

    private static RequestReports ReportsOf(TwoTenants tenants, RequestLog log) => new(log, tenants.Catalog, new MemberNames(tenants.Catalog));

    private static RequestFilter Everything(TwoTenants tenants) => new(Caller: null, tenants.Clock.Now().AddDays(-7), FailedOnly: false);

    private static ApiRequest RowOf(TwoTenants tenants, LedgerScope scope, long caller, string? operation, long points = 1, int status = 200, int errors = 0, long microseconds = 1_000) => new()
    {
        TenantId = scope.TenantId, Id = tenants.Ids.Next(), At = tenants.Clock.Now(), CallerKind = ActorKind.Client, CallerId = caller, Operation = operation, Kind = "query",
        DocumentHash = new byte[32], Points = status == 200 ? points : 0, Status = status, Errors = errors, Microseconds = microseconds, Bytes = 100,
    };

    private static async Task<int> CountAsync(LedgerScope scope)
    {
        await using var ledger = scope.Database.CreateContext(scope.TenantId);
        return await ledger.Set<ApiRequest>().CountAsync();
    }
}
