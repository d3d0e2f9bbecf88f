using System.Net;
using System.Text;
using ClientLedger.Access;
using ClientLedger.Customers;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Imports.Pages;

/// <summary>
/// Imports of somebody who sees own customers alone, the credit limit and a field of the tenant's not at all, and numbers masked: through the pages, which tell
/// of nothing that is hidden.
/// </summary>
[Collection(HostCollection.Name)]
public sealed class RestrictedImportTests(RunningApp running) : IClassFixture<RunningApp>
{
    private const string Headings = "Customer number,Customer name,Credit limit,Secret score\n";

    private LedgerApp App => running.App;

    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail, "lin@acme.example", Language.English)]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail, "lin@globex.example", Language.Chinese)]
    public async Task Hidden_fields_are_unknown_masked_ones_are_no_keys_and_other_people_s_records_are_as_if_unknown(string tenant, string owner, string email, Language language)
    {
        await PrepareAsync(tenant, owner, email, language, ReadRight.Masked);
        var lin = new ImportVisitor(await App.SignInAsync(email, language), tenant);
        var import = await lin.PlanAsync(Encoding.UTF8.GetBytes(Headings + "L-1,Lin's own,5,9\n"), "own.csv");
        var form = lin.PlanForm();

        // The hidden fields are offered nowhere, and a masked one not as a key.
        Assert.Contains("value=\"customer.name\"", lin.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"customer.number\"", lin.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("creditLimit", lin.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("secretScore", lin.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("key-customer", lin.Page, StringComparison.Ordinal);
        Assert.Contains(language == Language.English ? "New records will be yours." : "新建的记录由您负责。", lin.Text, StringComparison.Ordinal);

        // Asked for all the same, a hidden field is refused as one that isn't there.
        var unknown = await RefusedAsync(lin, import, form, "columns[2].target", "customer.nonsense");
        foreach (var hidden in new[] { "creditLimit", "secretScore" })
        {
            Assert.Equal(unknown, (await RefusedAsync(lin, import, form, "columns[2].target", "customer." + hidden)).Replace(hidden, "nonsense", StringComparison.Ordinal));
        }

        var plan = form.Single(field => field.Name == "plan").Value;
        string Named(string field) => plan.Replace("\"field\":\"name\"", $"\"field\":\"{field}\"", StringComparison.Ordinal);
        var bare = form.Where(field => !field.Name.StartsWith("columns", StringComparison.Ordinal)).ToList();
        unknown = await RefusedAsync(lin, import, bare, "plan", Named("nonsense"));
        Assert.Contains("nonsense", unknown, StringComparison.Ordinal);
        Assert.Equal(unknown, (await RefusedAsync(lin, import, bare, "plan", Named("secretScore"))).Replace("secretScore", "nonsense", StringComparison.Ordinal));
        Assert.Equal(unknown, (await RefusedAsync(lin, import, bare, "plan", Named("creditLimit"))).Replace("creditLimit", "nonsense", StringComparison.Ordinal));
        var key = await RefusedAsync(lin, import, bare, "plan", plan.Replace("\"entity\":\"customer\"", "\"entity\":\"customer\",\"key\":\"number\"", StringComparison.Ordinal));
        Assert.True(key.Contains(language == Language.English ? "by 'number': you don't see it as it is" : "看不到客户“number”的完整内容", StringComparison.Ordinal), key);

        // As it was offered it goes through, and what was hidden stays as it was.
        await lin.GetAsync($"{import}/plan");
        Assert.Equal(HttpStatusCode.Redirect, (await lin.StartAsync(import)).StatusCode);
        await lin.WaitAsync(import);
        Assert.Equal((1L, 0L, 0L, 0L), lin.Counts());
        var made = await CustomerAsync(tenant, owner, "L-1");
        Assert.Equal(("Lin's own", null, null), (made.Name, made.CreditLimit, made.Custom));
        Assert.Equal(await AccountAsync(email), made.OwnerId);

        // A number that a customer of somebody else's has.
        var taken = await lin.PlanAsync(Encoding.UTF8.GetBytes(Headings + "H-1,Mine now,5,9\n"), "taken.csv");
        Assert.Equal(HttpStatusCode.Redirect, (await lin.StartAsync(taken)).StatusCode);
        await lin.WaitAsync(taken);
        Assert.Equal((0L, 0L, 0L, 1L), lin.Counts());
        await AssertTellsNothingAsync(lin, taken);
        Assert.Equal("Hidden Ltd", (await CustomerAsync(tenant, owner, "H-1")).Name);
    }

    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail, "kim@acme.example", Language.English)]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail, "kim@globex.example", Language.Chinese)]
    public async Task Lines_about_other_people_s_records_are_refused_as_those_about_none(string tenant, string owner, string email, Language language)
    {
        await PrepareAsync(tenant, owner, email, language, ReadRight.Clear);
        var kim = new ImportVisitor(await App.SignInAsync(email, language), tenant);

        // Found by their number: one that can't be seen isn't changed, and its number is taken.
        var import = await kim.PlanAsync(Encoding.UTF8.GetBytes(Headings + "K-1,Kim's own,5,9\nH-1,Mine now,5,9\n"), "customers.csv");
        Assert.Contains("key-customer", kim.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await kim.StartAsync(import)).StatusCode);
        await kim.WaitAsync(import);
        Assert.Equal((1L, 0L, 0L, 1L), kim.Counts());
        await AssertTellsNothingAsync(kim, import);

        // Named by orders: the same is said of it as of one that isn't there.
        var orders = await kim.PlanAsync(Encoding.UTF8.GetBytes("Order number,Customer number,Order date\nKO-1,K-1,2026-03-02\nKO-2,H-1,2026-03-02\nKO-3,N-1,2026-03-02\n"), "orders.csv");
        Assert.Equal(HttpStatusCode.Redirect, (await kim.StartAsync(orders)).StatusCode);
        await kim.WaitAsync(orders);
        Assert.Equal((1L, 0L, 0L, 2L), kim.Counts());
        await AssertTellsNothingAsync(kim, orders);
        await kim.GetAsync(orders + "/refused");
        var lines = kim.Page.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines[2], lines[1].Replace("H-1", "N-1", StringComparison.Ordinal).Replace("KO-2", "KO-3", StringComparison.Ordinal));
        Assert.Equal("Hidden Ltd", (await CustomerAsync(tenant, owner, "H-1")).Name);

        // What stands for all lines without a customer is the importer's, as what an import makes is.
        var without = await kim.PlanAsync(Encoding.UTF8.GetBytes("Order ID,Customer ID,Customer name,Order date\nKO-4,,,2026-03-02\nKO-5,K-2,Kim's second,2026-03-02\n"), "without.csv");
        Assert.Equal(HttpStatusCode.Redirect, (await kim.StartAsync(without, ("withoutCustomer", "file"))).StatusCode);
        await kim.WaitAsync(without);
        Assert.Equal((2L, 0L, 0L, 0L), kim.Counts());
        Assert.Equal(await AccountAsync(email), (await CustomerAsync(tenant, owner, "WALK-IN")).OwnerId);
    }

    /// <summary>Neither the page nor the file knows more than the person's own file did.</summary>
    private static async Task AssertTellsNothingAsync(ImportVisitor visitor, string import)
    {
        foreach (var page in new[] { "", "?part=progress", "/refused" })
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(import + page)).StatusCode);
            foreach (var hidden in new[] { "Hidden Ltd", "77777", "88888", "cus_", "creditLimit", "secretScore" })
            {
                Assert.DoesNotContain(hidden, visitor.Text, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>The refusals that the page shows.</summary>
    private static async Task<string> RefusedAsync(ImportVisitor visitor, string import, IEnumerable<(string Name, string Value)> form, string name, string value)
    {
        await visitor.GetAsync($"{import}/plan");
        var answer = await visitor.PostAsync($"{import}/plan", form.Select(field => field.Name == name ? (name, value) : field));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var text = visitor.Text;
        var at = text.IndexOf("cl-refusals", StringComparison.Ordinal);
        return text[at..text.IndexOf("</ul>", at, StringComparison.Ordinal)];
    }

    /// <summary>A customer of the owner's, a field of the tenant's, and somebody with the role.</summary>
    private async Task PrepareAsync(string tenant, string owner, string email, Language language, ReadRight number)
    {
        var scope = await App.OpenAsync(tenant, owner);
        if (scope.Schema["customer"].Find("secretScore") is null)
        {
            Assert.Empty(await CustomFields.AddAsync(scope, "customer", new FieldDescriptor { Id = 0, Name = "secretScore", Label = new("秘密评分", "Secret score"), Type = FieldType.Text }, default));
            scope = await App.OpenAsync(tenant, owner);
            var change = new RecordChange(Verb.Create, "customer") { Values = FieldValues.Of(("number", "H-1"), ("name", "Hidden Ltd"), ("creditLimit", "77777"), ("secretScore", "88888")) };
            var result = await App.Services.GetRequiredService<WriteGate>().ApplyAsync(scope, new ChangeSet(Door.Page, [change]), default);
            Assert.Empty(result.Rows[0].Refusals);
        }

        await App.Visit(language).SignUpAsync(email.Split('@')[0] + "-" + tenant, email, "Salesperson", "GB");
        var account = await AccountAsync(email);
        await using var catalog = App.Services.GetRequiredService<CatalogDatabase>().CreateContext();
        catalog.Memberships.Add(new Membership { TenantId = scope.TenantId, AccountId = account, DisplayName = email });
        await catalog.SaveChangesAsync();
        await using var ledger = scope.Database.CreateContext(scope.TenantId);
        var roles = new Roles(ledger, scope.Schema, App.Services.GetRequiredService<IdSource>());
        Grant[] grants =
        [
            new("customer", new OwnRecords())
            {
                Create = true,
                Fields = new Dictionary<string, FieldRight> { ["creditLimit"] = FieldRight.None, ["secretScore"] = FieldRight.None, ["number"] = new(number, WriteRight.Yes) },
            },
            new("order", new RecordsThrough("customer", new OwnRecords())) { Create = true },
        ];
        var (role, refusals) = await roles.SaveAsync("Sales " + number, grants, default);
        Assert.Empty(refusals);
        Assert.Empty(await roles.GiveAsync(role, account, default));
    }

    private async Task<long> AccountAsync(string email)
    {
        await using var catalog = App.Services.GetRequiredService<CatalogDatabase>().CreateContext();
        return (await catalog.Users.SingleAsync(user => user.Email == email)).Id;
    }

    private async Task<Customer> CustomerAsync(string tenant, string owner, string number)
    {
        var scope = await App.OpenAsync(tenant, owner);
        await using var context = scope.Database.CreateContext(scope.TenantId);
        return await context.Set<Customer>().AsNoTracking().SingleAsync(customer => customer.Number == number);
    }
}
