using System.Net;
using ClientLedger.Access;
using ClientLedger.Shared;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Forms;

/// <summary>Records are entered, changed, compared, deleted and restored by the forms that are drawn for them.</summary>
[Collection(HostCollection.Name)]
public sealed class RecordFormTests(RunningApp running) : IClassFixture<RunningApp>
{
    private LedgerApp App => running.App;

    [Fact]
    public async Task A_customer_that_was_entered_stands_on_its_page()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);

        var address = await EnterAsync(anna, "customers", ("name", "Northern Lights Ltd"), ("phones", "+44 117 496 0001\r\n+44 117 496 0002"), ("grade", "core"), ("industry", "批发业"));
        await anna.GetAsync(address);

        Assert.Contains("Northern Lights Ltd", anna.Page, StringComparison.Ordinal);
        Assert.Contains("441174960001, ", anna.Page, StringComparison.Ordinal);
        Assert.Contains(">Core<", anna.Page.Replace("</span>Core", ">Core", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_entered_stays()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        await anna.GetAsync("/t/acme/customers/new");

        var answer = await anna.PostAsync("/t/acme/customers/new", PageForm.With(anna.Page, ("name", ""), ("emails", "no address"), ("city", "Bristol")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"name-refused\"", anna.Page, StringComparison.Ordinal);
        Assert.Contains("id=\"emails-refused\"", anna.Page, StringComparison.Ordinal);
        Assert.Contains(("city", "Bristol"), PageForm.Of(anna.Page));
    }

    [Fact]
    public async Task Only_what_was_changed_is_sent_so_that_two_people_can_edit_one_customer()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        var address = await EnterAsync(anna, "customers", ("name", "Two Editors Ltd"), ("city", "Bath"));
        await anna.GetAsync(address + "/edit");
        var first = PageForm.Of(anna.Page);

        await anna.PostAsync(address + "/edit", PageForm.With(anna.Page, ("city", "Wells")));
        await anna.GetAsync(address + "/edit");
        var second = await anna.PostAsync(address + "/edit", [.. first.Where(field => field.Name != "street"), ("street", "1 High Street")]);
        await anna.GetAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Contains("Wells", anna.Page, StringComparison.Ordinal);
        Assert.Contains("1 High Street", anna.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_later_of_two_who_change_one_field_sees_both_values_and_decides()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        var address = await EnterAsync(anna, "customers", ("name", "Contested Ltd"), ("city", "Bath"));
        await anna.GetAsync(address + "/edit");
        var late = PageForm.With(anna.Page, ("city", "Truro"));
        await anna.PostAsync(address + "/edit", PageForm.With(anna.Page, ("city", "Wells")));
        await anna.GetAsync(address + "/edit");

        var conflict = await anna.PostAsync(address + "/edit", late);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Contains("<td>Truro</td><td>Wells</td>", anna.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await anna.PostAsync(address + "/edit", PageForm.Of(anna.Page))).StatusCode);
        await anna.GetAsync(address);
        Assert.Contains("Truro", anna.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_again_after_a_conflict_leaves_alone_what_only_the_other_changed()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        var parent = await EnterAsync(anna, "customers", ("name", "Contested Holding"));
        var address = await EnterAsync(anna, "customers", ("name", "Contested Twice Ltd"), ("city", "Bath"), ("street", "1 Old Road"), ("postalCode", "BA1 1AA"));
        await anna.GetAsync(address + "/edit");
        var late = PageForm.With(anna.Page, ("city", "Truro"), ("postalCode", "TR1 1AA"));
        await anna.PostAsync(address + "/edit", PageForm.With(anna.Page, ("city", "Wells"), ("street", "2 New Road"), ("parent", "Contested Holding")));
        await anna.GetAsync(address + "/edit");

        var conflict = await anna.PostAsync(address + "/edit", late);
        var shown = PageForm.Of(anna.Page);
        var saved = await anna.PostAsync(address + "/edit", shown);
        await anna.GetAsync(address + "/edit");

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        foreach (var form in new[] { shown, PageForm.Of(anna.Page) })
        {
            Assert.Contains(("city", "Truro"), form);
            Assert.Contains(("postalCode", "TR1 1AA"), form);
            Assert.Contains(("street", "2 New Road"), form);
            Assert.Contains(("parent", "Contested Holding"), form);
            Assert.Contains(("was-id.parent", parent.Split('/')[^1]), form);
        }
    }

    [Fact]
    public async Task A_likely_duplicate_is_shown_and_made_only_when_asked_again()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        await EnterAsync(anna, "customers", ("name", "Twice Ltd"));
        await anna.GetAsync("/t/acme/customers/new");
        var form = PageForm.With(anna.Page, ("name", "TWICE LTD"));

        var asked = await anna.PostAsync("/t/acme/customers/new", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("name=\"duplicates\" value=\"create\"", anna.Page, StringComparison.Ordinal);
        Assert.Contains(">Twice Ltd</a>", anna.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await anna.PostAsync("/t/acme/customers/new", [.. form, ("duplicates", "create")])).StatusCode);
    }

    [Fact]
    public async Task A_record_for_a_customer_begins_with_it_and_leads_back_to_it()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        var customer = await EnterAsync(anna, "customers", ("name", "Has Contacts Ltd"));
        var id = customer.Split('/')[^1];
        await anna.GetAsync($"/t/acme/contacts/new?customer={id}");
        Assert.Contains(("customer", "Has Contacts Ltd"), PageForm.Of(anna.Page));

        var answer = await anna.PostAsync($"/t/acme/contacts/new?customer={id}", PageForm.With(anna.Page, ("name", "Wendy Marsh")));
        await anna.GetAsync(answer.Headers.Location!.OriginalString);

        Assert.Contains("Wendy Marsh", anna.Page, StringComparison.Ordinal);
        Assert.Contains("/t/acme/contacts/con_", anna.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_value_is_restored_from_the_history()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        var address = await EnterAsync(anna, "customers", ("name", "Historic Ltd"), ("city", "Bath"));
        await anna.GetAsync(address + "/edit");
        await anna.PostAsync(address + "/edit", PageForm.With(anna.Page, ("city", "Wells")));

        await anna.GetAsync(address + "/history");
        Assert.Contains("Restore City to “Bath”", WebUtility.HtmlDecode(anna.Page), StringComparison.Ordinal);
        var answer = await anna.PostAsync(address + "/history", [("version", "1"), ("seen", "2"), ("restored", "city")]);
        await anna.GetAsync(address + "/edit");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(("city", "Bath"), PageForm.Of(anna.Page));
    }

    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail, "(empty)", "Before")]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail, "（空）", "原值")]
    public async Task The_history_of_a_new_record_says_what_was_entered_and_of_a_change_what_it_was_before(string tenant, string email, string empty, string before)
    {
        var owner = await App.SignInAsync(email);
        await owner.GetAsync($"/t/{tenant}/customers/new");
        var address = (await owner.PostAsync($"/t/{tenant}/customers/new", PageForm.With(owner.Page, ("name", "Told Ltd"), ("city", "Bath")))).Headers.Location!.OriginalString;
        await owner.GetAsync(address + "/history");
        Assert.Contains(">Bath</td>", owner.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(empty, owner.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(before, owner.Page, StringComparison.Ordinal);

        await ChangeAsync(owner, address, ("street", "Milsom Street 1"));
        await owner.GetAsync(address + "/history");
        Assert.Contains($">{before}</th>", owner.Page, StringComparison.Ordinal);
        Assert.Equal(2, owner.Page.Split($">{empty}</td>").Length);
    }

    [Fact]
    public async Task What_was_changed_since_the_history_was_opened_is_not_restored_over()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        var address = await EnterAsync(anna, "customers", ("name", "Restored Late Ltd"), ("city", "Bath"));
        await ChangeAsync(anna, address, ("city", "Wells"));
        await anna.GetAsync(address + "/history");
        IReadOnlyList<(string Name, string Value)> posted = [.. PageForm.Of(anna.Page).Where(field => field.Name is "version" or "seen" or "restored")];
        Assert.Equal([("version", "1"), ("seen", "2"), ("restored", "city")], posted);
        await ChangeAsync(anna, address, ("city", "Truro"));

        await anna.GetAsync(address + "/history");
        var late = await anna.PostAsync(address + "/history", posted);
        var told = WebUtility.HtmlDecode(anna.Page);
        var withoutVersion = await anna.PostAsync(address + "/history", [.. posted.Where(field => field.Name != "seen")]);
        await anna.GetAsync(address + "/edit");

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("role=\"alert\"", told, StringComparison.Ordinal);
        Assert.Contains("Truro", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, withoutVersion.StatusCode);
        Assert.Contains(("city", "Truro"), PageForm.Of(anna.Page));

        // What others changed beside it is no hindrance.
        await ChangeAsync(anna, address, ("street", "1 High Street"));
        await anna.GetAsync(address + "/history");
        Assert.Equal(HttpStatusCode.Redirect, (await anna.PostAsync(address + "/history", [("version", "1"), ("seen", "3"), ("restored", "city")])).StatusCode);
        await anna.GetAsync(address + "/edit");
        Assert.Contains(("city", "Bath"), PageForm.Of(anna.Page));
        Assert.Contains(("street", "1 High Street"), PageForm.Of(anna.Page));
    }

    [Fact]
    public async Task A_deleted_customer_is_gone_until_it_is_restored()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        var address = await EnterAsync(anna, "customers", ("name", "Deleted Ltd"));

        await anna.GetAsync(address + "/delete");
        await anna.PostAsync(address + "/delete?handler=Delete", PageForm.Of(anna.Page));
        Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync(address)).StatusCode);
        await anna.GetAsync("/t/acme/customers");
        Assert.DoesNotContain("Deleted Ltd", anna.Page, StringComparison.Ordinal);
        Assert.Contains("href=\"/t/acme/customers?deleted=1\"", anna.Page, StringComparison.Ordinal);
        await anna.GetAsync("/t/acme/customers?deleted=1&f=city&o=empty&v=");
        Assert.Contains($"href=\"{address}/delete\">Deleted Ltd", anna.Page, StringComparison.Ordinal);
        var gina = await App.SignInAsync(LedgerApp.GinaEmail);
        await gina.GetAsync("/t/globex/customers?deleted=1");
        Assert.DoesNotContain("Deleted Ltd", gina.Page, StringComparison.Ordinal);
        await anna.GetAsync(address + "/delete");
        Assert.Contains("Deleted Ltd", anna.Page, StringComparison.Ordinal);
        await anna.PostAsync(address + "/delete?handler=Restore", []);

        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync(address)).StatusCode);
        await anna.GetAsync("/t/acme/customers?deleted=1");
        Assert.DoesNotContain("Deleted Ltd", anna.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_of_another_tenant_is_not_found_by_its_id()
    {
        var gina = await App.SignInAsync(LedgerApp.GinaEmail);
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        var theirs = (await EnterAsync(gina, "customers", "globex", ("name", "环球公司"))).Split('/')[^1];

        foreach (var page in new[] { "", "/edit", "/history", "/delete", "?show=timeline" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync($"/t/acme/customers/{theirs}{page}")).StatusCode);
        }

        await anna.GetAsync("/t/acme/customers/new");
        var answer = await anna.PostAsync($"/t/acme/customers/{theirs}/edit", [("name", "Taken over"), ("was.name", "")]);
        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
        await anna.GetAsync($"/t/acme/contacts/new?customer={theirs}");
        Assert.DoesNotContain("环球公司", anna.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_salesperson_sees_neither_hidden_fields_nor_other_peoples_customers()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        var mine = await EnterAsync(anna, "customers", ("name", "Annas Own Ltd"), ("creditLimit", "777000"));
        await MakeSalespersonAsync(LedgerApp.GinaEmail, mine);
        var gina = await App.SignInAsync(LedgerApp.GinaEmail);

        Assert.Equal(HttpStatusCode.NotFound, (await gina.GetAsync(mine)).StatusCode);
        var own = await EnterAsync(gina, "customers", ("name", "Ginas Own Ltd"));
        await gina.GetAsync(own + "/edit");
        Assert.DoesNotContain("creditLimit", gina.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"phones\"", gina.Page, StringComparison.Ordinal);
        var forced = await gina.PostAsync(own + "/edit", PageForm.With(gina.Page, ("creditLimit", "1"), ("was.creditLimit", "")));
        Assert.Equal(HttpStatusCode.Redirect, forced.StatusCode);
        await anna.GetAsync(own);
        Assert.DoesNotContain("<dd>1.00", anna.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_hold_what_one_may_see_alone()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        await EnterAsync(anna, "customers", ("name", "Suggested Ltd"));
        await anna.GetAsync("/t/acme/suggestions/records/customer?parent=sugges");
        Assert.Contains("Suggested Ltd", anna.Page, StringComparison.Ordinal);

        var gina = await App.SignInAsync(LedgerApp.GinaEmail);
        await gina.GetAsync("/t/globex/suggestions/records/customer?parent=sugges");
        Assert.DoesNotContain("Suggested Ltd", gina.Page, StringComparison.Ordinal);
        await anna.GetAsync("/t/acme/suggestions/regions?region=深圳");
        Assert.Contains("option", anna.Page, StringComparison.Ordinal);
    }

    private static Task<string> EnterAsync(LedgerVisitor visitor, string plural, params (string Name, string Value)[] values) => EnterAsync(visitor, plural, TwoTenants.Acme, values);

    /// <summary>Enters a record by its form and tells the address of its page.</summary>
    private static async Task<string> EnterAsync(LedgerVisitor visitor, string plural, string tenant, params (string Name, string Value)[] values)
    {
        var page = $"/t/{tenant}/{plural}/new";
        await visitor.GetAsync(page);
        var answer = await visitor.PostAsync(page, PageForm.With(visitor.Page, values));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, visitor.Page);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task ChangeAsync(LedgerVisitor visitor, string address, params (string Name, string Value)[] values)
    {
        await visitor.GetAsync(address + "/edit");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync(address + "/edit", PageForm.With(visitor.Page, values))).StatusCode);
    }

    /// <summary>Makes somebody a salesperson of acme, by the role that every new ledger has.</summary>
    private async Task MakeSalespersonAsync(string email, string customer)
    {
        Assert.True(RecordIds.TryParse(customer.Split('/')[^1], "cus", out _));
        var scope = await App.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        await using var catalog = App.Services.GetRequiredService<CatalogDatabase>().CreateContext();
        var account = await catalog.Users.SingleAsync(user => user.Email == email);
        catalog.Memberships.Add(new Membership { TenantId = scope.TenantId, AccountId = account.Id, DisplayName = "Gina" });
        await catalog.SaveChangesAsync();
        await using var ledger = scope.Database.CreateContext(scope.TenantId);
        var role = await ledger.Set<Role>().SingleAsync(each => each.Name == "Salesperson");
        await new Roles(ledger, scope.Schema, App.Services.GetRequiredService<IdSource>()).GiveAsync(role.Id, account.Id, default);
    }
}
