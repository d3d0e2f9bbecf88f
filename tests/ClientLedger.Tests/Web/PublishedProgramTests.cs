using System.Text;
using ClientLedger.Messages;
using ClientLedger.TestKit;
using ClientLedger.Tests.Imports.Pages;

namespace ClientLedger.Tests.Web;

/// <summary>The product as it is published, in Production: a folder that knows nothing of the sources.</summary>
[Collection(HostCollection.Name)]
public sealed class PublishedProgramTests
{
    [Fact]
    public async Task Every_file_that_a_page_of_the_published_program_names_is_there()
    {
        using var program = await PublishedProgram.PublishAsync();
        Assert.Empty(program.Files("*.cshtml"));
        await using var server = await program.StartAsync();
        foreach (var (tenant, country, language) in new[] { (TwoTenants.Acme, "GB", Language.English), (TwoTenants.Globex, "CN", Language.Chinese) })
        {
            var visitor = server.Visit(language);
            var assets = new PageAssets(visitor, server.Address);
            foreach (var page in new[] { "/", "/sign-in", "/sign-up" })
            {
                await assets.CheckAsync(page);
            }

            await visitor.SignUpAsync(tenant, $"owner@{tenant}.example", "Owner", country);
            foreach (var page in new[] { "", "customers", "customers/new", "orders", "find", "imports", "imports/new-file", "settings" })
            {
                await assets.CheckAsync($"/t/{tenant}/{page}");
            }

            var imports = new ImportVisitor(visitor, tenant);
            var import = await imports.PlanAsync(Encoding.UTF8.GetBytes("Customer number,Customer name\nA-1,One\n"), "customers.csv");
            await assets.CheckAsync(import + "/plan");
            Assert.All(new[] { "tabler", "htmx", "icons", "favicon", "lists", "records" }, name => Assert.Contains(assets.Found, file => file.Contains(name, StringComparison.Ordinal)));
        }
    }
}
