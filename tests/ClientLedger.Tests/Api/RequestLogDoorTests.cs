using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ClientLedger.Access;
using ClientLedger.Api.Keys;
using ClientLedger.Api.Limits;
using ClientLedger.Api.Requests;
using ClientLedger.Shared;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClientLedger.Tests.Api;

/// <summary>What is asked over HTTP stands in the log of its ledger, and an owner sees it on a page.</summary>
[Collection(HostCollection.Name)]
public sealed class RequestLogDoorTests
{
    private const string Named = "query ByName($name: String!) { customers(where: { name: { equals: $name } city: { equals: \"Secretville\" } }) { nodes { id } } }";

    [Fact]
    public async Task Each_request_leaves_a_line_without_any_value()
    {
        await using var app = await LedgerApp.StartAsync();
        var (anna, gina) = (await app.SignInAsync(LedgerApp.AnnaEmail), await app.SignInAsync(LedgerApp.GinaEmail));
        var key = await KeyAsync(app);
        await AskAsync(anna, TwoTenants.Acme, Named, new { name = "Verysecret" }, key);
        await AskAsync(anna, TwoTenants.Acme, "mutation { createCustomer(values: { name: \"\" }) { outcome } nothing }", new { });
        await AskAsync(anna, TwoTenants.Acme, "{", new { });
        await anna.GetAsync("/t/acme/graphql/schema.graphql");
        await AskAsync(gina, TwoTenants.Globex, "query Theirs { me { name } }", new { });

        // A stranger leaves nothing in a ledger that isn't hers.
        await AskAsync(gina, TwoTenants.Acme, "query Stranger { me { name } }", new { });
        await AskAsync(gina, TwoTenants.Acme, "query Stranger { me { name } }", new { }, key + "x");

        await app.Services.GetRequiredService<RequestLog>().FlushAsync(default);
        var scope = await app.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        await using var ledger = scope.Database.CreateContext(scope.TenantId);
        var rows = await ledger.Set<ApiRequest>().OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync();
        Assert.Equal(
            [
                (ActorKind.Client, "ByName", "query", 200, 0, null), (ActorKind.Person, null, null, 200, 1, "GRAPHQL_VALIDATION_FAILED"), (ActorKind.Person, null, null, 200, 1, "GRAPHQL_PARSE_FAILED"),
                (ActorKind.Person, null, "schema", 200, 0, null),
            ],
            rows.Select(row => (row.CallerKind, row.Operation, row.Kind, row.Status, row.Errors, row.Code)));
        Assert.True(rows[0] is { Points: > 1, Microseconds: > 0, Bytes: > 10 });
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(Named)), rows[0].DocumentHash);
        Assert.DoesNotContain("secret", TextOfTable(app), StringComparison.OrdinalIgnoreCase);

        // The page tells the same, in both languages, and nothing of the other ledger.
        await anna.GetAsync("/t/acme/settings/log");
        Assert.All(["ByName", "GRAPHQL_PARSE_FAILED", "With errors alone", "Shop"], shown => Assert.Contains(shown, anna.Page, StringComparison.Ordinal));
        Assert.DoesNotContain("Theirs", anna.Page, StringComparison.Ordinal);
        await gina.GetAsync("/t/globex/settings/log");
        Assert.All(["Theirs", "仅有错误的请求"], shown => Assert.Contains(shown, gina.Page, StringComparison.Ordinal));
        Assert.DoesNotContain("ByName", gina.Page, StringComparison.Ordinal);

        // From a key there is a way to its log, which holds its requests alone.
        await anna.GetAsync("/t/acme/settings/keys");
        var way = WebUtility.HtmlDecode(Regex.Match(anna.Page, "href=\"(?<way>[^\"]*settings/log[^\"]*caller=key_[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["way"].Value);
        await anna.GetAsync(way);
        Assert.Contains("ByName", anna.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("GRAPHQL_PARSE_FAILED", anna.Page, StringComparison.Ordinal);
        await anna.GetAsync("/t/acme/settings/log?which=failed");
        Assert.DoesNotContain("ByName", anna.Page, StringComparison.Ordinal);
        Assert.Contains("GRAPHQL_PARSE_FAILED", anna.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync("/t/acme/settings/log?caller=nobody&days=x&which=y&before=z")).StatusCode);
    }

    [Fact]
    public async Task What_was_not_written_yet_is_written_before_the_host_has_stopped()
    {
        await using var app = await LedgerApp.StartAsync(("Api:Burst", "1000"));
        var anna = await app.SignInAsync(LedgerApp.AnnaEmail);
        for (var i = 0; i < 20; i++)
        {
            await AskAsync(anna, TwoTenants.Acme, $"query N{i} {{ me {{ name }} }}", new { });
        }

        await app.StopAsync();
        Assert.Equal(20, Regex.Count(TextOfTable(app), "query", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_key_that_asks_too_often_does_not_push_out_what_it_asked_before()
    {
        // What may be asked and told again with time doesn't: however slow the machine is, no time goes by for the two that count.
        var clock = new FixedClock(TimeProvider.System.GetUtcNow());
        await using var app = await LedgerApp.StartAsync(services => services
            .AddSingleton(new ApiLimit(Options.Create(new ApiLimitOptions { Burst = 2, PerSecond = 1 }), clock))
            .AddSingleton(own => new RequestWatch(own.GetRequiredService<RequestLog>(), own.GetRequiredService<IdSource>(), clock)));
        var anna = await app.SignInAsync(LedgerApp.AnnaEmail);
        var key = await KeyAsync(app);
        for (var i = 0; i < 40; i++)
        {
            await AskAsync(anna, TwoTenants.Acme, "query Often { me { name } }", new { }, key);
        }

        await app.Services.GetRequiredService<RequestLog>().FlushAsync(default);
        var scope = await app.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        await using var ledger = scope.Database.CreateContext(scope.TenantId);
        var refused = await ledger.Set<ApiRequest>().Where(row => row.Status == 429).ToListAsync();
        Assert.Equal(5, refused.Count);
        Assert.All(refused, row => Assert.Equal("api.tooManyRequests", row.Code));
    }

    /// <summary>The table as it lies in the file, both tenants' rows.</summary>
    private static string TextOfTable(LedgerApp app)
    {
        var text = new StringBuilder();
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = app.PathOf("ledger.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM ApiRequests";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                text.Append(reader.GetValue(i) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : reader.GetValue(i)).Append('|');
            }
        }

        return text.ToString();
    }

    private static async Task<string> KeyAsync(LedgerApp app)
    {
        var scope = await app.OpenAsync(TwoTenants.Acme, LedgerApp.AnnaEmail);
        var roles = await ApiKeys.RolesAsync(scope, default);
        var (text, refusals) = await app.Services.GetRequiredService<ApiKeys>().MakeAsync(scope, new NewApiKey("Shop", long.Parse(roles[0].Code, null), "", ""), default);
        Assert.Empty(refusals);
        return text;
    }

    private static async Task AskAsync(LedgerVisitor visitor, string tenant, string query, object variables, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/t/{tenant}/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        await visitor.SendAsync(request);
    }
}
