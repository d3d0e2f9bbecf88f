using System.Net;
using System.Security.Claims;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy.Requests;
using ClientLedger.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Tenancy;

public sealed class TenantResolutionTests : IAsyncLifetime
{
    private TwoTenants tenants = null!;
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(new TenantNames(tenants.Catalog, TwoTenants.Fresh, tenants.Clock));
        builder.Services.Configure<TenantHosts>(hosts => hosts.BaseDomain = "example.com");
        app = builder.Build();

        // Stands for authentication: a header names the tenants that the credential names.
        app.Use((context, next) =>
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity(
                context.Request.Headers["Credential"].SelectMany(value => value!.Split(' ')).Select(name => new Claim(RequestTenant.Claim, name)), "test"));
            return next();
        });
        app.UseTenants();
        app.Run(context => context.Response.WriteAsync($"{context.Tenant()?.Name}|{context.Tenant()?.Id}|{context.Request.PathBase}|{context.Request.Path}"));
        await app.StartAsync();
        client = app.GetTestClient();
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        await tenants.DisposeAsync();
    }

    [Theory]
    [InlineData("http://acme.example.com/customers", "", "acme|1||/customers")]
    [InlineData("http://GLOBEX.localhost:5000/", "", "globex|2||/")]
    [InlineData("http://example.com/t/acme/customers/1", "", "acme|1|/t/acme|/customers/1")]
    [InlineData("http://example.com/t/acme", "", "acme|1|/t/acme|")]
    [InlineData("http://example.com/t/Acme/", "", "acme|1|/t/Acme|/")]
    [InlineData("http://example.com/customers", "globex", "globex|2||/customers")]
    [InlineData("http://acme.example.com/t/acme/customers", "acme", "acme|1|/t/acme|/customers")]
    [InlineData("http://example.com/health", "", "|||/health")]
    [InlineData("http://127.0.0.1/health", "", "|||/health")]
    [InlineData("http://www.example.com/", "", "|||/")]
    [InlineData("http://example.com/t", "", "|||/t")]
    [InlineData("http://example.com/tea/acme", "", "|||/tea/acme")]
    public async Task Finds_the_tenant_by_host_path_or_credential(string address, string credential, string found) =>
        Assert.Equal(found, await (await GetAsync(address, credential)).Content.ReadAsStringAsync());

    [Theory]
    [InlineData("http://acme.example.com/t/globex/", "")]
    [InlineData("http://acme.example.com/", "globex")]
    [InlineData("http://example.com/t/acme/", "globex")]
    [InlineData("http://example.com/", "acme globex")]
    [InlineData("http://initech.example.com/", "")]
    [InlineData("http://a.acme.example.com/", "")]
    [InlineData("http://example.com/t/acme%2F..%2Fglobex/", "")]
    [InlineData("http://example.com/t/%E5%AE%A2%E6%88%B7/", "")]
    public async Task Answers_404_where_tenants_disagree_or_are_not_there(string address, string credential)
    {
        var answer = await GetAsync(address, credential);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("tenancy.unknown", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN,en;q=0.5", "客户台账“acme”已停用：欠费", "The ledger &#x27;acme&#x27; is suspended: 欠费")]
    [InlineData("fr,en", "The ledger &#x27;acme&#x27; is suspended: 欠费", "客户台账“acme”已停用：欠费")]
    public async Task A_suspended_tenant_gets_a_page_that_says_why_in_both_languages(string languages, string first, string second)
    {
        await SuspendAsync(TwoTenants.Acme, "欠费");
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://acme.example.com/");
        request.Headers.Add("Accept", "text/html,*/*;q=0.8");
        request.Headers.Add("Accept-Language", languages);

        var answer = await client.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var (at, after) = (page.IndexOf(first, StringComparison.Ordinal), page.IndexOf(second, StringComparison.Ordinal));
        Assert.True(at >= 0 && after > at, page);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("http://globex.example.com/", "")).StatusCode);
    }

    [Fact]
    public async Task A_reason_is_shown_as_text_not_as_markup()
    {
        await SuspendAsync(TwoTenants.Acme, "<script>alert(1)</script>");
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://acme.example.com/");
        request.Headers.Add("Accept", "text/html");

        Assert.DoesNotContain("<script>", await (await client.SendAsync(request)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task SuspendAsync(string tenant, string reason)
    {
        await using var catalog = tenants.Catalog.CreateContext();
        await catalog.Tenants.Where(x => x.Name == tenant)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.State, TenantState.Suspended).SetProperty(x => x.Reason, reason));
    }

    private async Task<HttpResponseMessage> GetAsync(string address, string credential)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (credential.Length > 0)
        {
            request.Headers.Add("Credential", credential);
        }

        return await client.SendAsync(request);
    }
}
