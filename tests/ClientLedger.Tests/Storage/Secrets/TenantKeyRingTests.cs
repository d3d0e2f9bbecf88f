using System.Data.Common;
using ClientLedger.Sqlite;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Storage.Secrets;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClientLedger.Tests.Storage.Secrets;

public sealed class TenantKeyRingTests
{
    private const int Field = 1_020;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Deleting_one_tenants_key_makes_its_values_unreadable_and_no_others(Provider provider)
    {
        await using var catalog = await TestCatalog.CreateAsync(provider);
        using var ring = new TenantKeyRing(catalog.Database, new MasterKey(new byte[32]), new FixedRandom(), new FixedClock());
        var (acme, globex) = await TwoTenantsAsync(catalog.Database, ring);
        var stored = (await ring.OpenAsync(acme, default)).Encrypt(Field, "secret");
        var others = (await ring.OpenAsync(globex, default)).Encrypt(Field, "other");

        await ring.DeleteAsync(acme, default);

        Assert.Null((await ring.OpenAsync(acme, default)).Decrypt(Field, stored));
        Assert.Equal("other", (await ring.OpenAsync(globex, default)).Decrypt(Field, others));
    }

    [Fact]
    public async Task Another_process_with_the_same_master_key_reads_the_values()
    {
        await using var catalog = await TestCatalog.CreateAsync(Provider.Sqlite);
        using var first = new TenantKeyRing(catalog.Database, new MasterKey(new byte[32]), new FixedRandom(1), new FixedClock());
        using var second = new TenantKeyRing(catalog.Database, new MasterKey(new byte[32]), new FixedRandom(2), new FixedClock());
        var (acme, _) = await TwoTenantsAsync(catalog.Database, first);

        var stored = (await first.OpenAsync(acme, default)).Encrypt(Field, "secret");
        Assert.Equal("secret", (await second.OpenAsync(acme, default)).Decrypt(Field, stored));
    }

    [Fact]
    public async Task A_key_that_is_deleted_while_it_is_being_read_is_not_kept()
    {
        await using var catalog = await TestCatalog.CreateAsync(Provider.Sqlite);
        var between = new Between();
        var slow = new CatalogDatabase(Provider.Sqlite, new DbContextOptionsBuilder<CatalogContext>(SqliteCatalog.Options(catalog.Address)).AddInterceptors(between).Options);
        using var ring = new TenantKeyRing(slow, new MasterKey(new byte[32]), new FixedRandom(), new FixedClock());
        var (acme, globex) = await TwoTenantsAsync(catalog.Database, ring);
        var others = (await ring.OpenAsync(globex, default)).Encrypt(Field, "other");
        between.Act = () => ring.DeleteAsync(acme, default);

        var stored = (await ring.OpenAsync(acme, default)).Encrypt(Field, "secret");

        Assert.Null(between.Act);
        Assert.Null((await ring.OpenAsync(acme, default)).Decrypt(Field, stored));
        Assert.Equal("other", (await ring.OpenAsync(globex, default)).Decrypt(Field, others));
    }

    /// <summary>Does something once, after a query has found its rows and before they are told.</summary>
    private sealed class Between : DbCommandInterceptor
    {
        public Func<Task>? Act { get; set; }

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            var act = Act;
            Act = null;
            await (act?.Invoke() ?? Task.CompletedTask);
            return result;
        }
    }

    private static async Task<(int Acme, int Globex)> TwoTenantsAsync(CatalogDatabase catalog, TenantKeyRing ring)
    {
        await using var context = catalog.CreateContext();
        var (acme, globex) = (new Tenant { Name = "acme", Shard = "main" }, new Tenant { Name = "globex", Shard = "main" });
        context.AddRange(new Shard { Name = "main" }, acme, globex);
        await context.SaveChangesAsync();
        context.TenantKeys.AddRange(ring.NewKey(acme.Id), ring.NewKey(globex.Id));
        await context.SaveChangesAsync();
        return (acme.Id, globex.Id);
    }
}
