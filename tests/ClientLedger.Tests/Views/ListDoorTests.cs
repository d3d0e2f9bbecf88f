using System.Net;
using ClientLedger.Shared;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using ClientLedger.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Views;

/// <summary>Lists, their totals and finding, as somebody has them who asks the pages.</summary>
[Collection(HostCollection.Name)]
public sealed class ListDoorTests(RunningApp running) : IClassFixture<RunningApp>, IAsyncLifetime
{
    private LedgerApp App => running.App;

    public async Task InitializeAsync()
    {
        foreach (var (tenant, email, city) in new[] { (TwoTenants.Acme, LedgerApp.AnnaEmail, "Leeds"), (TwoTenants.Globex, LedgerApp.GinaEmail, "Truro") })
        {
            var scope = await App.OpenAsync(tenant, email);
            async Task<string> SaveAsync(string entity, params (string, object?)[] values)
            {
                var change = new RecordChange(Verb.Upsert, entity) { Key = "number", Values = FieldValues.Of(values) };
                var row = Assert.Single((await App.Services.GetRequiredService<WriteGate>().ApplyAsync(scope, new ChangeSet(Door.Page, [change]), default)).Rows);
                Assert.Empty(row.Refusals);
                return RecordIds.Format(scope.Schema[entity].IdPrefix, row.Id!.Value);
            }

            var customer = await SaveAsync("customer", ("number", "C-1"), ("name", "广州白云电子有限公司"), ("city", city));
            foreach (var (number, currency, amount) in new[] { ("SO-1", "GBP", "100.50"), ("SO-2", "GBP", "0.25"), ("SO-3", "EUR", "7") })
            {
                await SaveAsync("order", ("number", number), ("customer", customer), ("currency", currency), ("amount", amount), ("orderedAt", "2026-03-02 10:00"));
            }
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_a_text_finds_is_the_tenant_s_own_by_kind()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);

        await anna.GetAsync("/t/acme/find?q=gzby");
        Assert.Contains("found-customer", anna.Page, StringComparison.Ordinal);
        Assert.Contains("Leeds", anna.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Truro", anna.Page, StringComparison.Ordinal);

        await anna.GetAsync("/t/acme/find?q=SO-2");
        Assert.Contains("found-order", anna.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("found-customer", anna.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_can_not_be_searched_is_refused_and_another_tenant_s_search_is_no_page()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);

        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync("/t/acme/find")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anna.GetAsync("/t/acme/find?q=" + string.Join('+', Enumerable.Range(0, 40).Select(word => $"w{word}")))).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await anna.GetAsync("/t/globex/find?q=gzby")).StatusCode);
    }

    [Fact]
    public async Task A_list_adds_up_what_it_finds_by_currency()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);

        await anna.GetAsync("/t/acme/orders?totals=1");
        Assert.Contains("GBP 100.75", anna.Page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"cl-sum\">EUR 7.00", anna.Page, StringComparison.Ordinal);

        await anna.GetAsync("/t/acme/orders?totals=1&f=number&o=is&v=SO-1");
        Assert.Contains("<span class=\"cl-sum\">GBP 100.50", anna.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("EUR", anna.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_of_a_list_leads_to_none_before_it()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        await anna.GetAsync("/t/acme/orders");
        Assert.DoesNotContain("href=\"\"", anna.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("cl-pager", anna.Page, StringComparison.Ordinal);
    }
}
