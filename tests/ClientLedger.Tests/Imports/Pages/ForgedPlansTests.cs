using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ClientLedger.Imports;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Imports.Pages;

/// <summary>Forms of the mapping page that no page of ours would send: each is refused clearly, and nothing is imported by it.</summary>
[Collection(HostCollection.Name)]
public sealed class ForgedPlansTests(RunningApp running) : IClassFixture<RunningApp>
{
    private const string Table = "Customer number,Customer name,Customer grade\nF-1,One,\nF-2,Two,\n";

    /// <summary>What is put where in the plan that the form holds: a path, and the JSON that takes its place.</summary>
    private static readonly (string Path, string Json)[] Plans =
    [
        ("", "null"), ("", "[]"), ("", "7"), ("", "\"plan\""), ("", "{}"), ("", "{"),
        ("entities", "null"), ("entities", "[]"), ("entities", "[null]"), ("entities", "[{}]"), ("entities", "[{\"entity\":null}]"), ("entities", "7"),
        ("counts", "null"), ("counts", "\"nonsense\""), ("counts", "\"order\""), ("counts", "7"),
        ("rules", "null"), ("rules", "[null]"), ("rules", "[{}]"), ("rules", "[{\"column\":\"Customer name\",\"pattern\":\"*\",\"effects\":null}]"),
        ("rules", "[{\"column\":\"Customer name\",\"pattern\":\"*\",\"effects\":[null]}]"), ("rules", "[{\"column\":\"Customer name\",\"pattern\":\"*\",\"effects\":[{}]}]"),
        ("rules", "[{\"column\":\"Customer name\",\"pattern\":\"*\",\"effects\":[{\"is\":\"nonsense\"}]}]"),
        ("rules", "[{\"column\":\"nonsense\",\"pattern\":\"*\",\"effects\":[{\"is\":\"skip\"}]}]"),
        ("rules", "[{\"column\":\"Customer name\",\"pattern\":\"*\",\"effects\":[{\"is\":\"set\",\"entity\":\"customer\",\"field\":\"nonsense\",\"value\":\"x\"}]}]"),
        ("rules", "[{\"column\":\"Customer name\",\"pattern\":\"*\",\"effects\":[{\"is\":\"set\",\"entity\":\"customer\",\"field\":\"grade\",\"value\":\"nonsense\"}]}]"),
        ("rules", "[{\"column\":\"Customer name\",\"pattern\":\"*\",\"effects\":[{\"is\":\"negate\",\"entity\":\"nonsense\",\"field\":\"grade\"}]}]"),
        ("emptyWords", "null"), ("emptyWords", "[null]"),
        ("file", "null"), ("file.encoding", "\"nonsense\""), ("file.delimiter", "\"\\n\""), ("file.delimiter", "\"long\""), ("file.headingsAt", "99999999999999999999"),
        ("file.headingsAt", "9223372036854775807"), ("file.headingsAt", "-9223372036854775808"),
        ("entities.0.entity", "\"nonsense\""), ("entities.0.entity", "null"), ("entities.0.key", "\"nonsense\""), ("entities.0.key", "\"grade\""),
        ("entities.0.fields", "null"), ("entities.0.fields", "[null]"), ("entities.0.fields", "[{}]"),
        ("entities.0.fields.0.field", "null"), ("entities.0.fields.0.field", "\"nonsense\""), ("entities.0.fields.0.field", "\"id\""), ("entities.0.fields.0.field", "\"createdBy\""),
        ("entities.0.fields.0.from", "{}"), ("entities.0.fields.0.from", "{\"is\":\"nonsense\"}"), ("entities.0.fields.0.from", "{\"is\":\"column\"}"),
        ("entities.0.fields.0.from", "{\"is\":\"column\",\"column\":null}"), ("entities.0.fields.0.from", "{\"is\":\"column\",\"column\":\"nonsense\"}"),
        ("entities.0.fields.0.from", "{\"is\":\"columns\",\"columns\":null}"), ("entities.0.fields.0.from", "{\"is\":\"columns\",\"columns\":[null]}"),
        ("entities.0.fields.0.from", "{\"is\":\"line\",\"entity\":\"order\"}"), ("entities.0.fields.0.from", "{\"is\":\"record\",\"field\":\"nonsense\",\"column\":\"Customer name\"}"),
        ("entities.0.fields.0.convert", "null"), ("entities.0.fields.0.convert", "{\"dates\":99}"), ("entities.0.fields.0.convert", "{\"dates\":\"nonsense\"}"),
        ("entities.0.fields.0.convert", "{\"places\":99999999999}"), ("entities.0.fields.0.convert", "{\"values\":{\"a\":null}}"),
        ("entities.0.fields.0.convert", "{\"unreadableTo\":\"nonsense\"}"), ("entities.0.fields.0.convert", "{\"countryColumn\":\"nonsense\"}"),
        ("entities.0.whenKeyMissing", "null"), ("entities.0.whenKeyMissing", "{}"), ("entities.0.whenKeyMissing", "{\"is\":\"fileUnder\",\"values\":null}"),
        ("entities.0.whenKeyMissing", "{\"is\":\"fileUnder\",\"values\":{\"nonsense\":\"x\"}}"),
        ("entities.0.whenKeyMissing", "{\"is\":\"fileUnder\",\"values\":{\"number\":\"x\",\"grade\":\"nonsense\"}}"),
    ];

    [Fact]
    public async Task A_plan_that_is_none_or_does_not_fit_is_refused()
    {
        var wrong = new List<string>();
        foreach (var (visitor, tenant, email) in await VisitorsAsync())
        {
            var import = await visitor.PlanAsync(Encoding.UTF8.GetBytes(Table), "forged.csv");
            foreach (var (path, json) in Plans)
            {
                // Without columns and keys the plan is taken as it is.
                var form = visitor.PlanForm();
                var bare = form.Where(field => !field.Name.StartsWith("columns", StringComparison.Ordinal) && !field.Name.StartsWith("key-", StringComparison.Ordinal)).ToList();
                var plan = With(form.Single(field => field.Name == "plan").Value, path, json);
                if (await PostAsync(visitor, import, bare, plan) is not (HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity) || !visitor.Page.Contains("</html>", StringComparison.Ordinal))
                {
                    wrong.Add($"{path} as {json}");
                }

                // With them it may come out right.
                await visitor.GetAsync($"{import}/plan");
                var answer = await PostAsync(visitor, import, form, plan);
                if (answer is not (HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Redirect))
                {
                    wrong.Add($"{path} as {json}, corrected: {answer}");
                }

                import = answer == HttpStatusCode.Redirect ? await visitor.PlanAsync(Encoding.UTF8.GetBytes(Table), "forged.csv") : import;
                await visitor.GetAsync($"{import}/plan");
            }

            await AssertNotStartedAsync(tenant, email, import);
        }

        Assert.Empty(wrong);
    }

    private static async Task<HttpStatusCode> PostAsync(ImportVisitor visitor, string import, IEnumerable<(string Name, string Value)> form, string plan) =>
        (await visitor.PostAsync($"{import}/plan", form.Select(field => field.Name == "plan" ? (field.Name, plan) : field))).StatusCode;

    /// <summary>What is put into the form besides its plan.</summary>
    [Theory]
    [InlineData("columns[0].target", "customer.nonsense", HttpStatusCode.UnprocessableEntity)]
    [InlineData("columns[0].target", "nonsense.number", HttpStatusCode.UnprocessableEntity)]
    [InlineData("columns[0].target", "nonsense", HttpStatusCode.UnprocessableEntity)]
    [InlineData("columns[0].target", "customer.number.name", HttpStatusCode.UnprocessableEntity)]
    [InlineData("columns[0].target", "customer.createdAt", HttpStatusCode.UnprocessableEntity)]
    [InlineData("columns[0].target", "<script>alert(1)</script>", HttpStatusCode.UnprocessableEntity)]
    [InlineData("columns[0].heading", "nonsense", HttpStatusCode.UnprocessableEntity)]
    [InlineData("columns[0].heading", "Customer name", HttpStatusCode.BadRequest)]
    [InlineData("columns[0].heading", "", HttpStatusCode.BadRequest)]
    [InlineData("duplicates", "nonsense", HttpStatusCode.BadRequest)]
    [InlineData("duplicates", "99999999999999999999", HttpStatusCode.BadRequest)]
    [InlineData("skipIdentical", "nonsense", HttpStatusCode.BadRequest)]
    [InlineData("plan", "", HttpStatusCode.BadRequest)]
    public async Task A_field_of_the_form_that_is_nonsense_is_refused(string name, string value, HttpStatusCode status)
    {
        foreach (var (visitor, tenant, email) in await VisitorsAsync())
        {
            var import = await visitor.PlanAsync(Encoding.UTF8.GetBytes(Table), "forged.csv");
            var form = visitor.PlanForm((name, value));
            var answer = await visitor.PostAsync($"{import}/plan", name == "skipIdentical" ? [.. form, (name, value)] : form);
            Assert.True(answer.StatusCode == status, $"{name} as {value} answers {answer.StatusCode}.");
            Assert.DoesNotContain("<script>alert", visitor.Page, StringComparison.Ordinal);
            await AssertNotStartedAsync(tenant, email, import);
        }
    }

    [Fact]
    public async Task More_columns_than_a_file_may_have_are_refused_and_fewer_leave_the_rest_as_it_was()
    {
        var (anna, tenant, email) = (await VisitorsAsync())[0];
        var import = await anna.PlanAsync(Encoding.UTF8.GetBytes("Customer number,Customer name,Customer grade\nM-1,Three,\nM-2,Four,\n"), "columns.csv");
        var form = anna.PlanForm();
        IEnumerable<(string, string)> many = Enumerable.Range(3, 3_000).SelectMany(i => new[] { ($"columns[{i}].heading", $"c{i}"), ($"columns[{i}].target", "") });
        Assert.Equal(HttpStatusCode.BadRequest, (await anna.PostAsync($"{import}/plan", [.. form, .. many])).StatusCode);
        await anna.GetAsync($"{import}/plan");
        Assert.Equal(HttpStatusCode.BadRequest, (await anna.PostAsync($"{import}/plan", [.. form, ("columns[2000000000].heading", "x"), .. many.Take(1_100)])).StatusCode);
        await AssertNotStartedAsync(tenant, email, import);

        await anna.GetAsync($"{import}/plan");
        var fewer = form.Where(field => !field.Name.StartsWith("columns[1]", StringComparison.Ordinal) && !field.Name.StartsWith("columns[2]", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, (await anna.PostAsync($"{import}/plan", fewer)).StatusCode);
        await anna.WaitAsync(import);
        Assert.Equal((2L, 0L, 0L, 0L), anna.Counts());
    }

    [Theory]
    [InlineData("headingsAt", "nonsense")]
    [InlineData("headingsAt", "99999999999999999999")]
    [InlineData("headingsAt", "-3")]
    [InlineData("headingsAt", "3000")]
    [InlineData("encoding", "nonsense")]
    public async Task A_file_is_not_read_in_a_way_that_there_is_not(string name, string value)
    {
        foreach (var (visitor, _, _) in await VisitorsAsync())
        {
            var import = await visitor.PlanAsync(Encoding.UTF8.GetBytes(Table), "forged.csv");
            var answer = await visitor.PostAsync($"{import}/plan?handler=Read", visitor.PlanForm((name, value)));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("cl-refusals", visitor.Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_line_stands_for_nothing_that_there_is_not()
    {
        foreach (var (visitor, _, _) in await VisitorsAsync())
        {
            var import = await visitor.PlanAsync(Encoding.UTF8.GetBytes(Table), "forged.csv");
            Assert.Equal(HttpStatusCode.OK, (await visitor.PostAsync($"{import}/plan?handler=Read", visitor.PlanForm(("counts", "nonsense")))).StatusCode);
            Assert.DoesNotContain("nonsense", visitor.Page, StringComparison.Ordinal);
        }
    }

    /// <summary>A plan is kept with the import that its address names, and with no other of any tenant.</summary>
    [Fact]
    public async Task A_plan_for_an_import_that_is_none_or_another_s_is_not_found_and_a_started_one_stays_as_it_is()
    {
        var visitors = await VisitorsAsync();
        var (anna, gina) = (visitors[0], visitors[1]);
        var import = await anna.Visitor.PlanAsync(Encoding.UTF8.GetBytes("Customer number,Customer name,Customer grade\nS-1,Five,\nS-2,Six,\n"), "started.csv");
        var form = anna.Visitor.PlanForm();
        var theirs = await gina.Visitor.PlanAsync(Encoding.UTF8.GetBytes(Table), "theirs.csv");
        foreach (var address in new[] { theirs.Replace("/globex/", "/acme/", StringComparison.Ordinal), "/t/acme/imports/1", "/t/acme/imports/job_nonsense", "/t/acme/imports/" + RecordIds.Format(RecordIds.Job, 1), "/t/acme/imports/99999999999999999999" })
        {
            foreach (var handler in new[] { "/plan", "/plan?handler=Read", "/plan?handler=Discard", "/plan?handler=nonsense" })
            {
                await anna.Visitor.GetAsync("/t/acme/imports/new-file");
                Assert.Equal((address + handler, HttpStatusCode.NotFound), (address + handler, (await anna.Visitor.PostAsync(address + handler, form)).StatusCode));
            }
        }

        await AssertNotStartedAsync(gina.Tenant, gina.Email, theirs);
        await anna.Visitor.GetAsync($"{import}/plan");
        Assert.Equal(HttpStatusCode.Redirect, (await anna.Visitor.PostAsync($"{import}/plan", form)).StatusCode);
        await anna.Visitor.WaitAsync(import);
        var before = await RunAsync(anna.Tenant, anna.Email, import);
        foreach (var handler in new[] { "/plan", "/plan?handler=Read", "/plan?handler=Discard" })
        {
            await anna.Visitor.GetAsync("/t/acme/imports/new-file");
            var forged = form.Select(field => field.Name == "columns[1].target" ? (field.Name, "customer.shortName") : field);
            Assert.Equal(HttpStatusCode.Redirect, (await anna.Visitor.PostAsync(import + handler, forged)).StatusCode);
        }

        var after = await RunAsync(anna.Tenant, anna.Email, import);
        Assert.Equal((before.Plan, before.StartedAt, 2L), (after.Plan, after.StartedAt, after.Created));
    }

    private async Task<IReadOnlyList<(ImportVisitor Visitor, string Tenant, string Email)>> VisitorsAsync() =>
    [
        (new ImportVisitor(await running.App.SignInAsync(LedgerApp.AnnaEmail), TwoTenants.Acme), TwoTenants.Acme, LedgerApp.AnnaEmail),
        (new ImportVisitor(await running.App.SignInAsync(LedgerApp.GinaEmail, Language.Chinese), TwoTenants.Globex), TwoTenants.Globex, LedgerApp.GinaEmail),
    ];

    private async Task<ImportRun> RunAsync(string tenant, string email, string import)
    {
        Assert.True(RecordIds.TryParse(import.Split('/')[^1], RecordIds.Job, out var id));
        return await running.App.Services.GetRequiredService<ImportRuns>().FindAsync(await running.App.OpenAsync(tenant, email), id, default);
    }

    private async Task AssertNotStartedAsync(string tenant, string email, string import)
    {
        var run = await RunAsync(tenant, email, import);
        Assert.Equal((null, null), (run.StartedAt, run.Plan));
    }

    private static string With(string plan, string path, string json)
    {
        if (path.Length == 0)
        {
            return json;
        }

        var root = JsonNode.Parse(plan)!;
        var steps = path.Split('.');
        var at = steps[..^1].Aggregate(root, (node, step) => int.TryParse(step, System.Globalization.CultureInfo.InvariantCulture, out var index) ? node[index]! : node[step]!);
        at[steps[^1]] = "MARK";
        return root.ToJsonString().Replace("\"MARK\"", json, StringComparison.Ordinal);
    }
}
