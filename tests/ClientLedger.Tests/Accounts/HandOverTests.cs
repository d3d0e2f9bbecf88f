using System.Net;
using ClientLedger.Accounts;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace ClientLedger.Tests.Accounts;

/// <summary>A tenant's host gets a session of its own, by a code that is good once.</summary>
[Collection(HostCollection.Name)]
public sealed class HandOverTests(RunningApp running) : IClassFixture<RunningApp>
{
    private LedgerApp App => running.App;

    private string Acme => new UriBuilder(App.Address) { Host = "acme.localhost", Path = "" }.Uri.AbsoluteUri.TrimEnd('/');

    [Fact]
    public async Task Whoever_has_signed_in_comes_in_on_the_tenants_host_too()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);

        var answer = await anna.FollowAsync(Acme + "/?from=mail");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Acme + "/?from=mail", answer.RequestMessage!.RequestUri!.AbsoluteUri);
        Assert.Contains("Anna", anna.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_signs_in_on_the_base_host_first()
    {
        var visitor = App.Visit();

        var answer = await visitor.FollowAsync(Acme + "/");

        Assert.Equal(("localhost", "/sign-in"), (answer.RequestMessage!.RequestUri!.Host, answer.RequestMessage.RequestUri.AbsolutePath));
    }

    [Fact]
    public async Task A_member_of_another_tenant_gets_no_code()
    {
        var gina = await App.SignInAsync(LedgerApp.GinaEmail);

        Assert.Equal(HttpStatusCode.Forbidden, (await gina.FollowAsync(Acme + "/")).StatusCode);
    }

    [Fact]
    public async Task A_code_is_good_once_and_in_the_browser_that_asked()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        var code = await CodeOfAsync(anna);

        Assert.Equal(HttpStatusCode.BadRequest, (await App.Visit().GetAsync(code)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await anna.GetAsync(code)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await anna.GetAsync(code)).StatusCode);
    }

    [Fact]
    public async Task A_session_of_a_tenants_host_is_good_for_no_other_tenant()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        await anna.FollowAsync(Acme + "/");

        Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync(Acme + "/t/globex/")).StatusCode);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_code_is_its_tenants_and_its_browsers_and_lasts_a_minute(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var handOvers = new HandOvers(tenants.Catalog, tenants.Random, tenants.Clock);
        var (acme, globex) = ((await tenants.OpenAsync(TwoTenants.Acme)).TenantId, (await tenants.OpenAsync(TwoTenants.Globex)).TenantId);
        var secret = handOvers.NewSecret();
        async Task<string> IssueAsync() => (await handOvers.IssueAsync(acme, tenants.Owner.Id, HandOvers.BindingOf(secret), default))!;

        var code = await IssueAsync();
        Assert.Null(await handOvers.RedeemAsync(globex, code, secret, default));
        Assert.Null(await handOvers.RedeemAsync(acme, code, handOvers.NewSecret(), default));
        Assert.Equal(tenants.Owner.Id, await handOvers.RedeemAsync(acme, code, secret, default));
        Assert.Null(await handOvers.RedeemAsync(acme, code, secret, default));

        var late = await IssueAsync();
        tenants.Clock.Advance(HandOvers.Lasts + TimeSpan.FromSeconds(1));
        Assert.Null(await handOvers.RedeemAsync(acme, late, secret, default));
        Assert.Null(await handOvers.IssueAsync(acme, tenants.Owner.Id, "no binding", default));
    }

    [Fact]
    public async Task Of_two_that_come_with_one_code_one_is_let_in()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Postgres);
        var handOvers = new HandOvers(tenants.Catalog, tenants.Random, tenants.Clock);
        var acme = (await tenants.OpenAsync(TwoTenants.Acme)).TenantId;
        var secret = handOvers.NewSecret();
        var code = (await handOvers.IssueAsync(acme, tenants.Owner.Id, HandOvers.BindingOf(secret), default))!;

        var redeemed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => handOvers.RedeemAsync(acme, code, secret, default)));

        Assert.Single(redeemed, account => account is not null);
    }

    /// <summary>The address by which a signed-in browser would begin its session on the tenant's host, not followed yet.</summary>
    private async Task<string> CodeOfAsync(LedgerVisitor visitor)
    {
        var asked = await visitor.GetAsync(Acme + "/");
        Assert.Equal("localhost", asked.Headers.Location!.Host);
        Assert.Contains("binding", QueryHelpers.ParseQuery(asked.Headers.Location.Query).Keys);
        var issued = await visitor.GetAsync(asked.Headers.Location.AbsoluteUri);
        return issued.Headers.Location!.AbsoluteUri;
    }
}
