using System.Net;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using ClientLedger.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Settings;

/// <summary>Pages show a book by its name and not by its number, each tenant its own.</summary>
[Collection(HostCollection.Name)]
public sealed class BookNamesTests(RunningApp running) : IClassFixture<RunningApp>
{
    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail, Language.English, "Members & friends", "Ledger book is Members & friends")]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail, Language.Chinese, "会员台账", "台账 是 会员台账")]
    public async Task Lists_pages_histories_and_filters_name_it(string tenant, string email, Language language, string name, string condition)
    {
        var app = running.App;
        var (book, refusals) = await SaveBook.RunAsync(await app.OpenAsync(tenant, email), id: null, name, purpose: null, audience: null, default);
        Assert.Empty(refusals);
        var change = new RecordChange(Verb.Create, "customer") { Values = FieldValues.Of(("name", "Bookish"), ("book", book)) };
        var row = Assert.Single((await app.Services.GetRequiredService<WriteGate>().ApplyAsync(await app.OpenAsync(tenant, email), new ChangeSet(Door.Page, [change]), default)).Rows);
        Assert.Empty(row.Refusals);
        var customer = $"/t/{tenant}/customers/{RecordIds.Format("cus", row.Id!.Value)}";
        var visitor = await app.SignInAsync(email, language);

        await visitor.SubmitAsync($"/t/{tenant}/customers", [("column", "name"), ("column", "book")], $"/t/{tenant}/customers?handler=Columns");
        foreach (var page in new[] { $"/t/{tenant}/customers?totals=1", customer, customer + "/history" })
        {
            await visitor.GetAsync(page);
            Assert.True(WebUtility.HtmlDecode(visitor.Page).Contains(name, StringComparison.Ordinal), $"{page} doesn't show {name}.");
        }

        // Numbers of books are never added up; a filter offers their names.
        await visitor.GetAsync($"/t/{tenant}/customers?totals=1&f=book&o=is&v={book}");
        var text = WebUtility.HtmlDecode(visitor.Page);
        Assert.DoesNotContain("cl-sum", text, StringComparison.Ordinal);
        Assert.Contains(condition, text, StringComparison.Ordinal);
        Assert.Contains("Bookish", text, StringComparison.Ordinal);
        Assert.Contains($"<option value=\"{book}\" selected=\"selected\">{name}</option>", text, StringComparison.Ordinal);
        await visitor.GetAsync($"/t/{tenant}/customers?f=book&o=isNot&v={book}");
        Assert.DoesNotContain("Bookish", visitor.Page, StringComparison.Ordinal);
    }
}
