using ClientLedger.Access;
using ClientLedger.Customers;
using ClientLedger.Fields;
using ClientLedger.Help.Demo.Company;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Help.Demo;

/// <summary>
/// Makes the demo's accounts and its tenant with people, teams, roles, books, own fields and rates; what a crash left half done is gone on with. An installation
/// that somebody uses already gets none.
/// </summary>
internal sealed class MakeDemo(
    CatalogDatabase catalog, Shards shards, LedgerScopes scopes, CreateTenant create, IPasswordHasher<Account> passwords, ILookupNormalizer normalizer, IdSource ids,
    TimeProvider clock)
{
    private static readonly Actor Maker = Actor.System("demo");

    /// <summary>Makes what isn't there yet, and tells the accounts of the staff; null when this installation has no demo and gets none.</summary>
    /// <param name="password">First password of all accounts.</param>
    public async Task<StaffIds?> RunAsync(string password, DemoSize size, CancellationToken cancellationToken)
    {
        if (await AccountsAsync(password, cancellationToken) is not { } staff)
        {
            return null;
        }

        await CreateAsync(staff, cancellationToken);
        await JoinAsync(staff, cancellationToken);
        await SetUpAsync(staff, size, cancellationToken);
        return staff;
    }

    /// <summary>The accounts, made together where nobody has any account or tenant.</summary>
    private async Task<StaffIds?> AccountsAsync(string password, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        var names = DemoStaff.All.Select(person => normalizer.NormalizeEmail(person.Email)).ToList();
        var found = await context.Users.AsNoTracking().Where(account => names.Contains(account.NormalizedEmail!))
            .ToDictionaryAsync(account => account.NormalizedEmail!, account => account.Id, cancellationToken);
        if (found.Count == 0 && !await context.Users.AnyAsync(cancellationToken) && !await context.Tenants.AnyAsync(cancellationToken))
        {
            context.Users.AddRange(DemoStaff.All.Select(person => AccountOf(person, password)));
            await context.SaveChangesAsync(cancellationToken);
            found = context.Users.Local.ToDictionary(account => account.NormalizedEmail!, account => account.Id);
        }

        return found.Count == names.Count ? new StaffIds(found[names[0]], found[names[1]], found[names[2]], found[names[3]]) : null;
    }

    private Account AccountOf(DemoPerson person, string password)
    {
        var account = new Account
        {
            Id = ids.Next(),
            UserName = person.Email,
            NormalizedUserName = normalizer.NormalizeName(person.Email),
            Email = person.Email,
            NormalizedEmail = normalizer.NormalizeEmail(person.Email),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = RecordIds.Format(RecordIds.Account, ids.Next()),
            Language = person.Language,
            CreatedAt = clock.Now(),
        };
        account.PasswordHash = passwords.HashPassword(account, password);
        return account;
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
        }

        // The own fields belong to the schema that grants are checked against.
        scope = await scopes.OpenAsync(DemoTenant.Name, Maker, cancellationToken);
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
