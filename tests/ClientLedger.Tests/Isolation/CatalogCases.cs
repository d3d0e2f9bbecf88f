using ClientLedger.Access;
using ClientLedger.Accounts;
using ClientLedger.Api.Keys;
using ClientLedger.History;
using ClientLedger.Jobs;
using ClientLedger.Messages;
using ClientLedger.Storage.Catalog;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Isolation;

/// <summary>The catalog's tables with a tenant: no fence of a database keeps them apart, so that each is tried through what reads and writes it.</summary>
internal static class CatalogCases
{
    /// <summary>By table.</summary>
    public static IReadOnlyDictionary<string, Func<TwoTenants, Task>> All { get; } = new Dictionary<string, Func<TwoTenants, Task>>
    {
        [nameof(Membership)] = MembershipsAsync,
        [nameof(TenantKey)] = KeysAsync,
        [nameof(ApiKey)] = ApiKeysAsync,
        [nameof(LogAnchor)] = AnchorsAsync,
        [nameof(HandOver)] = HandOversAsync,
        [nameof(JobRun)] = JobRunsAsync,
    };

    /// <summary>A member of Globex is neither named nor let in nor assigned to anything in Acme.</summary>
    private static async Task MembershipsAsync(TwoTenants tenants)
    {
        var gina = await tenants.AddMemberAsync(TwoTenants.Globex, "Gina");
        var acme = await tenants.OpenAsync(TwoTenants.Acme);
        var globex = await tenants.OpenAsync(TwoTenants.Globex);
        var names = new MemberNames(tenants.Catalog);

        Assert.DoesNotContain(gina.Id, (await names.OfAsync(acme, default)).Select(member => member.Id));
        Assert.Contains(gina.Id, (await names.OfAsync(globex, default)).Select(member => member.Id));
        Assert.Empty(await CatalogMembers.Of(tenants.Catalog, acme.TenantId)([gina.Id], default));
        Assert.Equal([gina.Id], await CatalogMembers.Of(tenants.Catalog, globex.TenantId)([gina.Id], default));
        await Assert.ThrowsAsync<RefusedException>(() => tenants.OpenAsync(TwoTenants.Acme, gina));
        var assigned = await tenants.Writing.ApplyAsync(acme, new ChangeSet(Door.Page, [WriteGateTests.Create("customer", ("name", "Nova"), ("owner", gina.Id))]), default);
        Assert.Equal("owner", Assert.Single(assigned.Rows[0].Refusals).Field);
    }

    /// <summary>A program's key of Globex's is neither shown nor good nor revoked in Acme.</summary>
    private static async Task ApiKeysAsync(TwoTenants tenants)
    {
        var role = await tenants.AddRoleAsync(TwoTenants.Globex, "Everything", [new Grant("customer", new EveryRecord())]);
        var (acme, globex) = (await tenants.OpenAsync(TwoTenants.Acme), await tenants.OpenAsync(TwoTenants.Globex));
        var keys = new ApiKeys(tenants.Catalog, tenants.Ids, tenants.Random, TwoTenants.Fresh, tenants.Clock);
        var (text, refusals) = await keys.MakeAsync(globex, new NewApiKey("Shop", role, "", ""), default);
        Assert.Empty(refusals);
        var key = Assert.Single(await keys.ListAsync(globex, default));

        Assert.Empty(await keys.ListAsync(acme, default));
        Assert.Empty(await ApiKeys.RolesOfAsync(acme, [key], default));
        Assert.Equal(["Everything"], (await ApiKeys.RolesOfAsync(globex, [key], default))[key.Id]);
        Assert.Null(await keys.FindAsync(acme.TenantId, text, from: null, default));
        Assert.False(await keys.RevokeAsync(acme, ApiKeys.IdOf(key.Id), default));
        Assert.Equal(key.Id, (await keys.FindAsync(globex.TenantId, text, from: null, default))!.Id);

        // Globex's role is none of Acme's.
        Assert.Equal("api.keyRole", Assert.Single((await keys.MakeAsync(acme, new NewApiKey("Shop", role, "", ""), default)).Refusals).Code.Code);
    }

    /// <summary>One tenant's key opens nothing of the other's, and goes alone.</summary>
    private static async Task KeysAsync(TwoTenants tenants)
    {
        var acme = await tenants.OpenAsync(TwoTenants.Acme);
        var globex = await tenants.OpenAsync(TwoTenants.Globex);
        await using var catalog = tenants.Catalog.CreateContext();
        var before = await catalog.TenantKeys.AsNoTracking().SingleAsync(key => key.TenantId == globex.TenantId);

        // A key that was put into the other tenant's row isn't opened there.
        Assert.Throws<RefusedException>(() => new TenantSecrets(new MasterKey(new byte[MasterKey.Length]), acme.TenantId, before.Wrapped, tenants.Random));
        await tenants.Keys.DeleteAsync(acme.TenantId, default);
        Assert.Equal([globex.TenantId], await catalog.TenantKeys.Select(key => key.TenantId).ToListAsync());
        Assert.Equal(before.Wrapped, (await catalog.TenantKeys.AsNoTracking().SingleAsync()).Wrapped);
    }

    /// <summary>An anchor of one tenant's log is no anchor of the other's.</summary>
    private static async Task AnchorsAsync(TwoTenants tenants)
    {
        using var folder = new TemporaryFolder();
        var acme = await tenants.OpenAsync(TwoTenants.Acme);
        var globex = await tenants.OpenAsync(TwoTenants.Globex);
        var anchors = new Anchors(tenants.Catalog, tenants.Shards, new AnchorFile(folder.PathOf("anchors.txt")), tenants.Clock);
        var created = await tenants.Writing.ApplyAsync(acme, new ChangeSet(Door.Page, [WriteGateTests.Create("customer", ("name", "Nova"))]), default);
        Assert.Empty(created.Rows[0].Refusals);

        await anchors.CopyAsync(default);

        Assert.NotEmpty(await anchors.OfAsync(acme.TenantId, default));
        Assert.Empty(await anchors.OfAsync(globex.TenantId, default));
    }

    /// <summary>A code for one tenant's host is none on the other's, and stays good where it belongs.</summary>
    private static async Task HandOversAsync(TwoTenants tenants)
    {
        var acme = await tenants.OpenAsync(TwoTenants.Acme);
        var globex = await tenants.OpenAsync(TwoTenants.Globex);
        var handOvers = new HandOvers(tenants.Catalog, tenants.Random, tenants.Clock);
        var secret = handOvers.NewSecret();
        var code = (await handOvers.IssueAsync(acme.TenantId, tenants.Owner.Id, HandOvers.BindingOf(secret), default))!;

        Assert.Null(await handOvers.RedeemAsync(globex.TenantId, code, secret, default));
        Assert.Equal(tenants.Owner.Id, await handOvers.RedeemAsync(acme.TenantId, code, secret, default));
    }

    /// <summary>The same person's run in the other tenant is unknown there, and stays as it is.</summary>
    private static async Task JobRunsAsync(TwoTenants tenants)
    {
        var acme = await tenants.OpenAsync(TwoTenants.Acme);
        var globex = await tenants.OpenAsync(TwoTenants.Globex);
        using var bell = new JobBell();
        var runs = new JobRuns(tenants.Catalog, bell, tenants.Clock);
        Assert.True(await runs.QueueAsync(acme, "kind", 1, default));

        Assert.Null(await runs.FindAsync(globex, 1, default));
        Assert.Empty(await runs.FindAsync(globex, [1], default));
        Assert.Empty(await runs.NewestAsync(globex, 10, default));
        foreach (var touch in new Func<LedgerScope, long, CancellationToken, Task>[] { runs.CancelAsync, runs.ResumeAsync })
        {
            Assert.Equal("jobs.runUnknown", (await Assert.ThrowsAsync<RefusedException>(() => touch(globex, 1, default))).Refusal.Code.Code);
        }

        var run = (await runs.FindAsync(acme, 1, default))!;
        Assert.Equal((JobState.Queued, ActorKind.Person), (run.State, run.AskerKind));
    }
}
