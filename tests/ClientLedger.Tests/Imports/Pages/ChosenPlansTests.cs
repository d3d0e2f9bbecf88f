using System.Net;
using System.Text;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;

namespace ClientLedger.Tests.Imports.Pages;

/// <summary>What somebody corrects on the page of a plan is what the import does.</summary>
[Collection(HostCollection.Name)]
public sealed class ChosenPlansTests(RunningApp running) : IClassFixture<RunningApp>
{
    private const string People = "Name,Company,Job title,Mobile\nWendy Marsh,Marsh Ltd,Buyer,+44 117 496 0001\nMark Ford,Ford Ltd,Owner,+44 117 496 0002\n";

    private LedgerApp App => running.App;

    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail)]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail)]
    public async Task Another_kind_of_line_keeps_what_was_recognised_of_the_columns(string tenant, string email)
    {
        var visitor = await VisitAsync(tenant, email);
        var import = await visitor.PlanAsync(Encoding.UTF8.GetBytes(People), "people.csv");
        Assert.Contains(("counts", "contact"), visitor.PlanForm());

        await visitor.PostAsync($"{import}/plan?handler=Read", visitor.PlanForm(("counts", "customer")));

        var form = visitor.PlanForm();
        Assert.Contains(("counts", "customer"), form);
        Assert.Equal(
            ["", "customer.name", "", "customer.phones"],
            form.Where(field => field.Name.EndsWith(".target", StringComparison.Ordinal)).Select(field => field.Value));
        Assert.DoesNotContain("cl-warning", visitor.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.StartAsync(import)).StatusCode);
        await visitor.WaitAsync(import);
        Assert.Equal((2L, 0L, 0L, 0L), visitor.Counts());
        await visitor.GetAsync($"/t/{tenant}/customers");
        Assert.Contains("Marsh Ltd", visitor.Text, StringComparison.Ordinal);

        // Back again, it is what it was.
        import = await visitor.PlanAsync(Encoding.UTF8.GetBytes(People.Replace("Job title", "Position", StringComparison.Ordinal)), "people.csv");
        await visitor.PostAsync($"{import}/plan?handler=Read", visitor.PlanForm(("counts", "customer")));
        await visitor.PostAsync($"{import}/plan?handler=Read", visitor.PlanForm(("counts", "contact")));
        Assert.Contains(("columns[0].target", "contact.name"), visitor.PlanForm());
        Assert.Contains(("columns[3].target", "contact.phones"), visitor.PlanForm());
    }

    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail)]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail)]
    public async Task Records_are_found_by_the_key_that_was_chosen(string tenant, string email)
    {
        var code = new FieldDescriptor { Id = 0, Name = "oldCode", Label = new("旧编码", "Old code"), Type = FieldType.Text, Unique = true, Indexed = true };
        Assert.Empty(await CustomFields.AddAsync(await App.OpenAsync(tenant, email), "customer", code, default));
        var visitor = await VisitAsync(tenant, email);
        Assert.Equal((2L, 0L, 0L, 0L), await ImportAsync(visitor, "Customer number,Old code,Customer name\nN-1,OLD-1,First\nN-2,OLD-2,Second\n", ("key-customer", "number")));

        var other = "Customer number,Old code,Customer name\nN-11,OLD-1,First\nN-2,OLD-22,Second\n";
        Assert.Equal((0L, 1L, 0L, 1L), await ImportAsync(visitor, other, ("key-customer", "oldCode")));
        await visitor.GetAsync($"/t/{tenant}/customers");
        Assert.Contains("N-11", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("OLD-22", visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail)]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail)]
    public async Task Lines_that_repeat_another_are_skipped_where_that_was_chosen(string tenant, string email)
    {
        var visitor = await VisitAsync(tenant, email);
        const string Lines = "Customer name,City\nRepeated Ltd,Bath\nRepeated Ltd,Bath\nRepeated Ltd,Wells\nRepeated Ltd,Bath\n";

        Assert.Equal((2L, 0L, 2L, 0L), await ImportAsync(visitor, Lines, ("skipIdentical", "true"), ("duplicates", "Create")));
        Assert.Equal((4L, 0L, 0L, 0L), await ImportAsync(visitor, Lines, ("duplicates", "Create")));
    }

    private async Task<ImportVisitor> VisitAsync(string tenant, string email) => new(await App.SignInAsync(email, Language.English), tenant);

    private static async Task<(long Created, long Updated, long Skipped, long Refused)> ImportAsync(ImportVisitor visitor, string lines, params IReadOnlyList<(string Name, string Value)> chosen)
    {
        var import = await visitor.PlanAsync(Encoding.UTF8.GetBytes(lines), "chosen.csv");
        // What only a checked box sends is added behind the form as it stands.
        var boxes = chosen.Where(choice => choice.Name == "skipIdentical");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync($"{import}/plan", [.. visitor.PlanForm([.. chosen.Except(boxes)]), .. boxes])).StatusCode);
        await visitor.WaitAsync(import);
        return visitor.Counts();
    }
}
