using System.Net;
using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Accounts;

[Collection(HostCollection.Name)]
public sealed class SignUpTests(RunningApp running) : IClassFixture<RunningApp>
{
    private LedgerApp App => running.App;

    [Fact]
    public async Task A_new_ledger_is_set_up_for_its_country_and_language()
    {
        var visitor = App.Visit(Language.Chinese);
        await visitor.SubmitAsync("/sign-up", [.. LedgerVisitor.SignUpValues("lanmao", "lin@lanmao.example", "林小雨", "CN"), ("zone", "Asia/Urumqi")]);
        var ledger = await App.OpenAsync("lanmao", "lin@lanmao.example");

        Assert.Equal(("CNY", "CN", Language.Chinese), (ledger.Settings.BaseCurrency, ledger.Settings.DefaultCountry, ledger.Settings.Language));
        Assert.Equal("Asia/Urumqi", ledger.Settings.Zone.Id);
        Assert.Equal("林小雨", ledger.Actor.Name);
        await using var context = ledger.Database.CreateContext(ledger.TenantId);
        Assert.Equal(["所有者", "经理", "销售", "财务", "客服", "只读", "合作伙伴"], await context.Set<Role>().OrderBy(role => role.Id).Select(role => role.Name).ToListAsync());
        Assert.Equal("客户台账", (await context.Set<Book>().SingleAsync()).Name);
    }

    [Theory]
    [InlineData("company", "", "company")]
    [InlineData("name", "Not a name!", "name")]
    [InlineData("name", "www", "name")]
    [InlineData("name", "acme", "name")]
    [InlineData("defaultCountry", "XX", "defaultCountry")]
    [InlineData("person", " ", "person")]
    [InlineData("email", "nobody", "email")]
    [InlineData("email", LedgerApp.GinaEmail, "email", "another password")]
    [InlineData("password", "short", "password")]
    [InlineData("password", "refused@refused.example", "password")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_made(string name, string value, string field, string password = LedgerApp.Password)
    {
        var values = LedgerVisitor.SignUpValues("refused", "refused@refused.example").Where(each => each.Name != "password").Append(("password", password))
            .Where(each => each.Item1 != name).Append((name, value));
        var visitor = App.Visit();

        var answer = await visitor.SubmitAsync("/sign-up", values);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"id=\"{field}-refused\"", visitor.Page, StringComparison.Ordinal);
        await using var catalog = Catalog();
        Assert.False(await catalog.Tenants.AnyAsync(tenant => tenant.Name == "refused"));
        Assert.False(await catalog.Users.AnyAsync(account => account.Email == "refused@refused.example"));
    }

    [Fact]
    public async Task A_double_click_makes_one_ledger_and_succeeds_twice()
    {
        var visitor = App.Visit();
        var values = LedgerVisitor.SignUpValues("twice", "tom@twice.example");
        await visitor.GetAsync("/sign-up");

        var answers = await Task.WhenAll(visitor.Twin().PostAsync("/sign-up", values), visitor.PostAsync("/sign-up", values));
        var again = await App.Visit().SubmitAsync("/sign-up", values);

        Assert.All(answers.Append(again), answer => Assert.Equal("/t/twice/", answer.Headers.Location?.OriginalString));
        await using var catalog = Catalog();
        Assert.Equal(1, await catalog.Tenants.CountAsync(tenant => tenant.Name == "twice"));
        Assert.Equal(1, await catalog.Users.CountAsync(account => account.Email == "tom@twice.example"));
    }

    [Fact]
    public async Task Of_two_who_want_one_address_name_one_gets_it()
    {
        var (first, second) = (App.Visit(), App.Visit());
        var answers = await Task.WhenAll(
            first.SubmitAsync("/sign-up", LedgerVisitor.SignUpValues("wanted", "one@wanted.example")),
            second.SubmitAsync("/sign-up", LedgerVisitor.SignUpValues("wanted", "two@wanted.example")));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], answers.Select(answer => answer.StatusCode).Order());
        Assert.Contains("id=\"name-refused\"", first.Page + second.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_an_account_starts_a_second_ledger_with_its_password_and_chooses_between_them()
    {
        var visitor = App.Visit();
        await visitor.SignUpAsync("first-of-two", "dora@two.example", "Dora", "DE");
        await visitor.SignUpAsync("second-of-two", "dora@two.example", "Dora", "DE");

        await visitor.GetAsync("/");

        Assert.Contains("/t/first-of-two/", visitor.Page, StringComparison.Ordinal);
        Assert.Contains("/t/second-of-two/", visitor.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("/t/acme/", visitor.Page, StringComparison.Ordinal);
    }

    private CatalogContext Catalog() => App.Services.GetRequiredService<CatalogDatabase>().CreateContext();
}
