using ClientLedger.Help.Demo.Company;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Help.Demo;

/// <summary>The accounts of the demo's staff.</summary>
internal sealed class DemoAccounts(CatalogDatabase catalog, IPasswordHasher<Account> passwords, ILookupNormalizer normalizer, IdSource ids, TimeProvider clock)
{
    /// <summary>The staff's accounts, or null where not all of them are there.</summary>
    public static async Task<StaffIds?> FindAsync(CatalogContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var names = DemoStaff.All.Select(person => person.Email).ToList();
        var found = await context.Users.Where(account => names.Contains(account.UserName!))
            .ToDictionaryAsync(account => account.UserName!, account => account.Id, cancellationToken);
        return found.Count == names.Count ? new StaffIds(found[names[0]], found[names[1]], found[names[2]], found[names[3]]) : null;
    }

    /// <summary>Finds the accounts, or makes them all together where nobody has any account or tenant yet; null where somebody has.</summary>
    /// <param name="password">First password of all of them.</param>
    public async Task<StaffIds?> MakeAsync(string password, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        if (await FindAsync(context, cancellationToken) is { } found)
        {
            return found;
        }

        if (await context.Users.AnyAsync(cancellationToken) || await context.Tenants.AnyAsync(cancellationToken))
        {
            return null;
        }

        context.Users.AddRange(DemoStaff.All.Select(person => AccountOf(person, password)));
        await context.SaveChangesAsync(cancellationToken);
        return await FindAsync(context, cancellationToken);
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
}
