using ClientLedger.Browser.Tests.Driving;
using ClientLedger.Shared;
using ClientLedger.TestKit;
using ClientLedger.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ClientLedger.Browser.Tests.Customers;

/// <summary>A customer's timeline as somebody reads it: records of several kinds, days beside moments, and what nobody has dated.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TimelineTests(BrowserRun run)
{
    [Theory]
    [MemberData(nameof(Variant.All), MemberType = typeof(Variant))]
    public async Task Records_of_all_kinds_stand_in_one_order_and_each_leads_on(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var customer = await MakeAsync("customer", ("name", $"Eventful {variant}"));
        await MakeAsync("order", ("customer", customer), ("number", $"SO {variant}"), ("orderedAt", "2026-03-02T09:30:00Z"), ("amount", 1250m), ("currency", "CNY"));
        await MakeAsync("payment", ("customer", customer), ("number", $"PAY {variant}"), ("paidOn", "2026-03-05"), ("paidAmount", 1250m), ("currency", "CNY"));
        await MakeAsync("payment", ("customer", customer), ("number", $"DUE {variant}"), ("dueAmount", 80m), ("currency", "CNY"));
        await using var window = await run.SignInAsync(LedgerApp.AnnaEmail, variant);
        await window.GoAsync($"/t/acme/customers/{RecordIds.Format("cus", customer)}?show=timeline");
        await Assertions.Expect(window.Page.Locator(".cl-timeline li a")).ToHaveTextAsync([$"PAY {variant}", $"SO {variant}", $"DUE {variant}"]);
        await window.CheckAsync("customer-timeline");
        await window.Page.Locator(".cl-timeline li a").First.ClickAsync();
        await Assertions.Expect(window.Page.Locator("h1")).ToContainTextAsync($"PAY {variant}");
    }

    private async Task<long> MakeAsync(string entity, params (string Field, object? Value)[] values)
    {
        var scope = await run.App.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        var made = await run.App.Services.GetRequiredService<WriteGate>().ApplyAsync(scope, new ChangeSet(Door.Page, [new RecordChange(Verb.Create, entity) { Values = FieldValues.Of(values) }]), default);
        Assert.Empty(Assert.Single(made.Rows).Refusals);
        return made.Rows[0].Id!.Value;
    }
}
