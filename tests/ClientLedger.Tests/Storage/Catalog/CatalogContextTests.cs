using ClientLedger.Postgres;
using ClientLedger.Sqlite;
using ClientLedger.SqlServer;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Storage.Catalog;

public sealed class CatalogContextTests
{
    [Fact]
    public void No_change_of_the_model_is_without_a_migration()
    {
        DbContextOptions<CatalogContext>[] providers =
            [SqliteCatalog.Options("Data Source=:memory:"), PostgresCatalog.Options("Host=localhost"), SqlServerCatalog.Options("Server=localhost")];
        foreach (var options in providers)
        {
            using var context = new CatalogContext(options);
            Assert.False(context.Database.HasPendingModelChanges(), $"{context.Database.ProviderName}: run infra/migrations with 'add NAME'.");
        }
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Keeps_accounts_with_passkeys_and_memberships_in_two_tenants(Provider provider)
    {
        await using var catalog = await TestCatalog.CreateAsync(provider);
        var at = new FixedClock().Now();
        await using (var context = catalog.Database.CreateContext())
        {
            context.Shards.Add(new Shard { Name = "main", Provider = provider });
            var acme = new Tenant { Name = "acme", Shard = "main", CreatedAt = at };
            var globex = new Tenant { Name = "globex", Shard = "main", CreatedAt = at };
            context.AddRange(acme, globex, new Account { Id = 7, UserName = "lin@example.com", CreatedAt = at });
            await context.SaveChangesAsync();
            context.AddRange(
                new Membership { TenantId = acme.Id, AccountId = 7, DisplayName = "Lin", CreatedAt = at },
                new Membership { TenantId = globex.Id, AccountId = 7, DisplayName = "林", CreatedAt = at },
                new IdentityUserPasskey<long> { UserId = 7, CredentialId = [1, 2, 3], Data = new IdentityPasskeyData { Name = "phone", PublicKey = [4], AttestationObject = [5], ClientDataJson = [6] } });
            await context.SaveChangesAsync();
        }

        await using var other = catalog.Database.CreateContext();
        var membership = await other.Memberships.SingleAsync(x => x.DisplayName == "林");
        Assert.Equal(at, membership.CreatedAt);
        Assert.Equal(DateTimeKind.Utc, membership.CreatedAt.Kind);
        Assert.Equal("phone", (await other.Set<IdentityUserPasskey<long>>().SingleAsync(x => x.UserId == 7)).Data.Name);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Refuses_a_second_tenant_of_the_same_name(Provider provider)
    {
        await using var catalog = await TestCatalog.CreateAsync(provider);
        await using var context = catalog.Database.CreateContext();
        context.Shards.Add(new Shard { Name = "main", Provider = provider });
        context.Tenants.AddRange(new Tenant { Name = "acme", Shard = "main" }, new Tenant { Name = "acme", Shard = "main" });
        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
    }
}
