using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Access;
using ClientLedger.Tests.Writing;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Api;

/// <summary>Twins, which differ only in what the caller may not see, answer the API alike, to the last byte: lists, filters, orders, counts, searches, changes, errors, the schema itself.</summary>
public sealed class ApiTwinTests(ITestOutputHelper output)
{
    private const string Introspection =
        "{ __schema { types { name fields { name args { name } } inputFields { name } enumValues { name } } mutationType { fields { name } } } }";

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_restricted_role_can_not_tell_twins_apart(Provider provider)
    {
        await using var twins = await TwinLedgers.CreateAsync(provider, RoleTemplates.Restricted, new Dictionary<string, string[]>());
        var asked = new ApiTwins(twins);
        await AskAllAsync(twins, asked, first: Depth.IsFull ? 1 : provider == Provider.Sqlite ? 8 : 24, second: Depth.IsFull ? 1 : 60);
        var (count, answered) = (asked.Count + asked.ByIndex.Count, asked.Answered + asked.ByIndex.Answered);
        output.WriteLine($"{count} documents, {answered} answered, {asked.Statements + asked.ByIndex.Statements} statements");
        Assert.True(answered * 3 > count);
        Assert.True(count >= (Depth.IsFull ? 10_000 : 200), $"{count} documents");
    }

    [Fact]
    public async Task Whoever_sees_everything_tells_them_apart()
    {
        await using var twins = await TwinLedgers.CreateAsync(Provider.Sqlite, schema => [.. schema.Entities.Select(RightsOf.Full)], new Dictionary<string, string[]>());
        await Assert.ThrowsAnyAsync<Exception>(() => new ApiTwins(twins).AskAsync("{ customers(where: { creditLimit: { equals: 1 } }) { totalCount } }"));
    }

    /// <summary>Asks everything that a caller can ask, changes what it can change, and asks again.</summary>
    /// <param name="first">One question in so many is asked before anything was changed.</param>
    /// <param name="second">The same afterwards.</param>
    internal static async Task AskAllAsync(TwinLedgers twins, ApiTwins asked, int first, int second)
    {
        await asked.FollowAsync();
        await asked.AskAsync(Introspection);
        await AskAsync(twins, asked, first);
        foreach (var mutation in Mutations(twins))
        {
            twins.Tick();
            await asked.AskAsync(mutation, looksFurther: mutation.Contains("Customer", StringComparison.Ordinal));

            // Meanwhile others are busy in Acme alone.
            twins.Tick();
            await twins.ApplyAsOwnerAsync(TestLedger.Acme, [WriteGateTests.Update("note", twins.OtherIds["note"], null, ("body", $"body {asked.Count}"))]);
            await asked.FollowAsync();
        }

        // What others do is different work in each, between two changes of the caller's own.
        await asked.SubscribeAsync(
            tenant => ChangeAsync(tenant, twins.OwnIds, "city", "Rom"),
            async tenant =>
            {
                await ElsewhereAsync(tenant, "Bern");
                await ChangeAsync(tenant, twins.OwnIds, "creditLimit", 7 * tenant);
            },
            async tenant =>
            {
                await ElsewhereAsync(tenant, "Wien");
                await ChangeAsync(tenant, twins.OwnIds, "city", "Athen");
                await ElsewhereAsync(tenant, "Graz");
            });
        await asked.FollowAsync();
        await AskAsync(twins, asked, second);

        Task ElsewhereAsync(int tenant, string city) => tenant == TestLedger.Acme ? ChangeAsync(tenant, twins.OtherIds, "city", city) : Task.CompletedTask;

        async Task ChangeAsync(int tenant, Dictionary<string, long> ids, string field, object value) =>
            Assert.True((await twins.ApplyAsOwnerAsync(tenant, [WriteGateTests.Update("customer", ids["customer"], null, (field, value))])).Applied);
    }

    private static async Task AskAsync(TwinLedgers twins, ApiTwins asked, int every)
    {
        var (documents, at) = (new Documents(twins.Caller(TestLedger.Acme)), 0);
        foreach (var query in TwinQuestions.Queries(twins).Where(query => Documents.CanAsk(query) && at++ % every == 0))
        {
            var deleted = query.Deleted ? ", deleted: true" : "";
            var entity = twins.Schema[query.Entity];
            foreach (var each in new[] { query, documents.Askable(query) }.DistinctBy(each => documents.Record(entity, each.Select)))
            {
                await asked.AskAsync(documents.List(each, $"nodes {{ {documents.Record(entity, each.Select)} }} totalCount pageInfo {{ hasNextPage hasPreviousPage }}", deleted));
            }
        }

        foreach (var search in TwinQuestions.Searches(twins).Where(_ => at++ % every == 0))
        {
            foreach (var way in new[] { asked, asked.ByIndex })
            {
                await way.AskAsync("query ($text: String!) { customers(search: $text) { nodes { id name } totalCount } contacts(search: $text) { nodes { id } } }", new { text = search.Text });
            }
        }

        foreach (var document in twins.Schema.Entities.SelectMany(Aggregates).Where(_ => at++ % every == 0))
        {
            await asked.AskAsync(document);
        }

        foreach (var first in new[] { 1, 2, 100 })
        {
            await asked.AskAsync($"{{ customers {{ nodes {{ id timeline(first: {first}) {{ edges {{ cursor node {{ at record {{ __typename id }} }} }} pageInfo {{ hasNextPage endCursor }} }} }} }} }}");
        }

        foreach (var entity in twins.Schema.Entities)
        {
            foreach (var id in new[] { twins.OwnIds[entity.Name], twins.OtherIds.GetValueOrDefault(entity.Name, 4711) }.Select(id => RecordIds.Format(entity.IdPrefix, id)))
            {
                await asked.AskAsync($"{{ history(id: \"{id}\") {{ nodes {{ version at kind actor reason changes {{ field before after }} }} pageInfo {{ hasNextPage hasPreviousPage }} }} }}");
                await asked.AskAsync($"{{ node(id: \"{id}\") {{ __typename id }} nodes(ids: [\"{id}\", \"{id}\"]) {{ id }} one: {entity.Name}(id: \"{id}\") {{ id version updatedAt {entity.Title} }} }}");
            }
        }
    }

    /// <summary>What records come to, by every field that there is.</summary>
    private static IEnumerable<string> Aggregates(EntityDescriptor entity)
    {
        foreach (var field in entity.Fields)
        {
            yield return $"{{ {entity.Plural}Aggregate(groupBy: [{{ field: {field.Name} }}]) {{ keys count distinct(field: {field.Name}) }} }}";
            yield return $"{{ {entity.Plural}Aggregate {{ count minimum(field: {field.Name}) maximum(field: {field.Name}) percentile(field: {field.Name}, percent: 50) }} }}";
            yield return $"{{ {entity.Plural}Aggregate(where: {{ {field.Name}: {{ isEmpty: false }} }}) {{ count sum(field: {field.Name}) average(field: {field.Name}) }} }}";
        }
    }

    private static IEnumerable<string> Mutations(TwinLedgers twins)
    {
        const string Shows = "{ outcome id customer { id version name city updatedAt } userErrors { code message path } conflicts { field given current } duplicates { field id title } }";
        var (own, other) = (IdOf("customer", twins.OwnIds), IdOf("customer", twins.OtherIds));
        var me = RecordIds.Format(RecordIds.Account, TestGates.Anna);

        // Duplicates of what others have, in Acme alone.
        foreach (var values in new[] { "name: \"Wanted\"", "name: \"New\", emails: [\"wanted3@example.com\"]", $"name: \"New\", taxNumber: \"{TwinLedgers.WantedTaxNumber}\"", "name: \"New\", phones: [\"13811118000\"]", "name: \"华为客户名称\"" })
        {
            foreach (var policy in new[] { "ASK", "CREATE", "SKIP", "UPDATE" })
            {
                yield return $"mutation {{ createCustomer(values: {{ {values}, owner: \"{me}\" }}, duplicates: {policy}) {Shows} }}";
            }
        }

        // What the caller can't see or write, other people's records, giving away and taking.
        foreach (var (id, values) in new[] { (own, "creditLimit: 100"), (own, "phones: [\"13811118000\"]"), (own, "parent: null"), (own, $"owner: \"{RecordIds.Format(RecordIds.Account, TestGates.Ben)}\""), (own, "city: \"Ulm\""), (other, "city: \"Ulm\""), (other, $"owner: \"{me}\"") })
        {
            yield return $"mutation {{ updateCustomer(id: \"{id}\", values: {{ {values} }}) {Shows} }}";
            yield return $"mutation {{ updateCustomer(id: \"{id}\", version: 1, values: {{ {values} }}) {Shows} }}";
            yield return $"mutation {{ updateCustomers(rows: [{{ id: \"{own}\", values: {{ city: \"Trier\" }} }}, {{ id: \"{id}\", values: {{ {values} }} }}], allOrNothing: true) {{ applied results {Shows} }} }}";
        }

        yield return $"mutation {{ upsertCustomer(key: number, values: {{ number: \"number-1\", city: \"Rom\" }}) {Shows} }}";
        foreach (var entity in twins.OtherIds.Keys.Where(entity => entity is "note" or "order" or "contact" or "task"))
        {
            var record = char.ToUpperInvariant(entity[0]) + entity[1..];
            foreach (var id in new[] { IdOf(entity, twins.OwnIds), IdOf(entity, twins.OtherIds) })
            {
                yield return $"mutation {{ delete{record}(id: \"{id}\") {{ outcome userErrors {{ code message }} }} }}";
                yield return $"mutation {{ restore{record}(id: \"{id}\") {{ outcome userErrors {{ code message }} }} }}";
                yield return $"mutation {{ update{record}(id: \"{id}\", values: {{ customer: \"{other}\" }}) {{ outcome userErrors {{ code message }} {entity} {{ id customer {{ id }} }} }} }}";
            }
        }

        yield return $"mutation {{ createNote(values: {{ customer: \"{other}\", body: \"x\" }}) {{ outcome userErrors {{ code message }} }} }}";

        string IdOf(string entity, Dictionary<string, long> ids) => RecordIds.Format(twins.Schema[entity].IdPrefix, ids[entity]);
    }
}
