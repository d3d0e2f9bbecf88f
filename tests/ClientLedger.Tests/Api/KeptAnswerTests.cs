using ClientLedger.Api.Mutations;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Api;

/// <summary>A request that a client has given a key changes the ledger once, however often it is sent within a day.</summary>
public sealed class KeptAnswerTests
{
    private const string Create = "mutation ($name: String!) { one: createCustomer(values: { name: $name }, duplicates: CREATE) { id outcome userErrors { code } customer { name } } }";

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task What_became_of_a_request_is_told_again(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var api = ApiOf(gates);
        var first = await AskAsync(api, gates.Owner(), "a", "One");
        Assert.Contains("CREATED", first, StringComparison.Ordinal);
        Assert.Equal(first, await AskAsync(api, gates.Owner(), "a", "One"));
        Assert.Equal(1, await CustomersAsync(gates, TestLedger.Acme));

        // Another request under the same key is a mistake of the client's.
        Assert.Contains("api.requestKeyReused", await AskAsync(api, gates.Owner(), "a", "Two"), StringComparison.Ordinal);

        // Other keys, other callers and other tenants have answers of their own.
        Assert.NotEqual(first, await AskAsync(api, gates.Owner(), "b", "One"));
        Assert.NotEqual(first, await AskAsync(api, gates.Owner(person: TestGates.Ben), "a", "One"));
        Assert.Equal(3, await CustomersAsync(gates, TestLedger.Acme));
        await AskAsync(api, gates.Owner(TestLedger.Globex), "a", "One");
        Assert.Equal(1, await CustomersAsync(gates, TestLedger.Globex));

        // What a key said is forgotten after a day.
        gates.Clock.Advance(TimeSpan.FromHours(24));
        Assert.NotEqual(first, await AskAsync(api, gates.Owner(), "a", "One"));
        Assert.Equal(4, await CustomersAsync(gates, TestLedger.Acme));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task The_rows_of_many_are_told_again_with_their_errors_and_duplicates(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var (api, owner) = (ApiOf(gates), gates.Owner());
        await api.DataAsync(owner, "mutation { createCustomer(values: { name: \"Same\" }) { id } }");
        const string Many = "mutation { createCustomers(rows: [{ name: \"New\" }, { name: \"Same\" }, { phones: [\"what\"] }]) { applied results { id outcome userErrors { code message path } duplicates { field id title } } } }";
        var first = await api.AnswerAsync(owner, Many, requestKey: "k");
        Assert.Contains("write.duplicateFound", first, StringComparison.Ordinal);
        Assert.Equal(first, await api.AnswerAsync(owner, Many, requestKey: "k"));
        Assert.Equal(2, await CustomersAsync(gates, TestLedger.Acme));
    }

    [Fact]
    public async Task Several_mutations_of_one_document_are_told_apart_and_what_was_refused_is_tried_again()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var (api, owner) = (ApiOf(gates), gates.Owner());
        const string Two = "mutation { a: createCustomer(values: { name: \"A\" }) { id } b: createCustomer(values: { name: \"B\" }) { id } c: createCustomer(values: { name: \"A\" }) { outcome } }";
        var first = await api.AnswerAsync(owner, Two, requestKey: "k");
        Assert.Equal(first, await api.AnswerAsync(owner, Two, requestKey: "k"));
        Assert.Equal(2, await CustomersAsync(gates, TestLedger.Acme));
        await using var context = gates.Database.CreateContext(TestLedger.Acme);
        Assert.Equal(["a", "b"], await context.Set<KeptAnswer>().OrderBy(answer => answer.Field).Select(answer => answer.Field).ToListAsync());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Of_requests_that_come_at_once_one_is_done(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AskAsync(ApiOf(gates), gates.Owner(), "a", "One"))));
        Assert.Equal(1, await CustomersAsync(gates, TestLedger.Acme));
        Assert.Contains(answers, answer => answer.Contains("CREATED", StringComparison.Ordinal));
        Assert.All(answers, answer => Assert.True(answer.Contains("CREATED", StringComparison.Ordinal) || answer.Contains("api.requestUnderWay", StringComparison.Ordinal), answer));
        Assert.Contains("CREATED", await AskAsync(ApiOf(gates), gates.Owner(), "a", "One"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_answer_is_read_under_no_other_key_and_a_long_key_is_refused()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var (api, owner) = (ApiOf(gates), gates.Owner());
        await AskAsync(api, owner, "a", "Secret name");
        await using (var context = gates.Database.CreateContext(TestLedger.Acme))
        {
            var kept = await context.Set<KeptAnswer>().SingleAsync();
            Assert.DoesNotContain("Secret name", System.Text.Encoding.UTF8.GetString(kept.Content), StringComparison.Ordinal);
            context.Add(new KeptAnswer { ClientId = TestGates.Ben, KeyHash = kept.KeyHash, Field = kept.Field, RequestHash = kept.RequestHash, Content = kept.Content, At = kept.At });
            await context.SaveChangesAsync();
        }

        Assert.Contains("api.requestKeyReused", await AskAsync(api, gates.Owner(person: TestGates.Ben), "a", "Secret name"), StringComparison.Ordinal);
        Assert.Contains("api.requestKeyTooLong", await AskAsync(api, owner, new string('k', 201), "One"), StringComparison.Ordinal);
    }

    private static ApiCase ApiOf(TestGates gates) => new(BuiltInEntities.Schema, gates.Reading, gates.Writing) { Clock = gates.Clock };

    private static Task<string> AskAsync(ApiCase api, LedgerScope scope, string key, string name) => api.AnswerAsync(scope, Create, new { name }, requestKey: key);

    private static async Task<int> CustomersAsync(TestGates gates, int tenant)
    {
        await using var context = gates.Database.CreateContext(tenant);
        return await context.Set<ClientLedger.Customers.Customer>().CountAsync();
    }
}
