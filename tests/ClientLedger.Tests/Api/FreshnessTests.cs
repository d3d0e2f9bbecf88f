using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using ClientLedger.Access;
using ClientLedger.Api.Keys;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Api;

/// <summary>For a moment the API goes by what it has just read of a caller; what is changed on the same node counts at once all the same.</summary>
[Collection(HostCollection.Name)]
public sealed class FreshnessTests
{
    [Fact]
    public async Task What_this_node_changes_counts_at_once_and_what_another_changes_when_its_time_is_over()
    {
        await using var app = await LedgerApp.StartAsync(("Freshness:Milliseconds", "600000"));
        var (revoked, other) = (await KeyOfAsync(app, TwoTenants.Acme, LedgerApp.AnnaEmail), await KeyOfAsync(app, TwoTenants.Globex, LedgerApp.GinaEmail));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await AskAsync(app, TwoTenants.Acme, revoked), await AskAsync(app, TwoTenants.Globex, other)));

        var keys = app.Services.GetRequiredService<ApiKeys>();
        Assert.True(await keys.RevokeAsync(await app.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail), revoked[..17], default));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await AskAsync(app, TwoTenants.Acme, revoked), await AskAsync(app, TwoTenants.Globex, other)));

        await using (var catalog = app.Services.GetRequiredService<CatalogDatabase>().CreateContext())
        {
            await catalog.Tenants.Where(tenant => tenant.Name == TwoTenants.Globex).ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.State, TenantState.Suspended));
        }

        Assert.Equal(HttpStatusCode.OK, await AskAsync(app, TwoTenants.Globex, other));
    }

    [Fact]
    public async Task A_setting_that_was_saved_is_the_next_answer()
    {
        await using var app = await LedgerApp.StartAsync(("Freshness:Milliseconds", "600000"));
        var key = await KeyOfAsync(app, TwoTenants.Acme, LedgerApp.AnnaEmail);
        Assert.Contains("\"zone\":\"Etc/UTC\"", await AnswerAsync(app, key), StringComparison.Ordinal);

        var anna = await app.SignInAsync(LedgerApp.AnnaEmail);
        var saved = await anna.SubmitAsync("/t/acme/settings", [("company", "Acme"), ("zone", "Asia/Tokyo"), ("language", "English"), ("baseCurrency", "GBP"), ("defaultCountry", "GB")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("\"zone\":\"Asia/Tokyo\"", await AnswerAsync(app, key), StringComparison.Ordinal);

        static async Task<string> AnswerAsync(LedgerApp app, string key)
        {
            var program = app.Visit();
            await program.SendAsync(RequestOf(TwoTenants.Acme, "{ tenant { zone } }", key));
            return program.Page;
        }
    }

    private static async Task<string> KeyOfAsync(LedgerApp app, string tenant, string email)
    {
        var scope = await app.OpenAsync(tenant, email);
        await using var context = scope.Database.CreateContext(scope.TenantId);
        var owner = await context.Set<Role>().Where(role => role.IsOwner).Select(role => role.Id).SingleAsync();
        return (await app.Services.GetRequiredService<ApiKeys>().MakeAsync(scope, new NewApiKey("Shop", owner, "", ""), default)).Text;
    }

    private static async Task<HttpStatusCode> AskAsync(LedgerApp app, string tenant, string key) => (await app.Visit().SendAsync(RequestOf(tenant, "{ me { id } }", key))).StatusCode;

    private static HttpRequestMessage RequestOf(string tenant, string document, string key) => new(HttpMethod.Post, $"/t/{tenant}/graphql")
    {
        Content = JsonContent.Create(new { query = document }),
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key), Accept = { new("application/json") } },
    };
}
