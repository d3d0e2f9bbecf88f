using System.Net;
using System.Text;
using ClientLedger.Customers;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Imports.Running;
using ClientLedger.Tests.Web;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Imports.Pages;

/// <summary>Files imported through the pages, as a user does it.</summary>
[Collection(HostCollection.Name)]
public sealed class ImportPagesTests : IAsyncLifetime
{
    private static readonly int Lines = Depth.IsFull ? OnlineRetail.AllLines : 20_000;

    private LedgerApp app = null!;

    public async Task InitializeAsync() => app = await LedgerApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [TheoryNeedsShared]
    [InlineData("file")]
    [InlineData("refuse")]
    public async Task A_real_file_comes_to_what_is_reckoned_from_it_and_a_second_time_creates_nothing(string withoutCustomer)
    {
        var anna = await AnnaAsync();
        var expected = OnlineRetail.Reckon(Lines, withoutCustomer == "file");
        var file = OnlineRetail.FirstLines(Lines);
        var import = await anna.PlanAsync(file, "online_retail.csv");
        Assert.Equal(HttpStatusCode.Redirect, (await anna.StartAsync(import, ("withoutCustomer", withoutCustomer))).StatusCode);
        await anna.WaitAsync(import);

        Assert.Equal((expected.Lines, 0L, 0L, expected.Refused), anna.Counts());
        await RetailLedger.AssertIsAsync(expected, await app.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail));
        await AssertRefusedAsync(anna, import, expected.Refused);

        // A tenth is enough to see that lines are found again.
        var some = OnlineRetail.FirstLines(Lines / 10);
        var again = await anna.PlanAsync(some, "online_retail.csv");
        await anna.StartAsync(again);
        await anna.WaitAsync(again);
        var counts = anna.Counts();
        Assert.Equal((0L, (long)Lines / 10), (counts.Created, counts.Updated + counts.Skipped + counts.Refused));
        await using var globex = await ContextAsync(TwoTenants.Globex, LedgerApp.GinaEmail);
        Assert.Equal(0, await globex.Set<Customer>().CountAsync());
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_at_once_starts_one_import()
    {
        var anna = await AnnaAsync();
        var import = await anna.PlanAsync(Customers("double", 500), "customers.csv");
        var form = anna.PlanForm();
        var other = await AnnaAsync();
        await other.GetAsync($"{import}/plan");
        var answers = await Task.WhenAll(anna.PostAsync($"{import}/plan", form), other.PostAsync($"{import}/plan", form));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        await anna.WaitAsync(import);
        Assert.Equal((500L, 0L, 0L, 0L), anna.Counts());
    }

    [Fact]
    public async Task Two_imports_that_are_started_at_once_both_come_to_their_end()
    {
        var anna = await AnnaAsync();
        var first = await anna.PlanAsync(Customers("first", 300), "first.csv");
        await anna.StartAsync(first);
        var second = await anna.PlanAsync(Customers("second", 300), "second.csv");
        await anna.StartAsync(second);
        foreach (var import in new[] { second, first })
        {
            await anna.WaitAsync(import);
            Assert.Equal((300L, 0L, 0L, 0L), anna.Counts());
        }
    }

    [Fact]
    public async Task No_page_of_an_import_is_found_by_another_tenant()
    {
        var anna = await AnnaAsync();
        var import = await anna.PlanAsync(Customers("secret", 3), "customers.csv");
        await anna.StartAsync(import);
        await anna.WaitAsync(import);
        var planned = await anna.PlanAsync(Customers("planned", 3), "customers.csv");
        var form = anna.PlanForm();
        var gina = new ImportVisitor(await app.SignInAsync(LedgerApp.GinaEmail, Language.Chinese), TwoTenants.Globex);
        foreach (var address in new[] { import, planned }.Select(each => each.Replace("/t/acme/", "/t/globex/", StringComparison.Ordinal)))
        {
            foreach (var page in new[] { "", "?part=progress", "/plan", "/refused" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await gina.GetAsync(address + page)).StatusCode);
            }

            foreach (var handler in new[] { "?handler=Cancel", "?handler=Resume", "/plan", "/plan?handler=Read", "/plan?handler=Discard" })
            {
                await gina.GetAsync("/t/globex/imports/new-file");
                Assert.Equal((handler, HttpStatusCode.NotFound), (handler, (await gina.PostAsync(address + handler, form)).StatusCode));
            }
        }

        await gina.GetAsync("/t/globex/imports");
        Assert.DoesNotContain("customers.csv", gina.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync($"{planned}/plan")).StatusCode);
    }

    private async Task<ImportVisitor> AnnaAsync() => new(await app.SignInAsync(LedgerApp.AnnaEmail), TwoTenants.Acme);

    private async Task<LedgerContext> ContextAsync(string tenant, string email)
    {
        var scope = await app.OpenAsync(tenant, email);
        return scope.Database.CreateContext(scope.TenantId);
    }

    /// <summary>Every refused line comes back in the file, with a reason.</summary>
    private static async Task AssertRefusedAsync(ImportVisitor anna, string import, long refused)
    {
        await anna.GetAsync($"{import}/refused");
        var lines = anna.Page.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(refused, lines.Length - 1);
        Assert.All(lines.Skip(1), line => Assert.NotEqual(',', line[^1]));
    }

    private static byte[] Customers(string name, int count) =>
        Encoding.UTF8.GetBytes("Customer number,Customer name\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"{name}-{i},{name} {i}\n")));
}
