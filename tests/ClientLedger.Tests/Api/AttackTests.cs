using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;

namespace ClientLedger.Tests.Api;

/// <summary>
/// Every kind of attack of the engine's own tests (<c>LimitTests</c>, <c>HostileDocumentTests</c>), written for the ledger's schema, is refused at the API's
/// address, for both tenants, before anything is read; and so is what costs too much.
/// </summary>
[Collection(HostCollection.Name)]
public sealed class AttackTests(RunningApp running) : IClassFixture<RunningApp>
{
    private const int Many = 2_000;

    public static TheoryData<string, Func<string>> Attacks() => new()
    {
        { "a long comment", () => $"{{ me {{ id }} }} #{new string('x', 1_000_000)}" },
        { "many tokens", () => $"{{ {Repeat(15_000, _ => "me ")} }}" },
        { "deep brackets", () => $"{Repeat(201, _ => "{ customers ")} {Repeat(201, _ => "}")}" },
        { "deep values", () => $"{{ customers(where: {Repeat(201, _ => "{ not: ")} {{}} {Repeat(201, _ => "}")}) {{ totalCount }} }}" },
        { "deep lists", () => $"{{ nodes(ids: {Repeat(201, _ => "[")} {Repeat(201, _ => "]")}) {{ id }} }}" },
        { "many aliases", () => $"{{ {Repeat(Many, index => $"a{index}: me {{ id }} ")} }}" },
        { "one field many times", () => $"{{ {Repeat(Many, _ => "me { id } ")} }}" },
        { "one object many times", () => $"{{ {Repeat(Many, _ => "customers { nodes { id } } ")} }}" },
        { "fragments in a chain", () => $"{{ ...F0 }} {Repeat(Many, index => $"fragment F{index} on Query {{ me {{ id }} ...F{index + 1} }} ")} fragment F{Many} on Query {{ me {{ id }} }}" },
        { "fragments in a circle", () => $"{{ ...F0 }} {Repeat(100, index => $"fragment F{index} on Query {{ me {{ id }} ...F{(index + 1) % 100} }} ")}" },
        { "fragments that double", () => $"{{ customers {{ nodes {{ ...F0 }} }} }} {Repeat(20, index => $"fragment F{index} on Customer {{ parent {{ ...F{index + 1} }} a: parent {{ ...F{index + 1} }} }} ")} fragment F20 on Customer {{ id }}" },
        { "one fragment many times", () => $"{{ {Repeat(Many, _ => "...F ")} }} fragment F on Query {{ me {{ id }} }}" },
        { "fragments that spread each other", () => $"{{ ...F0 }} {Repeat(20, index => $"fragment F{index} on Query {{ {Repeat(100, to => $"...F{to % 20} ")} me {{ id }} }} ")}" },
        { "unknown names", () => $"{{ {Repeat(Many, index => $"unknown{index} ")} }}" },
        { "introspection in circles", () => "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }" },
        { "introspection many times", () => $"{{ __schema {{ types {{ {Repeat(2 * Many, _ => "ofType { kind } ")} }} }} }}" },
        { "variables that nobody uses", () => $"query ({Repeat(Many, index => $"$v{index}: Int ")}) {{ me {{ id }} }}" },
        { "many operations", () => Repeat(51, index => $"query Q{index} {{ me {{ id }} }} ") },
        { "many operations that reach many fragments", () => Repeat(40, index => $"query Q{index} {{ {Repeat(300, fragment => $"...F{fragment} ")} }} ") + Repeat(300, index => $"fragment F{index} on Query {{ customer(id: $v) {{ id }} }} ") },
        { "every field with every other", () => $"{{ {Repeat(90, index => $"x: customer(id: \"{index}\") {{ id }} ")} }}" },
        { "two fields far below", () => $"{{ customers {{ nodes {{ {Repeat(500, index => $"parent {{ parent {{ x: orders(first: 1) {{ totalCount }} parent {{ a{index}: id }} }} }} ")} parent {{ parent {{ x: id }} }} }} }} }}" },
        { "every fragment with every other", () => $"{{ {Repeat(400, index => $"...F{index} ")} }} {Repeat(400, index => $"fragment F{index} on Query {{ customer(id: \"{index}\") {{ id }} }} ")}" },
        { "deep fields", () => $"{{ customers {{ nodes {{ {Repeat(51, _ => "parent { ")} id {Repeat(51, _ => "}")} }} }} }}" },
        { "lists in lists", () => $"{{ customers(first: 500) {{ nodes {{ {Repeat(5, _ => "subsidiaries(first: 500) { nodes { ")} id {Repeat(5, _ => "} }")} }} }} }}" },
        { "long lists of values", () => $"{{ customers(where: {{ city: {{ in: [{Repeat(20_000, index => $"\"{index}\" ")}] }} }}) {{ totalCount }} }}" },
        { "directives many times", () => $"{{ me {Repeat(Many, _ => "@include(if: true) ")} {{ id }} }}" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Every_attack_is_refused_without_an_answer(string kind, Func<string> make)
    {
        Assert.NotEmpty(kind);
        foreach (var (email, tenant) in new[] { (LedgerApp.AnnaEmail, TwoTenants.Acme), (LedgerApp.GinaEmail, TwoTenants.Globex) })
        {
            var visitor = await running.App.SignInAsync(email);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/t/{tenant}/graphql") { Content = JsonContent.Create(new { query = make() }) };
            request.Headers.Accept.ParseAdd("application/graphql-response+json");
            var answer = await visitor.SendAsync(request);
            Assert.True((int)answer.StatusCode is >= 400 and < 500 || answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}");
            var body = JsonNode.Parse(visitor.Page)!;
            Assert.True(body["data"] is null, visitor.Page);
            var errors = body["errors"]!.AsArray();
            Assert.InRange(errors.Count, 1, 101);
            Assert.All(errors, error => Assert.NotEqual("INTERNAL_SERVER_ERROR", (string)error!["extensions"]!["code"]!));
            Assert.True(visitor.Page.Length < 200_000, $"{visitor.Page.Length} characters");

            // The next request of the same caller is answered.
            using var next = new HttpRequestMessage(HttpMethod.Post, $"/t/{tenant}/graphql") { Content = JsonContent.Create(new { query = "{ tenant { name } }" }) };
            next.Headers.Accept.ParseAdd("application/json");
            await visitor.SendAsync(next);
            Assert.Equal("{\"data\":{\"tenant\":{\"name\":\"" + tenant + "\"}}}", visitor.Page);
        }
    }

    private static string Repeat(int count, Func<int, string> make) => string.Concat(Enumerable.Range(0, count).Select(make));
}
