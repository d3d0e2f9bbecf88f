using ClientLedger.History;
using ClientLedger.History.Jobs;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClientLedger.Tests.History;

/// <summary>An older copy of a ledger is whole in itself: only what is kept outside tells.</summary>
public sealed class AnchorsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_last_copy_at_shutdown_is_made_although_all_connections_were_cut()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Postgres);
        var anchors = Anchors(tenants);
        await WriteAsync(tenants, 2);
        using var copies = new CopyAnchors(anchors, tenants.Clock, NullLogger<CopyAnchors>.Instance);
        await copies.StartAsync(default);

        await PostgresCluster.CutAsync(tenants.CatalogAddress, spared: "nobody");
        await PostgresCluster.CutAsync(tenants.OwnerAddress, spared: "nobody");
        await copies.StopAsync(default);

        foreach (var name in new[] { TwoTenants.Acme, TwoTenants.Globex })
        {
            Assert.Equal([2L, 2L], (await AnchorsOfAsync(tenants, anchors, name)).Select(anchor => anchor.Number));
        }
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_restored_older_copy_is_found_out_by_either_anchor(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var anchors = Anchors(tenants);
        await WriteAsync(tenants, 2);
        await tenants.Stored.BackUpAsync();
        await WriteAsync(tenants, 3);
        await anchors.CopyAsync(CancellationToken.None);

        await tenants.Stored.RestoreAsync();

        foreach (var name in new[] { TwoTenants.Acme, TwoTenants.Globex })
        {
            var kept = await AnchorsOfAsync(tenants, anchors, name);
            Assert.Equal([5L, 5L], kept.Select(anchor => anchor.Number));
            Assert.Null((await VerifyAsync(tenants, name, [])).Fault);
            var sources = new List<string>();
            foreach (var anchor in kept)
            {
                var fault = (await VerifyAsync(tenants, name, [anchor])).Fault;
                Assert.Equal("history.olderThanAnchor", fault?.Code.Code);
                sources.Add(fault!.In(Language.English));
            }

            Assert.Contains("ends with set 2, but an anchor of the catalog names set 5", sources[0], StringComparison.Ordinal);
            Assert.Contains("ends with set 2, but an anchor of the anchor file names set 5", sources[1], StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_log_that_went_on_from_an_older_copy_is_found_out_too(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var anchors = Anchors(tenants);
        await WriteAsync(tenants, 2);
        await tenants.Stored.BackUpAsync();
        await WriteAsync(tenants, 1);
        await anchors.CopyAsync(CancellationToken.None);
        await tenants.Stored.RestoreAsync();
        await WriteAsync(tenants, 4);

        // Copying must not hide it.
        await anchors.CopyAsync(CancellationToken.None);

        foreach (var name in new[] { TwoTenants.Acme, TwoTenants.Globex })
        {
            var fault = (await VerifyAsync(tenants, name, await AnchorsOfAsync(tenants, anchors, name))).Fault;
            Assert.Equal("history.anchorDiffers", fault?.Code.Code);
            Assert.StartsWith("Set 3 isn't the one", fault!.In(Language.English), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task An_anchor_never_goes_back(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        var anchors = Anchors(tenants);
        await WriteAsync(tenants, 1);
        await tenants.Stored.BackUpAsync();
        await WriteAsync(tenants, 2);
        await anchors.CopyAsync(CancellationToken.None);
        var before = await AnchorsOfAsync(tenants, anchors, TwoTenants.Acme);

        await tenants.Stored.RestoreAsync();
        await anchors.CopyAsync(CancellationToken.None);

        var after = await AnchorsOfAsync(tenants, anchors, TwoTenants.Acme);
        Assert.Equal(before.Select(anchor => (anchor.Number, Convert.ToHexString(anchor.Mac))), after.Select(anchor => (anchor.Number, Convert.ToHexString(anchor.Mac))));
    }

    private Anchors Anchors(TwoTenants tenants) => new(tenants.Catalog, tenants.Shards, new AnchorFile(folder.PathOf("anchors.txt")), tenants.Clock);

    private static async Task<IReadOnlyCollection<Anchor>> AnchorsOfAsync(TwoTenants tenants, Anchors anchors, string name) =>
        await anchors.OfAsync((await tenants.OpenAsync(name)).TenantId, CancellationToken.None);

    private static async Task<LogVerdict> VerifyAsync(TwoTenants tenants, string name, IReadOnlyCollection<Anchor> anchors)
    {
        var scope = await tenants.OpenAsync(name);
        return await new LogVerifier(tenants.Ledger, scope.Schema).VerifyAsync(scope.TenantId, scope.Secrets, anchors, CancellationToken.None);
    }

    /// <summary>Some sets in both tenants.</summary>
    private static async Task WriteAsync(TwoTenants tenants, int sets)
    {
        foreach (var name in new[] { TwoTenants.Acme, TwoTenants.Globex })
        {
            var scope = await tenants.OpenAsync(name);
            for (var i = 0; i < sets; i++)
            {
                var changes = new ChangeSet(Door.Page, [WriteGateTests.Create("customer", ("name", "Customer"))]) { Duplicates = DuplicatePolicy.Create };
                Assert.True((await tenants.Writing.ApplyAsync(scope, changes, CancellationToken.None)).Applied);
            }
        }
    }
}
