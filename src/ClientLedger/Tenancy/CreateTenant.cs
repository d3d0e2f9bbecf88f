using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Storage.Secrets;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tenancy;

/// <summary>What a new tenant begins with.</summary>
/// <param name="Name">Address name: <c>acme</c>.</param>
/// <param name="Owner">Account that gets every right.</param>
/// <param name="OwnerName">As the log shows the owner.</param>
/// <param name="Shard">Where its ledger will lie.</param>
public sealed record NewTenant(string Name, TenantSettings Settings, long Owner, string OwnerName, string Shard)
{
    /// <summary>Roles to begin with beside the owner's: names and grants.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<Grant> Grants)> Roles { get; init; } = [];
}

/// <summary>
/// Makes a tenant: its name, key and owner in the catalog, its settings, book, owner's role and sequences in the ledger. Catalog and
/// ledger are two databases: the name is taken first and opened last, and the same request finishes what a crash left between.
/// </summary>
public sealed class CreateTenant(CatalogDatabase catalog, Shards shards, TenantKeyRing keys, IdSource ids, TimeProvider clock)
{
    /// <summary>Makes the tenant and tells its id.</summary>
    /// <returns>0 and what is wrong when it was refused.</returns>
    public async Task<(int TenantId, IReadOnlyList<Refusal> Refusals)> RunAsync(NewTenant tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        List<Refusal> refusals = [.. SettingsRules.Check(tenant.Settings)];
        if (!TenantName.IsValid(tenant.Name))
        {
            refusals.Insert(0, Refusal.Of(TenancyMessages.Name, ("name", tenant.Name), ("max", Tenant.MaxName)) with { Field = "name" });
        }

        var database = shards[tenant.Shard];
        await using var context = catalog.CreateContext();
        if (!await context.Users.AnyAsync(account => account.Id == tenant.Owner, cancellationToken))
        {
            refusals.Add(Refusal.Of(TenancyMessages.OwnerUnknown, ("account", RecordIds.Format(RecordIds.Account, tenant.Owner))));
        }

        if (refusals.Count > 0)
        {
            return (0, refusals);
        }

        if (await EnterAsync(context, tenant, cancellationToken) is not { } entered)
        {
            return (0, [Refusal.Of(TenancyMessages.NameTaken, ("name", tenant.Name)) with { Field = "name" }]);
        }

        await FillAsync(database, entered.Id, tenant, cancellationToken);
        entered.State = TenantState.Active;
        await context.SaveChangesAsync(cancellationToken);
        return (entered.Id, []);
    }

    /// <summary>Takes the name; null when somebody else has it.</summary>
    private async Task<Tenant?> EnterAsync(CatalogContext context, NewTenant tenant, CancellationToken cancellationToken)
    {
        if (await BegunAsync(context, tenant, cancellationToken) is { } begun)
        {
            return begun;
        }

        var now = clock.Now();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var entered = new Tenant { Name = tenant.Name, State = TenantState.Preparing, Shard = tenant.Shard, CreatedAt = now };
        context.Add(entered);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            context.ChangeTracker.Clear();
            await transaction.RollbackAsync(cancellationToken);
            if (await context.Tenants.AnyAsync(x => x.Name == tenant.Name, cancellationToken))
            {
                return null;
            }

            throw;
        }

        context.Add(keys.NewKey(entered.Id));
        context.Add(new Membership { TenantId = entered.Id, AccountId = tenant.Owner, DisplayName = tenant.OwnerName, CreatedAt = now });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return entered;
    }

    /// <summary>The tenant that the same owner began and a crash left unfinished.</summary>
    private static Task<Tenant?> BegunAsync(CatalogContext context, NewTenant tenant, CancellationToken cancellationToken) =>
        context.Tenants
            .Where(x => x.Name == tenant.Name && x.State == TenantState.Preparing && x.Shard == tenant.Shard)
            .Where(x => context.Memberships.Any(membership => membership.TenantId == x.Id && membership.AccountId == tenant.Owner))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Everything in the ledger, in one transaction, unless it is there.</summary>
    private async Task FillAsync(LedgerDatabase database, int tenantId, NewTenant tenant, CancellationToken cancellationToken)
    {
        await using var transaction = await database.BeginAsync(tenantId, cancellationToken);
        await using var ledger = database.CreateContext(transaction);
        if (await ledger.Set<TenantSettingsRow>().AnyAsync(cancellationToken))
        {
            return;
        }

        var owners = new Role { Id = ids.Next(), IsOwner = true, Name = tenant.Settings.Language == Language.Chinese ? "所有者" : "Owner" };
        ledger.Add(new ScopeStamp());
        ledger.Add(TenantSettingsRow.Of(tenant.Settings));
        ledger.Add(new Book { Id = Book.DefaultId, Name = tenant.Settings.Language == Language.Chinese ? "客户台账" : "Customers" });
        ledger.Add(owners);
        ledger.Add(new RoleMember { RoleId = owners.Id, PersonId = tenant.Owner });
        foreach (var (name, grants) in tenant.Roles)
        {
            var role = ledger.Add(new Role { Id = ids.Next(), Name = name }).Entity;
            ledger.AddRange(grants.Select((grant, position) => RoleGrant.Of(role.Id, position, grant)));
        }

        ledger.AddRange(NumberSequence.Defaults());
        try
        {
            await ledger.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (DatabaseFailures.IsRace(database, failure))
        {
            // The same request came twice at once (a double click): the other one fills the ledger, or else the reading fails and says why.
            await using var other = database.CreateContext(tenantId);
            await other.Set<TenantSettingsRow>().SingleAsync(cancellationToken);
            return;
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
