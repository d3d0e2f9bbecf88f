using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Storage.Secrets;
using ClientLedger.TestKit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Storage.Secrets;

public sealed class DataProtectionTests
{
    [Fact]
    public async Task A_second_node_reads_what_the_first_protected_and_no_key_lies_in_the_clear()
    {
        await using var catalog = await TestCatalog.CreateAsync(Provider.Sqlite);
        var bytes = Protector(catalog.Database).Protect("token");

        Assert.Equal("token", Protector(catalog.Database).Unprotect(bytes));
        await using var context = catalog.Database.CreateContext();
        var xml = (await context.DataProtectionKeys.SingleAsync()).Xml;
        Assert.Contains(nameof(MasterKeyXmlDecryptor), xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal);
    }

    private static IDataProtector Protector(CatalogDatabase catalog)
    {
        var master = new MasterKey(new byte[32]);
        var services = new ServiceCollection().AddSingleton(master).AddLogging();
        services.AddDataProtection().SetApplicationName("ClientLedger");
        services.Configure<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new CatalogXmlRepository(catalog);
            options.XmlEncryptor = new MasterKeyXmlEncryptor(master, new SystemRandomSource());
        });
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }
}
