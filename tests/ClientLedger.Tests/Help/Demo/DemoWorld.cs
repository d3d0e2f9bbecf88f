using ClientLedger.Access;
using ClientLedger.Help.Demo;
using ClientLedger.Help.Demo.Company;
using ClientLedger.Help.Demo.Jobs;
using ClientLedger.Jobs;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Writing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClientLedger.Tests.Help.Demo;

/// <summary>A demo beside the two tenants, made and filled as the product does it.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    public const string Password = "for tests only";

    private static readonly TimeSpan LeaseLasts = TimeSpan.FromMinutes(1);

    private int processes;

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
        var tenants = await TwoTenants.CreateAsync(provider, async world =>
        {
            Assert.True(await MakeAsync(world));
            await using var catalog = world.Catalog.CreateContext();
            staff = await DemoAccounts.FindAsync(catalog, default);
        });
        return new(tenants, staff!);
    }

    /// <summary>Makes the demo in a world, or finds that it is made; false where there can't be one.</summary>
    public static async Task<bool> MakeAsync(TwoTenants world)
    {
        using var bell = new JobBell();
        var accounts = new DemoAccounts(world.Catalog, new PasswordHasher<Account>(), new UpperInvariantLookupNormalizer(), world.Ids, world.Clock);
        return await new MakeDemo(accounts, world.Catalog, world.Shards, world.Scopes, world.Create, new JobRuns(world.Catalog, bell, world.Clock), world.Ids, world.Clock)
            .RunAsync(Password, Size, default);
    }

    /// <summary>A new process does what is queued, until it is done or the process is stopped.</summary>
    /// <param name="stopsAt">The set at whose beginning the process is stopped, counted from 1; null for never.</param>
    public async Task FillAsync(int? stopsAt = null)
    {
        using var stop = new CancellationTokenSource();
        var runner = await ProcessAsync($"process {++processes}", new StoppingClock(Tenants.Clock, stopsAt, stop));
        try
        {
            while (await runner.RunNextAsync(stop.Token))
            {
                // The next one.
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It was stopped while it looked for the next one.
        }

        // Whatever this process had is free when its lease has run out.
        Tenants.Clock.Advance(LeaseLasts * 2);
    }

    /// <summary>What became of the runs, the owner's first.</summary>
    public async Task<IReadOnlyList<JobState>> StatesAsync()
    {
        await using var catalog = Tenants.Catalog.CreateContext();
        return await catalog.JobRuns.Where(run => run.Kind == FillDemo.JobKind).OrderBy(run => run.Id).Select(run => run.State).ToListAsync();
    }

    /// <summary>The demo's ledger, opened by its owner.</summary>
    public Task<LedgerScope> OpenAsync() => OpenAsync(Staff.Owner);

    /// <summary>The demo's ledger, opened by one of its people.</summary>
    public Task<LedgerScope> OpenAsync(long account) => Tenants.OpenAsync(DemoTenant.Name, new Actor(ActorKind.Person, account, "Somebody"));

    public ValueTask DisposeAsync() => Tenants.DisposeAsync();

    private async Task<JobRunner> ProcessAsync(string holder, TimeProvider gateClock)
    {
        await using (var context = Tenants.Catalog.CreateContext())
        {
            context.NodeLeases.Add(new() { Node = processes, Holder = holder, ExpiresAt = Tenants.Clock.Now() + LeaseLasts });
            await context.SaveChangesAsync();
        }

        var job = new FillDemo(Tenants.Catalog, Size, new DemoAnnouncement(TextWriter.Null));
        var gate = new WriteGate(Tenants.Reading, Tenants.Ids, gateClock, new FixedRandom(), BuiltInRules.All);
        return new JobRunner(
            Tenants.Catalog, Tenants.Shards, new JobLeases(Tenants.Catalog, holder, Tenants.Clock), Tenants.Scopes, gate, [job], new WaitingPeople(), Tenants.Clock,
            NullLogger<JobRunner>.Instance);
    }

    /// <summary>The write gate asks it once for each set, which tells when to stop whatever the machine's speed.</summary>
    private sealed class StoppingClock(TimeProvider clock, int? stopsAt, CancellationTokenSource stop) : TimeProvider
    {
        private int asked;

        public override DateTimeOffset GetUtcNow()
        {
            if (++asked == stopsAt)
            {
                stop.Cancel();
            }

            return clock.GetUtcNow();
        }
    }
}
