using System.Net;
using System.Text;
using ClientLedger.Customers;
using ClientLedger.Messages;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Imports.Pages;

/// <summary>Tables and choices that nobody planned for: nothing of them is lost without a word.</summary>
[Collection(HostCollection.Name)]
public sealed class OddTablesTests(RunningApp running) : IClassFixture<RunningApp>
{
    private LedgerApp App => running.App;

    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail)]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail)]
    public async Task Two_columns_fill_one_field_where_it_takes_several_values_and_are_refused_where_one_would_be_lost(string tenant, string email)
    {
        var visitor = await VisitAsync(tenant, email);
        var import = await visitor.PlanAsync("Customer number,Customer name,First,Second\nT-1,Twice Ltd,a@twice.example,b@twice.example\n"u8.ToArray(), "twice.csv");

        var answer = await visitor.StartAsync(import, ("columns[2].target", "customer.name"), ("columns[3].target", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Matches("gets its value from two columns|对应了两列", visitor.Text);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.StartAsync(import, ("columns[2].target", "customer.emails"), ("columns[3].target", "customer.emails"))).StatusCode);
        await visitor.WaitAsync(import);
        Assert.Equal((1L, 0L, 0L, 0L), visitor.Counts());
        await using var context = await App.OpenAsync(tenant, email) is var scope ? scope.Database.CreateContext(scope.TenantId) : null!;
        var twice = await context.Set<Customer>().SingleAsync(customer => customer.Number == "T-1");
        Assert.Equal(("Twice Ltd", 2), (twice.Name, twice.Emails!.Count));
    }

    [Fact]
    public async Task Customers_without_a_number_get_one_of_the_ledger()
    {
        var visitor = await VisitAsync(TwoTenants.Globex, LedgerApp.GinaEmail);
        var import = await visitor.PlanAsync("Customer number,Customer name\n,One\n,Two\n"u8.ToArray(), "keyless.csv");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.StartAsync(import, ("key-customer", "number"), ("columns[0].target", "customer.number"))).StatusCode);
        await visitor.WaitAsync(import);
        Assert.Equal((2L, 0L, 0L, 0L), visitor.Counts());
    }

    [Fact]
    public async Task Three_hundred_columns_are_a_table_like_any_other()
    {
        var visitor = await VisitAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        var more = string.Join(',', Enumerable.Range(1, 298).Select(i => $"Column {i}"));
        var import = await visitor.PlanAsync(Encoding.UTF8.GetBytes($"Customer number,Customer name,{more}\nW-1,Wide Ltd,{more}\n"), "wide.csv");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.StartAsync(import)).StatusCode);
        await visitor.WaitAsync(import);
        Assert.Equal((1L, 0L, 0L, 0L), visitor.Counts());
    }

    private async Task<ImportVisitor> VisitAsync(string tenant, string email) => new(await App.SignInAsync(email, Language.English), tenant);
}
