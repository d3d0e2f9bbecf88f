using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.TestKit;
using ClientLedger.Tests.Imports.Pages;
using ClientLedger.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Web;

/// <summary>Whatever a page names is there after a build: its styles, scripts and drawings, and what those name.</summary>
[Collection(HostCollection.Name)]
public sealed partial class PageAssetsTests(RunningApp running) : IClassFixture<RunningApp>
{
    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail, Language.English)]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail, Language.Chinese)]
    public async Task Every_file_that_a_page_names_is_there(string tenant, string email, Language language)
    {
        var app = running.App;
        var visitor = app.Visit(language);
        var assets = new PageAssets(visitor, app.Address);
        foreach (var page in new[] { "/", "/sign-in", "/sign-up" })
        {
            await assets.CheckAsync(page);
        }

        await assets.CheckAsync("/nothing", HttpStatusCode.NotFound);
        await visitor.SignInAsync(email);
        var customer = await CustomerAsync(app, tenant, email);
        var imports = new ImportVisitor(visitor, tenant);
        var planned = await imports.PlanAsync(Encoding.UTF8.GetBytes("Customer number,Customer name\nA-1,One\n"), "planned.csv");
        var import = await imports.PlanAsync(Encoding.UTF8.GetBytes("Customer number,Customer name\nA-2,Two\nA-3,\n"), "customers.csv");
        await imports.StartAsync(import);
        await imports.WaitAsync(import);
        foreach (var page in new[]
        {
            "", "customers", "orders", "find?q=one", "customers/new", "orders/new", $"customers/{customer}", $"customers/{customer}?show=orders", $"customers/{customer}/edit",
            $"customers/{customer}/delete", $"customers/{customer}/history", "imports", "imports/new-file", "settings", "settings/rates", "sign-out",
        })
        {
            await assets.CheckAsync($"/t/{tenant}/{page}");
        }

        await assets.CheckAsync(planned + "/plan");
        await assets.CheckAsync(import);

        // Those that the settings name beside them.
        await visitor.GetAsync($"/t/{tenant}/settings");
        var settings = SettingsLink().Matches(visitor.Page).Select(match => match.Groups["page"].Value).Distinct().ToList();
        Assert.True(settings.Count >= 3);
        foreach (var page in settings)
        {
            await assets.CheckAsync(page);
        }

        Assert.All(new[] { "tabler", "htmx", "icons", "favicon", "lists", "records" }, name => Assert.Contains(assets.Found, file => file.Contains(name, StringComparison.Ordinal)));
    }

    private static async Task<string> CustomerAsync(LedgerApp app, string tenant, string email)
    {
        var change = new RecordChange(Verb.Create, "customer") { Values = FieldValues.Of(("name", "One")) };
        var row = Assert.Single((await app.Services.GetRequiredService<WriteGate>().ApplyAsync(await app.OpenAsync(tenant, email), new ChangeSet(Door.Page, [change]), default)).Rows);
        Assert.Empty(row.Refusals);
        return RecordIds.Format("cus", row.Id!.Value);
    }

    [GeneratedRegex("href=\"(?<page>/t/[a-z]+/settings[^\"]*)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex SettingsLink();
}
