using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Accounts;

/// <summary>What somebody enters to start a ledger.</summary>
/// <param name="Tenant">Address name: <c>acme</c>.</param>
/// <param name="Person">Name of who signs up, as the log will show it.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Zone">IANA zone that the browser tells, if it does.</param>
internal sealed record NewLedger(string Company, string Tenant, string Person, string Email, string Password, string Country, string? Zone, Language Language);

/// <summary>
/// Starts a ledger: an account, unless the e-mail address has one with this password, and a tenant that it owns. The same request twice, one after
/// the other or at once, makes one ledger and succeeds twice; what a crash left unfinished is finished by sending it again.
/// </summary>
internal sealed class SignUp(UserManager<Account> accounts, CatalogContext catalog, CreateTenant create, Shards shards, LedgerSchema schema, IdSource ids, TimeProvider clock)
{
    /// <returns>The account that owns the ledger now; null with what is wrong.</returns>
    public async Task<(Account? Account, IReadOnlyList<Refusal> Refusals)> RunAsync(NewLedger wanted, CancellationToken cancellationToken)
    {
        var settings = StarterSettings.Of(wanted.Company, wanted.Language, wanted.Country, wanted.Zone);
        var refusals = Check(wanted, settings, out var email);
        if (refusals.Count > 0)
        {
            return (null, refusals);
        }

        // Before there is an account: somebody whose name is taken shall not have half signed up.
        var existing = await accounts.FindByNameAsync(email);
        if (await OwnerOfAsync(wanted.Tenant, cancellationToken) is { } owner && owner != existing?.Id)
        {
            return (null, [Taken(wanted.Tenant)]);
        }

        if (await AccountAsync(existing, email, wanted) is not { } account)
        {
            return (null, [Refusal.Of(AccountMessages.EmailUsed) with { Field = "email" }]);
        }

        var (_, wrong) = await create.RunAsync(
            new NewTenant(wanted.Tenant, settings, account.Id, wanted.Person.Trim(), shards.Names.First())
            {
                Roles = ShippedRoles.In(wanted.Language, schema),
            },
            cancellationToken);
        if (wrong.Count == 0 || (wrong is [{ Code: var code }] && code == TenancyMessages.NameTaken && await OwnerOfAsync(wanted.Tenant, cancellationToken) == account.Id))
        {
            return (account, []);
        }

        return (null, wrong);
    }

    private static List<Refusal> Check(NewLedger wanted, TenantSettings settings, out string email)
    {
        List<Refusal> refusals = [.. SettingsRules.Check(settings)];
        if (!TenantName.IsValid(wanted.Tenant))
        {
            refusals.Add(Refusal.Of(TenancyMessages.Name, ("name", wanted.Tenant), ("max", Tenant.MaxName)) with { Field = "name" });
        }

        if (!EmailAddresses.TryParse(wanted.Email, out var address, out var refusal))
        {
            refusals.Add(refusal with { Field = "email" });
        }

        email = address ?? "";
        refusals.AddRange(AccountRules.Check(wanted.Person, wanted.Password, email, wanted.Tenant));
        return refusals;
    }

    /// <summary>The account of an e-mail address: a new one, or the one there is, if the password is its own.</summary>
    private async Task<Account?> AccountAsync(Account? existing, string email, NewLedger wanted)
    {
        if (existing is null)
        {
            var account = new Account { Id = ids.Next(), UserName = email, Email = email, Language = wanted.Language, CreatedAt = clock.Now() };
            if (await TryCreateAsync(account, wanted.Password))
            {
                return account;
            }

            existing = await accounts.FindByNameAsync(email)
                ?? throw new InvalidOperationException("An account could neither be made nor found.");
        }

        return await PasswordAttempts.IsRightAsync(accounts, existing, wanted.Password) ? existing : null;
    }

    private async Task<bool> TryCreateAsync(Account account, string password)
    {
        try
        {
            return (await accounts.CreateAsync(account, password)).Succeeded;
        }
        catch (DbUpdateException)
        {
            // The same address was entered at once by another request, or else looking for it finds nothing and fails.
            catalog.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>The account that a name belongs to already; null for a free name.</summary>
    private Task<long?> OwnerOfAsync(string tenant, CancellationToken cancellationToken) => catalog.Tenants
        .Where(x => x.Name == tenant)
        .Select(x => (long?)catalog.Memberships.Where(member => member.TenantId == x.Id).OrderBy(member => member.CreatedAt).Select(member => member.AccountId).First())
        .SingleOrDefaultAsync(cancellationToken);

    private static Refusal Taken(string name) => Refusal.Of(TenancyMessages.NameTaken, ("name", name)) with { Field = "name" };
}
