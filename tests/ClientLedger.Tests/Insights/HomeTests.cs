using ClientLedger.Messages;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using ClientLedger.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Insights;

/// <summary>The first page of a ledger says how to begin, and later whom to care for next.</summary>
[Collection(HostCollection.Name)]
public sealed class HomeTests(RunningApp running) : IClassFixture<RunningApp>
{
    private LedgerApp App => running.App;

    [Fact]
    public async Task An_empty_ledger_says_how_to_begin_and_a_filled_one_whom_to_contact()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        await anna.GetAsync("/t/acme/");
        Assert.Contains("/t/acme/imports/new-file", anna.Page, StringComparison.Ordinal);
        Assert.Contains("/t/acme/settings", anna.Page, StringComparison.Ordinal);

        await AddAsync("Soon Ltd", "2020-01-02");
        await AddAsync("Later Ltd", "2099-01-02");
        await anna.GetAsync("/t/acme/");

        Assert.Contains("Soon Ltd", anna.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Later Ltd", anna.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("/t/acme/imports/new-file", anna.Page, StringComparison.Ordinal);

        var gina = await App.SignInAsync(LedgerApp.GinaEmail, Language.Chinese);
        await gina.GetAsync("/t/globex/");
        Assert.Contains("导入现有的客户表格", gina.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Soon Ltd", gina.Page, StringComparison.Ordinal);
    }

    private async Task AddAsync(string name, string nextContactOn)
    {
        var scope = await App.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        var change = new RecordChange(Verb.Create, "customer") { Values = FieldValues.Of(("name", name), ("nextContactOn", nextContactOn)) };
        var result = await App.Services.GetRequiredService<WriteGate>().ApplyAsync(scope, new ChangeSet(Door.Page, [change]), default);
        Assert.All(result.Rows, row => Assert.Empty(row.Refusals));
    }
}
