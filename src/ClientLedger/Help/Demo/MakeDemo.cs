using ClientLedger.Access;
using ClientLedger.Customers;
using ClientLedger.Fields;
using ClientLedger.Help.Demo.Company;
using ClientLedger.Help.Demo.Jobs;
using ClientLedger.Jobs;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Help.Demo;

/// <summary>
/// Makes the demo's accounts and its tenant with people, teams, roles, books, own fields and rates, and queues what fills it; what a crash left half done is gone on with.
/// An installation that somebody uses already gets none.
/// </summary>
internal sealed class MakeDemo(
    DemoAccounts accounts, CatalogDatabase catalog, Shards shards, LedgerScopes scopes, CreateTenant create, JobRuns runs, IdSource ids, TimeProvider clock)
{
    private static readonly Actor Maker = Actor.System("demo");

    /// <summary>Makes what isn't there yet.</summary>
    /// <param name="password">First password of all accounts.</param>
    /// <returns>False when this installation has no demo and gets none.</returns>
    public async Task<bool> RunAsync(string password, DemoSize size, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (await accounts.MakeAsync(password, cancellationToken) is not { } staff)
        {
            return false;
        }

        await CreateAsync(staff, cancellationToken);
        await JoinAsync(staff, cancellationToken);
        await SetUpAsync(staff, size, cancellationToken);
        await QueueAsync(staff, cancellationToken);
        return true;
    }

    /// <summary>Whether records are still to come.</summary>
    public async Task<bool> IsFillingAsync(CancellationToken cancellationToken)
    {
        var scope = await scopes.OpenAsync(DemoTenant.Name, Maker, cancellationToken);
        await using var context = catalog.CreateContext();
        return await context.JobRuns.AnyAsync(
            run => run.TenantId == scope.TenantId && run.Kind == FillDemo.JobKind && run.EndedAt == null, cancellationToken);
    }

    private async Task CreateAsync(StaffIds staff, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        if (await context.Tenants.AnyAsync(tenant => tenant.Name == DemoTenant.Name && tenant.State == TenantState.Active, cancellationToken))
        {
            return;
        }

        var (_, refusals) = await create.RunAsync(
            new NewTenant(DemoTenant.Name, DemoTenant.Settings, staff.Owner, DemoStaff.Owner.Name, shards.Names.First()), cancellationToken);
        Demand(refusals);
    }

    private async Task JoinAsync(StaffIds staff, CancellationToken cancellationToken)
    {
        var scope = await scopes.OpenAsync(DemoTenant.Name, Maker, cancellationToken);
        await using var context = catalog.CreateContext();
        var members = await context.Memberships.Where(member => member.TenantId == scope.TenantId).Select(member => member.AccountId).ToListAsync(cancellationToken);
        foreach (var (person, id) in DemoStaff.All.Zip(staff.All).Where(each => !members.Contains(each.Second)))
        {
            context.Memberships.Add(new Membership { TenantId = scope.TenantId, AccountId = id, DisplayName = person.Name, CreatedAt = clock.Now() });
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task SetUpAsync(StaffIds staff, DemoSize size, CancellationToken cancellationToken)
    {
        var scope = await scopes.OpenAsync(DemoTenant.Name, Maker, cancellationToken);
        foreach (var field in DemoTenant.CustomerFields.Where(field => scope.Schema["customer"].Find(field.Name) is null))
        {
            Demand(await CustomFields.AddAsync(scope, "customer", field, cancellationToken));

            // The field belongs to the schema that the next one, and then grants, are checked against.
            scope = await scopes.OpenAsync(DemoTenant.Name, Maker, cancellationToken);
        }

        await using var transaction = await scope.Database.BeginAsync(scope.TenantId, cancellationToken);
        await using var context = scope.Database.CreateContext(transaction);
        if (await context.Set<Team>().AnyAsync(cancellationToken))
        {
            return;
        }

        AddTeams(context, staff);
        await AddRolesAsync(context, scope.Schema, staff, cancellationToken);
        context.AddRange(DemoTenant.Books);
        var numbers = await context.Set<NumberSequence>().SingleAsync(sequence => sequence.Name == "customer", cancellationToken);
        numbers.Next = size.Customers + 1;
        await ExchangeRateList.Read(scope.Settings.BaseCurrency, DemoTenant.RatesUpTo(OrderShare.DayOf(scope.Settings.Zone, clock.Now())))
            .SaveAsync(context, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>A run for each of the staff, the owner's first. Their ids are fixed, so that none is queued twice.</summary>
    private async Task QueueAsync(StaffIds staff, CancellationToken cancellationToken)
    {
        foreach (var ((person, account), number) in DemoStaff.All.Zip(staff.All).Zip(Enumerable.Range(1, DemoStaff.All.Count)))
        {
            var scope = await scopes.OpenAsync(DemoTenant.Name, new Actor(ActorKind.Person, account, person.Name), cancellationToken);
            await runs.QueueAsync(scope, FillDemo.JobKind, number, cancellationToken);
        }
    }

    private void AddTeams(LedgerContext context, StaffIds staff)
    {
        var teams = new Dictionary<string, long>();
        foreach (var (name, above) in DemoStaff.Teams)
        {
            teams.Add(name, ids.Next());
            context.Add(new Team { Id = teams[name], Name = name, ParentId = above is null ? null : teams[above] });
        }

        foreach (var (person, id) in DemoStaff.All.Zip(staff.All).Where(each => each.First.Team is not null))
        {
            context.Add(new TeamMember { TeamId = teams[person.Team!], PersonId = id });
        }
    }

    private async Task AddRolesAsync(LedgerContext context, LedgerSchema schema, StaffIds staff, CancellationToken cancellationToken)
    {
        var roles = new Roles(context, schema, ids);
        foreach (var group in DemoStaff.All.Zip(staff.All).Where(each => each.First.Role is not null).GroupBy(each => each.First.Role!))
        {
            var (role, refusals) = await roles.SaveAsync(group.Key, group.First().First.Grants!(schema), cancellationToken);
            Demand(refusals);
            foreach (var (_, person) in group)
            {
                Demand(await roles.GiveAsync(role, person, cancellationToken));
            }
        }
    }

    private static void Demand(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count > 0)
        {
            throw new RefusedException(refusals[0]);
        }
    }
}
