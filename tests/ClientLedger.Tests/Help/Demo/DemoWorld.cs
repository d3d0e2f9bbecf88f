using ClientLedger.Access;
using ClientLedger.Help.Demo;
using ClientLedger.Help.Demo.Company;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using Microsoft.AspNetCore.Identity;

namespace ClientLedger.Tests.Help.Demo;

/// <summary>A demo beside the two tenants, made and filled as the product does it.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    public const string Password = "for tests only";

    private DemoWorld(TwoTenants tenants, StaffIds staff)
    {
        Tenants = tenants;
        Staff = staff;
    }

    /// <summary>3,000 customers, or a tenth.</summary>
    public static DemoSize Size { get; } = new(Depth.Count(DemoSize.Full.Customers));

    public TwoTenants Tenants { get; }

    public StaffIds Staff { get; }

    /// <summary>A demo without records.</summary>
    public static async Task<DemoWorld> MakeAsync(Provider provider)
    {
        StaffIds? staff = null;
        var tenants = await TwoTenants.CreateAsync(provider, async world => staff = await MakeAsync(world));
        return new(tenants, staff!);
    }

    /// <summary>Makes the demo in a world, or finds that it is made.</summary>
    public static Task<StaffIds?> MakeAsync(TwoTenants world) =>
        new MakeDemo(world.Catalog, world.Shards, world.Scopes, world.Create, new PasswordHasher<Account>(), new UpperInvariantLookupNormalizer(), world.Ids, world.Clock)
            .RunAsync(Password, Size, default);

    /// <summary>Writes what is missing, and tells how many batches that was.</summary>
    public async Task<int> FillAsync(CancellationToken cancellationToken = default)
    {
        var fill = new FillDemo(Tenants.Scopes, Tenants.Writing, Tenants.Clock);
        var missing = await fill.MissingAsync(Staff, Size, cancellationToken);
        foreach (var batch in missing)
        {
            await fill.WriteAsync(batch, Staff, cancellationToken);
        }

        return missing.Count;
    }

    /// <summary>The demo's ledger, opened by its owner.</summary>
    public Task<LedgerScope> OpenAsync() => OpenAsync(Staff.Owner);

    /// <summary>The demo's ledger, opened by one of its people.</summary>
    public Task<LedgerScope> OpenAsync(long account) => Tenants.OpenAsync(DemoTenant.Name, new Actor(ActorKind.Person, account, "Somebody"));

    public ValueTask DisposeAsync() => Tenants.DisposeAsync();
}
