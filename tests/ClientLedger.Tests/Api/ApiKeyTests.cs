using System.Net;
using ClientLedger.Access;
using ClientLedger.Api.Keys;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Api;

/// <summary>Keys of programs: made by owners, kept as hashes, good for one tenant until they are revoked or expire, and from their networks alone.</summary>
public sealed class ApiKeyTests
{
    private static readonly IPAddress Here = IPAddress.Parse("203.0.113.7");

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_key_opens_its_own_tenant_s_ledger_with_the_rights_of_its_role(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var keys = KeysOf(tenants);
        var role = await tenants.AddRoleAsync(TwoTenants.Acme, "Notes", [new Grant("note", new EveryRecord())]);
        var (acme, globex) = (await tenants.OpenAsync(TwoTenants.Acme), await tenants.OpenAsync(TwoTenants.Globex));
        var text = await MadeAsync(keys, acme, role);

        var actor = await keys.FindAsync(acme.TenantId, text, Here, default);
        Assert.Equal((ActorKind.Client, "Shop"), (actor!.Kind, actor.Name));
        var scope = await tenants.OpenAsync(TwoTenants.Acme, actor);
        Assert.Single(scope.Rights.On("note").Grants);
        Assert.Empty(scope.Rights.On("customer").Grants);

        Assert.Null(await keys.FindAsync(globex.TenantId, text, Here, default));
        await Assert.ThrowsAsync<RefusedException>(() => tenants.OpenAsync(TwoTenants.Globex, actor));
        Assert.Empty(await keys.ListAsync(globex, default));
        Assert.False(await keys.RevokeAsync(globex, ApiKeys.IdOf(actor.Id), default));
        Assert.NotNull(await keys.FindAsync(acme.TenantId, text, Here, default));
        Assert.True(await keys.RevokeAsync(acme, ApiKeys.IdOf(actor.Id), default));
        Assert.Null(await keys.FindAsync(acme.TenantId, text, Here, default));
        Assert.Empty(await keys.ListAsync(acme, default));
    }

    [Fact]
    public async Task Nothing_that_is_kept_opens_anything_and_nothing_like_a_key_does()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var keys = KeysOf(tenants);
        var role = await RoleAsync(tenants);
        var scope = await tenants.OpenAsync(TwoTenants.Acme);
        var text = await MadeAsync(keys, scope, role);
        await using var catalog = tenants.Catalog.CreateContext();
        var row = await catalog.ApiKeys.AsNoTracking().SingleAsync();
        Assert.DoesNotContain(text[17..], $"{row.Name} {row.Networks} {Convert.ToHexString(row.SecretHash)}", StringComparison.Ordinal);
        foreach (var wrong in new[] { "", "key_", text[..17], text[..^1], text + "x", text[..^1] + (text[^1] == 'A' ? 'B' : 'A'), "cus" + text[3..], Convert.ToHexString(row.SecretHash) })
        {
            Assert.Null(await keys.FindAsync(scope.TenantId, wrong, Here, default));
        }
    }

    [Fact]
    public async Task A_key_is_good_until_its_day_and_from_its_networks()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var keys = KeysOf(tenants);
        var scope = await tenants.OpenAsync(TwoTenants.Acme);
        var tomorrow = TimeZoneInfo.ConvertTime(tenants.Clock.GetUtcNow(), scope.Settings.Zone).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var role = await RoleAsync(tenants);
        scope = await tenants.OpenAsync(TwoTenants.Acme);
        var text = await MadeAsync(keys, scope, role, "203.0.113.0/24 2001:db8::/32", tomorrow);
        foreach (var (address, isLetIn) in new[] { ("203.0.113.7", true), ("::ffff:203.0.113.7", true), ("2001:db8::1", true), ("203.0.114.7", false), ("::1", false) })
        {
            Assert.Equal((address, isLetIn), (address, await keys.FindAsync(scope.TenantId, text, IPAddress.Parse(address), default) is not null));
        }

        Assert.Null(await keys.FindAsync(scope.TenantId, text, null, default));
        tenants.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await keys.FindAsync(scope.TenantId, text, Here, default));
    }

    [Fact]
    public async Task When_a_key_was_used_is_kept_to_the_minute()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var keys = KeysOf(tenants);
        var role = await RoleAsync(tenants);
        var scope = await tenants.OpenAsync(TwoTenants.Acme);
        var text = await MadeAsync(keys, scope, role);
        Assert.Null((await keys.ListAsync(scope, default))[0].LastUsedAt);
        await keys.FindAsync(scope.TenantId, text, Here, default);
        var first = (await keys.ListAsync(scope, default))[0].LastUsedAt;
        Assert.NotNull(first);
        foreach (var (seconds, isKept) in new[] { (59, false), (1, true) })
        {
            tenants.Clock.Advance(TimeSpan.FromSeconds(seconds));
            await keys.FindAsync(scope.TenantId, text, Here, default);
            Assert.Equal(isKept, (await keys.ListAsync(scope, default))[0].LastUsedAt != first);
        }
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_form_makes_one_key_however_often_it_is_sent(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var keys = KeysOf(tenants);
        var asked = new NewApiKey("Shop", await RoleAsync(tenants), "203.0.113.0/24", "2099-01-01");
        var theirs = asked with { Role = await tenants.AddRoleAsync(TwoTenants.Globex, "Notes", [new Grant("note", new EveryRecord())]) };
        var (acme, globex) = (await tenants.OpenAsync(TwoTenants.Acme), await tenants.OpenAsync(TwoTenants.Globex));
        asked = asked with { Draft = keys.Draft(acme) };

        // At once: each rests on a scope that the first of them makes old.
        var scopes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => tenants.OpenAsync(TwoTenants.Acme)));
        var sent = await Task.WhenAll(scopes.Select(scope => Task.Run(() => keys.MakeAsync(scope, asked, default))));
        Assert.All(sent, each => Assert.Empty(each.Refusals));
        var text = Assert.Single(sent.Select(each => each.Text).Distinct());
        var id = Assert.Single(await keys.ListAsync(acme, default)).Id;
        Assert.Equal(id, (await keys.FindAsync(acme.TenantId, text, Here, default))!.Id);

        // And a moment later.
        tenants.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(text, (await keys.MakeAsync(await tenants.OpenAsync(TwoTenants.Acme), asked, default)).Text);
        Assert.Single(await keys.ListAsync(acme, default));

        // The form of one ledger is none of another's.
        var (other, refusals) = await keys.MakeAsync(globex, theirs with { Draft = asked.Draft }, default);
        Assert.Empty(refusals);
        Assert.NotEqual(text[17..], other[17..]);
        Assert.NotEqual(id, Assert.Single(await keys.ListAsync(globex, default)).Id);
    }

    [Fact]
    public async Task A_form_that_asks_for_something_else_or_much_later_is_told_that_it_has_made_its_key()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var keys = KeysOf(tenants);
        var role = await RoleAsync(tenants);
        var other = await tenants.AddRoleAsync(TwoTenants.Acme, "Tasks", [new Grant("task", new EveryRecord())]);
        var scope = await tenants.OpenAsync(TwoTenants.Acme);
        var asked = new NewApiKey("Shop", role, "", "") { Draft = keys.Draft(scope) };
        Assert.Empty((await keys.MakeAsync(scope, asked, default)).Refusals);
        scope = await tenants.OpenAsync(TwoTenants.Acme);
        foreach (var different in new[] { asked with { Name = "Till" }, asked with { Role = other }, asked with { Networks = "203.0.113.0/24" }, asked with { Expires = "2099-01-01" } })
        {
            await RefusedAsync(different);
        }

        tenants.Clock.Advance(TimeSpan.FromMinutes(5));
        await RefusedAsync(asked);
        var key = Assert.Single(await keys.ListAsync(scope, default));
        Assert.Equal(["Notes"], (await ApiKeys.RolesOfAsync(scope, [key], default))[key.Id]);

        // Another form makes another, and a key that was revoked isn't shown again, nor revoked in vain.
        asked = asked with { Draft = keys.Draft(scope) };
        var (text, refusals) = await keys.MakeAsync(scope, asked, default);
        Assert.Empty(refusals);
        for (var i = 0; i < 2; i++)
        {
            Assert.True(await keys.RevokeAsync(scope, text[..17], default));
        }

        await RefusedAsync(asked);
        Assert.Equal(key.Id, Assert.Single(await keys.ListAsync(scope, default)).Id);

        async Task RefusedAsync(NewApiKey again)
        {
            var (none, refused) = await keys.MakeAsync(scope, again, default);
            Assert.Equal(("", "api.keyMade"), (none, Assert.Single(refused).Code.Code));
        }
    }

    [Fact]
    public async Task A_key_that_came_no_further_than_its_role_is_finished_by_sending_its_form_again()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var keys = KeysOf(tenants);
        var role = await RoleAsync(tenants);
        var other = await tenants.AddRoleAsync(TwoTenants.Acme, "Tasks", [new Grant("task", new EveryRecord())]);
        var scope = await tenants.OpenAsync(TwoTenants.Acme);
        var asked = new NewApiKey("Shop", role, "", "") { Draft = keys.Draft(scope) };
        var (text, _) = await keys.MakeAsync(scope, asked, default);
        await using (var catalog = tenants.Catalog.CreateContext())
        {
            await catalog.ApiKeys.ExecuteDeleteAsync();
        }

        // With another role it would have two.
        var (_, refusals) = await keys.MakeAsync(await tenants.OpenAsync(TwoTenants.Acme), asked with { Role = other }, default);
        Assert.Equal("api.keyMade", Assert.Single(refusals).Code.Code);
        Assert.Equal("write.scopeChanged", Assert.Single((await keys.MakeAsync(scope, asked with { Role = other }, default)).Refusals).Code.Code);
        Assert.Equal(text, (await keys.MakeAsync(scope, asked, default)).Text);
        Assert.Single(await keys.ListAsync(scope, default));
    }

    [Fact]
    public async Task The_form_of_one_owner_makes_nothing_of_another_s_and_shows_nothing_to_who_owns_nothing_any_more()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var keys = KeysOf(tenants);
        var role = await RoleAsync(tenants);
        var scope = await tenants.OpenAsync(TwoTenants.Acme);
        var asked = new NewApiKey("Shop", role, "", "") { Draft = keys.Draft(scope) };
        Assert.Empty((await keys.MakeAsync(scope, asked, default)).Refusals);
        var member = await tenants.OpenAsync(TwoTenants.Acme, await tenants.AddMemberAsync(TwoTenants.Acme, "Mia"));
        Assert.Equal("access.ownersOnly", Assert.Single((await keys.MakeAsync(member, asked, default)).Refusals).Code.Code);
        Assert.Null(KeyDraft.Open(member, asked.Draft));
        Assert.NotNull(KeyDraft.Open(scope, asked.Draft));
        foreach (var none in new[] { null, "", "what", asked.Draft + "A", asked.Draft![..^2] })
        {
            Assert.Null(KeyDraft.Open(scope, none));
        }
    }

    [Fact]
    public async Task What_is_wrong_with_a_new_key_is_told_and_only_an_owner_makes_one()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var keys = KeysOf(tenants);
        var role = await RoleAsync(tenants);
        var scope = await tenants.OpenAsync(TwoTenants.Acme);
        foreach (var (asked, expected) in new[]
        {
            (new NewApiKey(" ", role, "", ""), "name: api.keyName"),
            (new NewApiKey("Shop", null, "", ""), "role: api.keyRole"),
            (new NewApiKey("Shop", 4711, "", ""), "role: api.keyRole"),
            (new NewApiKey("Shop", role, "203.0.113.0/24 here", ""), "networks: api.keyNetworks"),
            (new NewApiKey("Shop", role, "", "2020-01-01"), "expires: api.keyExpires"),
            (new NewApiKey("Shop", role, "", "soon"), "expires: api.keyExpires"),
        })
        {
            var (text, refusals) = await keys.MakeAsync(scope, asked, default);
            Assert.Equal(("", expected), (text, Assert.Single(refusals).ToString()));
        }

        var member = await tenants.AddMemberAsync(TwoTenants.Acme, "Mia");
        var (none, refused) = await keys.MakeAsync(await tenants.OpenAsync(TwoTenants.Acme, member), new NewApiKey("Shop", role, "", ""), default);
        Assert.Equal(("", "access.ownersOnly"), (none, Assert.Single(refused).Code.Code));
        Assert.Empty(await keys.ListAsync(scope, default));
    }

    private static ApiKeys KeysOf(TwoTenants tenants) => new(tenants.Catalog, tenants.Ids, tenants.Random, TwoTenants.Fresh, tenants.Clock);

    private static Task<long> RoleAsync(TwoTenants tenants) => tenants.AddRoleAsync(TwoTenants.Acme, "Notes", [new Grant("note", new EveryRecord())]);

    private static async Task<string> MadeAsync(ApiKeys keys, LedgerScope scope, long role, string networks = "", string expires = "")
    {
        var (text, refusals) = await keys.MakeAsync(scope, new NewApiKey("Shop", role, networks, expires), default);
        Assert.Empty(refusals);
        return text;
    }
}
