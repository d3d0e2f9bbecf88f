using System.Globalization;
using ClientLedger.Access;
using ClientLedger.Shared;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Browser.Tests.Driving;

/// <summary>Somebody who joined a ledger beside its owner, acme beside Anna where nothing else is said, with a role of her own and everybody's password.</summary>
internal sealed class Members
{
    private readonly LedgerApp app;
    private readonly string role, tenant, ownedBy;
    private long id;

    private Members(LedgerApp app, string role, string tenant, string ownedBy) => (this.app, this.role, this.tenant, this.ownedBy) = (app, role, tenant, ownedBy);

    /// <summary>Joins with these rights.</summary>
    public static async Task<Members> AddAsync(LedgerApp app, string email, IReadOnlyList<Grant> grants, string tenant = TwoTenants.Acme, string ownedBy = LedgerApp.AnnaEmail)
    {
        var (member, account) = (new Members(app, email, tenant, ownedBy), app.Services.GetRequiredService<IdSource>().Next());
        var scope = await member.OpenAsync();
        await using (var catalog = app.Services.GetRequiredService<CatalogDatabase>().CreateContext())
        {
            var owner = await catalog.Users.AsNoTracking().SingleAsync(user => user.Email == ownedBy);
            catalog.Users.Add(new Account
            {
                Id = account, UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(), PasswordHash = owner.PasswordHash,
                SecurityStamp = account.ToString(CultureInfo.InvariantCulture), EmailConfirmed = true,
            });
            catalog.Memberships.Add(new Membership { TenantId = scope.TenantId, AccountId = account, DisplayName = email.Split('@')[0], CreatedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
            await catalog.SaveChangesAsync();
        }

        await member.GiveAsync(grants);
        await using var ledger = scope.Database.CreateContext(scope.TenantId);
        Assert.Empty(await member.In(ledger, scope).GiveAsync(member.id, account, default));
        return member;
    }

    /// <summary>From now on she has these rights.</summary>
    public async Task GiveAsync(IReadOnlyList<Grant> grants)
    {
        var scope = await OpenAsync();
        await using var ledger = scope.Database.CreateContext(scope.TenantId);
        (id, var refusals) = await In(ledger, scope).SaveAsync(role, grants, default, id == 0 ? null : id);
        Assert.Empty(refusals);
    }

    private Task<LedgerScope> OpenAsync() => app.OpenAsync(tenant, ownedBy);

    private Roles In(Storage.LedgerContext ledger, LedgerScope scope) => new(ledger, scope.Schema, app.Services.GetRequiredService<IdSource>());
}
