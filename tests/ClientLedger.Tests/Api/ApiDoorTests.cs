using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using ClientLedger.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Api;

/// <summary>The API at its address, as a browser with a session has it.</summary>
[Collection(HostCollection.Name)]
public sealed class ApiDoorTests(RunningApp running) : IClassFixture<RunningApp>, IAsyncLifetime
{
    private const string Names = "{ customers(orderBy: [{ field: name }]) { nodes { name } totalCount } }";

    private LedgerApp App => running.App;

    private string Ours { get; set; } = "";

    private string Theirs { get; set; } = "";

    public async Task InitializeAsync()
    {
        Ours = await SaveAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        Theirs = await SaveAsync(TwoTenants.Globex, LedgerApp.GinaEmail);

        async Task<string> SaveAsync(string tenant, string email)
        {
            var scope = await App.OpenAsync(tenant, email);
            var change = new RecordChange(Verb.Upsert, "customer") { Key = "number", Values = FieldValues.Of(("number", "C-1"), ("name", "of " + tenant)) };
            var row = Assert.Single((await App.Services.GetRequiredService<WriteGate>().ApplyAsync(scope, new ChangeSet(Door.Page, [change]), default)).Rows);
            Assert.Empty(row.Refusals);
            return RecordIds.Format("cus", row.Id!.Value);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_session_reads_its_own_ledger_by_post_and_by_get()
    {
        foreach (var (email, tenant) in new[] { (LedgerApp.AnnaEmail, TwoTenants.Acme), (LedgerApp.GinaEmail, TwoTenants.Globex) })
        {
            var visitor = await App.SignInAsync(email);
            var expected = "{\"data\":{\"customers\":{\"nodes\":[{\"name\":\"of " + tenant + "\"}],\"totalCount\":1}}}";
            Assert.Equal((HttpStatusCode.OK, expected), await PostAsync(visitor, $"/t/{tenant}/graphql", Names));
            Assert.Equal((HttpStatusCode.OK, expected), await GetAsync(visitor, $"/t/{tenant}/graphql?query={Uri.EscapeDataString(Names)}"));
        }
    }

    [Fact]
    public async Task A_ledger_s_own_host_has_it_too()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        var host = new UriBuilder(App.Address) { Host = "acme.localhost" }.Uri;
        await anna.FollowAsync(host.AbsoluteUri);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(anna, new Uri(host, "/graphql").AbsoluteUri, Names)).Status);
    }

    [Fact]
    public async Task Records_of_another_ledger_are_found_by_no_id()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        var (_, body) = await PostAsync(anna, "/t/acme/graphql", $"{{ customer(id: \"{Theirs}\") {{ name }} node(id: \"{Theirs}\") {{ id }} nodes(ids: [\"{Theirs}\", \"{Ours}\", \"what\"]) {{ id }} }}");
        Assert.Equal($$$"""{"data":{"customer":null,"node":null,"nodes":[null,{"id":"{{{Ours}}}"},null]}}""", body);
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_is_told_so_and_sent_nowhere()
    {
        foreach (var language in new[] { Language.English, Language.Chinese })
        {
            var (status, body) = await PostAsync(App.Visit(language), "/t/acme/graphql", Names);
            Assert.Equal(HttpStatusCode.Unauthorized, status);
            Assert.Equal("api.signedOut", CodeIn(body));
            Assert.Equal(language == Language.Chinese, body.Contains("登录", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_stranger_is_refused()
    {
        var gina = await App.SignInAsync(LedgerApp.GinaEmail);
        var (status, body) = await PostAsync(gina, "/t/acme/graphql", Names);
        Assert.Equal((HttpStatusCode.Forbidden, "tenancy.notMember"), (status, CodeIn(body)));
        Assert.DoesNotContain("of acme", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_ledgers_there_is_none()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(anna, "/graphql", Names)).Status);
    }

    [Fact]
    public async Task A_form_of_another_site_is_taken_for_nothing()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        using var form = new HttpRequestMessage(HttpMethod.Post, "/t/acme/graphql") { Content = new FormUrlEncodedContent([new("query", Names)]) };
        form.Headers.Accept.ParseAdd("application/json");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await anna.SendAsync(form)).StatusCode);
        using var link = new HttpRequestMessage(HttpMethod.Get, $"/t/acme/graphql?query={Uri.EscapeDataString(Names)}");
        link.Headers.Accept.ParseAdd("application/json");
        link.Headers.Add("Sec-Fetch-Site", "cross-site");
        link.Headers.Add("Sec-Fetch-Mode", "navigate");
        Assert.Equal(HttpStatusCode.Forbidden, (await anna.SendAsync(link)).StatusCode);
    }

    [Fact]
    public async Task What_a_gate_refuses_has_its_code_and_speaks_the_language_of_the_caller()
    {
        foreach (var (email, tenant, language) in new[] { (LedgerApp.AnnaEmail, TwoTenants.Acme, Language.English), (LedgerApp.GinaEmail, TwoTenants.Globex, Language.Chinese) })
        {
            var visitor = await App.SignInAsync(email);
            var (status, body) = await PostAsync(visitor, $"/t/{tenant}/graphql", "{ customers(where: { phones: { equals: \"what\" } }) { totalCount } }");
            var error = JsonNode.Parse(body)!["errors"]![0]!;
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal("phones", (string)error["extensions"]!["field"]!);
            Assert.StartsWith("value.", (string)error["extensions"]!["code"]!, StringComparison.Ordinal);
            Assert.True(language == Language.Chinese == ((string)error["message"]!).Any(character => character > 0x3000), body);
        }
    }

    [Fact]
    public async Task A_request_that_the_client_has_named_is_done_once()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        var pages = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var request = RequestOf("/t/acme/graphql", "mutation { createProduct(values: { name: \"Once\" }) { id } }");
            request.Headers.Add("Idempotency-Key", "once");
            await anna.SendAsync(request);
            pages.Add(anna.Page);
        }

        Assert.Equal(pages[0], pages[1]);
        Assert.Contains("pro_", pages[0], StringComparison.Ordinal);
        var (_, body) = await PostAsync(anna, "/t/acme/graphql", "{ products { totalCount } }");
        Assert.Equal("""{"data":{"products":{"totalCount":1}}}""", body);
    }

    [Fact]
    public async Task Answers_are_kept_nowhere()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        using var request = RequestOf("/t/acme/graphql", Names);
        Assert.True((await anna.SendAsync(request)).Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_program_comes_in_by_a_key_that_an_owner_made_on_a_page_until_it_is_revoked()
    {
        var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
        await anna.GetAsync("/t/acme/settings/keys");
        var role = Regex.Match(anna.Page, "<option value=\"(?<id>[0-9]+)\">Owner<", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["id"].Value;
        var refused = await anna.PostAsync("/t/acme/settings/keys", [("name", "Shop"), ("role", role), ("networks", "everywhere")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var made = await anna.PostAsync("/t/acme/settings/keys", [("name", "Shop"), ("role", role)]);
        Assert.Equal((HttpStatusCode.OK, true), (made.StatusCode, made.Headers.CacheControl!.NoStore));
        var key = Regex.Match(anna.Page, "<code id=\"key\">(?<key>[^<]+)</code>", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["key"].Value;

        var program = App.Visit();
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(program, "/t/acme/graphql", Names, key)).Status);
        var (_, changed) = await PostAsync(program, "/t/acme/graphql", "mutation { createCustomer(values: { name: \"by a program\" }) { id outcome } }", key);
        Assert.Contains("CREATED", changed, StringComparison.Ordinal);
        var id = (string)JsonNode.Parse(changed)!["data"]!["createCustomer"]!["id"]!;
        var (_, history) = await PostAsync(program, "/t/acme/graphql", $"{{ me {{ id name isOwner }} history(id: \"{id}\") {{ nodes {{ actor actorId door }} }} }}", key);
        Assert.Equal("{\"data\":{\"me\":{\"id\":\"" + key[..17] + "\",\"name\":\"Shop\",\"isOwner\":true},\"history\":{\"nodes\":[{\"actor\":\"Shop\",\"actorId\":\"" + key[..17] + "\",\"door\":\"API\"}]}}}", history);

        // The id by which the history names it finds what it has made, as the id under which it stands there does.
        foreach (var by in new[] { key[..17], "acc" + key[3..17] })
        {
            var (_, own) = await PostAsync(program, "/t/acme/graphql", $"{{ customers(where: {{ createdBy: {{ equals: \"{by}\" }}, updatedBy: {{ in: [\"{by}\"] }} }}) {{ nodes {{ id }} }} }}", key);
            Assert.Equal($"{{\"data\":{{\"customers\":{{\"nodes\":[{{\"id\":\"{id}\"}}]}}}}}}", own);
        }

        await PostAsync(program, "/t/acme/graphql", $"mutation {{ deleteCustomer(id: \"{id}\") {{ outcome }} }}", key);

        // It is good for no other ledger, opens no page, and isn't shown again.
        var (status, body) = await PostAsync(program, "/t/globex/graphql", Names, key);
        Assert.Equal((HttpStatusCode.Unauthorized, "api.keyUnknown"), (status, CodeIn(body)));
        using var page = new HttpRequestMessage(HttpMethod.Get, "/t/acme/customers");
        page.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Assert.Equal(HttpStatusCode.Redirect, (await program.SendAsync(page)).StatusCode);
        await anna.GetAsync("/t/acme/settings/keys");
        Assert.DoesNotContain(key[17..], anna.Page, StringComparison.Ordinal);

        // A session beside a key that isn't good doesn't make up for it.
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(anna, "/t/acme/graphql", Names, key + "x")).Status);
        await anna.GetAsync("/t/acme/settings/keys");
        Assert.Equal(HttpStatusCode.NotFound, (await anna.PostAsync("/t/acme/settings/keys?handler=Revoke", [("key", "key_0000000000000")])).StatusCode);
        await anna.GetAsync("/t/acme/settings/keys");
        Assert.Equal(HttpStatusCode.Redirect, (await anna.PostAsync("/t/acme/settings/keys?handler=Revoke", [("key", key[..17])])).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(program, "/t/acme/graphql", Names, key)).Status);
    }

    [Theory]
    [InlineData(TwoTenants.Acme, LedgerApp.AnnaEmail, "has made a key before")]
    [InlineData(TwoTenants.Globex, LedgerApp.GinaEmail, "之前已创建过密钥")]
    public async Task Two_clicks_without_a_script_make_one_key_and_revoke_it_once(string tenant, string email, string told)
    {
        var owner = await App.SignInAsync(email);
        var address = $"/t/{tenant}/settings/keys";
        await owner.GetAsync(address);
        var form = PageForm.With(owner.Page, ("name", "Clicked"), ("role", Regex.Match(owner.Page, "<option value=\"(?<id>[0-9]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["id"].Value));
        var clicks = new[] { owner, owner.Twin() };
        foreach (var answer in await Task.WhenAll(clicks.Select(click => click.PostAsync(address, form))))
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var id = Assert.Single(clicks.Select(click => Regex.Match(click.Page, "<code id=\"key\">(?<key>key_[^<]+)</code>", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["key"].Value).Distinct())[..17];
        await owner.GetAsync(address);
        Assert.Single(Regex.Matches(owner.Page, ">Clicked</th>", RegexOptions.None, TimeSpan.FromSeconds(1)));

        // Who goes back to the form and asks for something else is told, and the form of that answer makes it.
        var other = form.Select(field => field.Name == "name" ? (field.Name, "Other") : field).ToList();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.PostAsync(address, other)).StatusCode);
        Assert.Contains(told, owner.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await owner.PostAsync(address, PageForm.Of(owner.Page))).StatusCode);
        Assert.Single(Regex.Matches(owner.Page, ">Other</th>", RegexOptions.None, TimeSpan.FromSeconds(1)));

        clicks = [owner, owner.Twin()];
        foreach (var answer in await Task.WhenAll(clicks.Select(click => click.PostAsync(address + "?handler=Revoke", [("key", id)]))))
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        await owner.GetAsync(address + "?saved=1");
        Assert.DoesNotContain(">Clicked</th>", owner.Page, StringComparison.Ordinal);
        Assert.Contains("alert-success", owner.Page, StringComparison.Ordinal);

        // That something was saved before is no news of what was refused now.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.PostAsync(address + "?saved=1", form)).StatusCode);
        Assert.DoesNotContain("alert-success", owner.Page, StringComparison.Ordinal);
    }

    private static string CodeIn(string body) => (string)JsonNode.Parse(body)!["errors"]![0]!["extensions"]!["code"]!;

    private static HttpRequestMessage RequestOf(string address, string document)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(new { query = document }) };
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(LedgerVisitor visitor, string address, string document, string? key = null)
    {
        using var request = RequestOf(address, document);
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return ((await visitor.SendAsync(request)).StatusCode, visitor.Page);
    }

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(LedgerVisitor visitor, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("application/json");
        return ((await visitor.SendAsync(request)).StatusCode, visitor.Page);
    }
}
