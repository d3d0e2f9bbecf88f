using System.Globalization;
using System.Net;
using ClientLedger.Access;
using ClientLedger.Shared;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Api;

/// <summary>The pages for developers: where the API is, and the visitor's own schema to read.</summary>
[Collection(HostCollection.Name)]
public sealed class DeveloperPageTests(RunningApp running) : IClassFixture<RunningApp>
{
    private LedgerApp App => running.App;

    [Fact]
    public async Task The_first_page_names_the_endpoint_and_leads_everywhere_in_both_languages()
    {
        foreach (var (email, tenant, words) in new[] { (LedgerApp.AnnaEmail, TwoTenants.Acme, "How much you may ask"), (LedgerApp.GinaEmail, TwoTenants.Globex, "用量限制") })
        {
            var visitor = await App.SignInAsync(email);
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/t/{tenant}/api")).StatusCode);
            Assert.Contains($"<code id=\"endpoint\">{App.Address.AbsoluteUri.TrimEnd('/')}/t/{tenant}/graphql</code>", visitor.Page, StringComparison.Ordinal);
            Assert.Contains(words, visitor.Page, StringComparison.Ordinal);
            var page = visitor.Page;
            foreach (var way in new[] { "/help/api", "/api/schema", "/api/explorer", "/graphql/schema.graphql", "/settings/keys", "/settings/log", "/status" })
            {
                Assert.Contains($"href=\"/t/{tenant}{way}\"", page, StringComparison.Ordinal);
                var answer = await visitor.FollowAsync($"/t/{tenant}{way}");
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{way} answers {answer.StatusCode}.");
            }
        }
    }

    [Fact]
    public async Task The_schema_is_read_and_searched()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        await anna.GetAsync("/t/acme/api/schema");
        Assert.All(["Queries", "Mutations", "customersAggregate", "createCustomer", "CustomerWhere"], shown => Assert.Contains(shown, anna.Page, StringComparison.Ordinal));
        await anna.GetAsync("/t/acme/api/schema?type=Customer");
        Assert.All(["id=\"Customer.creditLimit\"", "?type=OrderConnection", "Implements"], shown => Assert.Contains(shown, anna.Page, StringComparison.Ordinal));
        await anna.GetAsync("/t/acme/api/schema?type=Query");
        Assert.Contains("id=\"Query.customers\"", anna.Page, StringComparison.Ordinal);
        await anna.GetAsync("/t/acme/api/schema?q=creditlimit");
        Assert.Contains("#Customer.creditLimit", anna.Page, StringComparison.Ordinal);
        await anna.GetAsync("/t/acme/api/schema?q=" + new string('x', 500) + "%3Cscript%3E");
        Assert.Contains("Nothing found", anna.Page, StringComparison.Ordinal);
        await anna.GetAsync("/t/acme/api/schema?q=e");
        Assert.Contains("The first 100 are shown", anna.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync("/t/acme/api/schema?type=Nothing")).StatusCode);
    }

    [Fact]
    public async Task Nobody_reads_of_what_a_role_does_not_show()
    {
        var scope = await App.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        await AddMemberAsync("ben@acme.example", [new Grant("customer", new EveryRecord()) { Fields = new Dictionary<string, FieldRight> { ["creditLimit"] = FieldRight.None } }]);
        var ben = await App.SignInAsync("ben@acme.example");
        Assert.Equal(HttpStatusCode.OK, (await ben.GetAsync("/t/acme/api/schema?type=Customer")).StatusCode);
        Assert.Contains("Customer.city", ben.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("creditLimit", ben.Page, StringComparison.Ordinal);
        await ben.GetAsync("/t/acme/api/schema?q=creditLimit");
        Assert.DoesNotContain("Customer.creditLimit", ben.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ben.GetAsync("/t/acme/api/schema?type=Order")).StatusCode);

        // He owns nothing: keys and requests aren't his to see.
        await ben.GetAsync("/t/acme/settings/log");
        Assert.DoesNotContain("id=\"requests\"", ben.Page, StringComparison.Ordinal);

        async Task AddMemberAsync(string email, IReadOnlyList<Grant> grants)
        {
            var id = App.Services.GetRequiredService<IdSource>().Next();
            await using (var catalog = App.Services.GetRequiredService<CatalogDatabase>().CreateContext())
            {
                var owner = await catalog.Users.AsNoTracking().SingleAsync(user => user.Email == LedgerApp.AnnaEmail);
                catalog.Users.Add(new Account
                {
                    Id = id, UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(), PasswordHash = owner.PasswordHash,
                    SecurityStamp = id.ToString(CultureInfo.InvariantCulture), EmailConfirmed = true,
                });
                catalog.Memberships.Add(new Membership { TenantId = scope.TenantId, AccountId = id, DisplayName = "Ben", CreatedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
                await catalog.SaveChangesAsync();
            }

            await using var ledger = scope.Database.CreateContext(scope.TenantId);
            var roles = new Roles(ledger, scope.Schema, App.Services.GetRequiredService<IdSource>());
            var (role, refusals) = await roles.SaveAsync("Some", grants, default);
            Assert.Empty(refusals);
            Assert.Empty(await roles.GiveAsync(role, id, default));
        }
    }
}
