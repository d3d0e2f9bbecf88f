using System.Text.Json.Nodes;
using ClientLedger.Access;
using ClientLedger.Api.Schemas;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Api;

/// <summary>Changes through the API: the write gate's, told as GraphQL tells them. The other tenant stays as it is.</summary>
public sealed class MutationTests
{
    private const string Errors = "userErrors { code message path }";

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Records_of_every_kind_are_made_and_read_back_as_they_were_given(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider, RandomFields.Extend(BuiltInEntities.Schema));
        var api = ApiOf(gates);
        var made = new Dictionary<string, string>();
        foreach (var creation in new ValidRecords(gates.Schema, 1, "mark", TestGates.Anna).Creations())
        {
            var entity = gates.Schema[creation.Entity];
            var values = new JsonObject(creation.Values.Names.Zip(creation.Values.Values, (name, value) => KeyValuePair.Create(name, Given(entity.Find(name)!, value!, made))));
            var payload = await OneAsync(api, gates, $"create{TypeNames.Record(entity.Name)}(values: $values)", entity, $"$values: {TypeNames.Input(entity.Name)}!", values);
            Assert.Equal(("CREATED", "[]"), ((string)payload["outcome"]!, payload["userErrors"]!.Text()));
            made.Add(entity.Name, (string)payload["id"]!);
            AssertHolds(values, payload["it"]!.AsObject(), entity);
        }

        Assert.Empty((await StoredLedger.ReadAsync(gates.Owner(TestLedger.Globex))).Records);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_change_that_makes_a_record_resemble_another_is_asked_about_and_can_be_confirmed(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var api = ApiOf(gates);
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), new RecordChange(Verb.Create, "customer") { Values = FieldValues.Of(("name", "Theirs"), ("phones", "13900139000")) });
        await MutateAsync(api, gates, "createCustomer(values: { name: \"One\", phones: [\"13800138000\"] }) { id }");
        var id = (string)(await MutateAsync(api, gates, "createCustomer(values: { name: \"Two\" }) { id }"))["id"]!;

        var change = $"id: \"{id}\", version: 1, values: {{ phones: [\"13800138000\", \"13900139000\"] }}";
        var asked = await MutateAsync(api, gates, $"updateCustomer({change}) {{ outcome userErrors {{ code path }} duplicates {{ field title }} }}");
        Assert.Equal(
            """{"outcome":"REFUSED","userErrors":[{"code":"write.duplicateFound","path":["values","phones"]}],"duplicates":[{"field":"phones","title":"One"}]}""",
            asked.Text());
        Assert.Equal("UPDATED", (string)(await MutateAsync(api, gates, $"updateCustomer({change}, duplicates: CREATE) {{ outcome }}"))["outcome"]!);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_reason_is_kept_as_a_line_of_text_and_refused_where_it_is_too_long(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var api = ApiOf(gates);
        var document = "mutation ($why: String) { createCustomer(values: { name: \"Why\" }, reason: $why, duplicates: CREATE) { id } }";
        foreach (var (why, kept) in new[] { ("a\0b\u202e\nc ", "ab c"), (" \u200b", null), (new string('x', 1000), new string('x', 1000)) })
        {
            var id = (string)(await api.DataAsync(gates.Owner(), document, new { why }))["createCustomer"]!["id"]!;
            Assert.Equal(kept, (string?)(await api.DataAsync(gates.Owner(), $"{{ history(id: \"{id}\") {{ nodes {{ reason }} }} }}"))["history"]!["nodes"]![0]!["reason"]);
        }

        Assert.Equal("api.reasonTooLong", await api.CodeAsync(gates.Owner(), document, new { why = new string('x', 1001) }));
        Assert.Empty((await StoredLedger.ReadAsync(gates.Owner(TestLedger.Globex))).Records);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_record_goes_through_its_whole_life(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var (api, owner) = (ApiOf(gates), gates.Owner());
        var created = await MutateAsync(api, gates, $"createCustomer(values: {{ number: \"C-1\", name: \"One\", phones: [\"13800138000\"], creditLimit: 12.5, city: \"Ulm\" }}) {{ customer {{ id version phones creditLimit }} {Errors} }}");
        var id = (string)created["customer"]!["id"]!;
        Assert.Equal($$"""{"customer":{"id":"{{id}}","version":1,"phones":["+8613800138000"],"creditLimit":12.5},"userErrors":[]}""", created.Text());

        var updated = await MutateAsync(api, gates, $"updateCustomer(id: \"{id}\", version: 1, values: {{ city: \"Bonn\", phones: null }}, reason: \"moved\") {{ outcome customer {{ version city phones name }} }}");
        Assert.Equal("""{"outcome":"UPDATED","customer":{"version":2,"city":"Bonn","phones":null,"name":"One"}}""", updated.Text());

        var late = await MutateAsync(api, gates, $"updateCustomer(id: \"{id}\", version: 1, values: {{ city: \"Trier\" }}) {{ outcome id customer {{ city }} userErrors {{ code path }} }}");
        Assert.Equal("""{"outcome":"CONFLICT","id":null,"customer":{"city":"Bonn"},"userErrors":[{"code":"write.changedMeanwhile","path":["values","city"]}]}""", late.Text());

        var merged = await MutateAsync(api, gates, $"updateCustomer(id: \"{id}\", version: 1, values: {{ shortName: \"1\" }}) {{ outcome customer {{ city shortName }} }}");
        Assert.Equal("""{"outcome":"UPDATED","customer":{"city":"Bonn","shortName":"1"}}""", merged.Text());

        var found = await MutateAsync(api, gates, "upsertCustomer(key: number, values: { number: \"C-1\", city: \"Köln\" }) { outcome id customer { city } }");
        Assert.Equal($$$"""{"outcome":"UPDATED","id":"{{{id}}}","customer":{"city":"Köln"}}""", found.Text());
        Assert.Equal("CREATED", (string)(await MutateAsync(api, gates, "upsertCustomer(key: number, values: { number: \"C-2\", name: \"Two\" }) { outcome }"))["outcome"]!);

        var deleted = await MutateAsync(api, gates, $"deleteCustomer(id: \"{id}\") {{ outcome id customer {{ id }} }}");
        Assert.Equal($$"""{"outcome":"DELETED","id":"{{id}}","customer":null}""", deleted.Text());
        Assert.Equal("{\"customers\":{\"nodes\":[{\"id\":\"" + id + "\"}]}}", (await api.DataAsync(owner, "{ customers(deleted: true) { nodes { id } } }")).Text());
        Assert.Equal("RESTORED", (string)(await MutateAsync(api, gates, $"restoreCustomer(id: \"{id}\") {{ outcome }}"))["outcome"]!);
        Assert.Empty((await StoredLedger.ReadAsync(gates.Owner(TestLedger.Globex))).Records);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Of_many_records_the_good_ones_are_made_and_the_bad_ones_told_in_their_places(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var (api, owner) = (ApiOf(gates), gates.Owner());
        const string Make = "mutation ($rows: [CustomerInput!]!, $all: Boolean!) { it: createCustomers(rows: $rows, allOrNothing: $all, duplicates: CREATE) { applied results { outcome customer { name } userErrors { code path } } } }";
        object[] rows = [.. Enumerable.Range(0, 1000).Select(i => i == 500 ? new { name = "x", phones = "what" } : new { name = $"n{i}", phones = "13800138000" })];

        var none = (await api.DataAsync(owner, Make, new { rows, all = true }))["it"]!;
        Assert.False((bool)none["applied"]!);
        Assert.Equal((1, 999), (Count(none, "REFUSED"), Count(none, "WITHHELD")));
        Assert.Empty((await StoredLedger.ReadAsync(owner)).Records);

        var most = (await api.DataAsync(owner, Make, new { rows, all = false }))["it"]!;
        Assert.True((bool)most["applied"]!);
        Assert.Equal((1, 999), (Count(most, "REFUSED"), Count(most, "CREATED")));
        Assert.Equal("""{"outcome":"REFUSED","customer":null,"userErrors":[{"code":"value.phone.unreadable","path":["rows","500","phones"]}]}""", most["results"]![500]!.Text());
        Assert.Equal("n999", (string)most["results"]![999]!["customer"]!["name"]!);
        Assert.Equal(999, (await StoredLedger.ReadAsync(owner)).Records.Count);
        Assert.Empty((await StoredLedger.ReadAsync(gates.Owner(TestLedger.Globex))).Records);

        Assert.Equal("api.tooManyRows", await api.CodeAsync(owner, Make, new { rows = rows.Append(rows[0]), all = true }));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Many_records_are_changed_deleted_and_restored_by_id(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var (api, owner) = (ApiOf(gates), gates.Owner());
        var made = await MutateAsync(api, gates, "createCustomers(rows: [{ name: \"a\" }, { name: \"b\" }]) { results { id } }");
        var (a, b) = ((string)made["results"]![0]!["id"]!, (string)made["results"]![1]!["id"]!);

        var changed = await MutateAsync(api, gates, $"updateCustomers(rows: [{{ id: \"{a}\", values: {{ city: \"A\" }} }}, {{ id: \"what\", values: {{ city: \"X\" }} }}, {{ id: \"{b}\", version: \"two\", values: {{ city: \"X\" }} }}, {{ id: \"{b}\", version: 1, values: {{ city: \"B\" }} }}]) {{ results {{ outcome userErrors {{ path }} }} }}");
        Assert.Equal(
            """{"results":[{"outcome":"UPDATED","userErrors":[]},{"outcome":"REFUSED","userErrors":[{"path":["rows","1","id"]}]},{"outcome":"REFUSED","userErrors":[{"path":["rows","2","version"]}]},{"outcome":"UPDATED","userErrors":[]}]}""",
            changed.Text());

        var withheld = await MutateAsync(api, gates, $"deleteCustomers(rows: [{{ id: \"{a}\" }}, {{ id: \"what\" }}], allOrNothing: true) {{ applied results {{ outcome }} }}");
        Assert.Equal("""{"applied":false,"results":[{"outcome":"WITHHELD"},{"outcome":"REFUSED"}]}""", withheld.Text());
        var deleted = await MutateAsync(api, gates, $"deleteCustomers(rows: [{{ id: \"{a}\" }}, {{ id: \"{b}\", version: 2 }}]) {{ results {{ outcome }} }}");
        Assert.Equal("""{"results":[{"outcome":"DELETED"},{"outcome":"DELETED"}]}""", deleted.Text());
        var restored = await MutateAsync(api, gates, $"restoreCustomers(rows: [{{ id: \"{b}\" }}]) {{ results {{ outcome customer {{ city }} }} }}");
        Assert.Equal("""{"results":[{"outcome":"RESTORED","customer":{"city":"B"}}]}""", restored.Text());
    }

    [Fact]
    public async Task A_duplicate_is_asked_about_with_the_record_that_it_looks_like()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var api = ApiOf(gates);
        var first = await MutateAsync(api, gates, "createCustomer(values: { name: \"Same\" }) { id }");
        var asked = await MutateAsync(api, gates, "createCustomer(values: { name: \"Same\" }) { outcome id userErrors { code } duplicates { field id title } }");
        Assert.Equal($$"""{"outcome":"REFUSED","id":null,"userErrors":[{"code":"write.duplicateFound"}],"duplicates":[{"field":"name","id":"{{first["id"]}}","title":"Same"}]}""", asked.Text());
        Assert.Equal("CREATED", (string)(await MutateAsync(api, gates, "createCustomer(values: { name: \"Same\" }, duplicates: CREATE) { outcome }"))["outcome"]!);
    }

    [Fact]
    public async Task A_payload_is_written_as_it_was_selected()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var payload = await MutateAsync(ApiOf(gates), gates, "createCustomer(values: { name: \"One\" }) { __typename a: customer { __typename x: name } ...F b: customer { contacts { totalCount } } } } fragment F on CustomerPayload { o: outcome a: customer { kind }");
        Assert.Equal("""{"__typename":"CustomerPayload","a":{"__typename":"Customer","x":"One","kind":"organisation"},"o":"CREATED","b":{"contacts":{"totalCount":0}}}""", payload.Text());
    }

    [Fact]
    public async Task Rights_decide_which_changes_exist()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var api = ApiOf(gates);
        var anna = gates.Scope(TestLedger.Acme, TestGates.Anna, RoleTemplates.Restricted(gates.Schema));
        var schema = api.SchemaOf(anna);
        Assert.NotNull(schema.ElementAt("Mutation.createCustomer"));
        Assert.NotNull(schema.ElementAt("CustomerInput.name"));
        Assert.All(
            ["CustomerInput.creditLimit", "CustomerInput.phones", "Mutation.deleteCustomer", "Mutation.restoreCustomers", "Mutation.createProduct", "Mutation.updateProducts", "Mutation.upsertProduct", "ProductInput", "ProductUpdate"],
            coordinate => Assert.Null(schema.ElementAt(coordinate)));
        Assert.Null(api.SchemaOf(gates.Scope(TestLedger.Acme, TestGates.Anna, [])).MutationType);
    }

    [Fact]
    public async Task A_tenant_s_own_key_finds_records_of_an_entity_that_had_none()
    {
        var field = new FieldDescriptor { Id = CustomField.FirstId, Name = "code", Label = new("代码", "Code"), Type = FieldType.Text, Unique = true, Custom = true };
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite, BuiltInEntities.Schema.With(new[] { field }.ToLookup(_ => "project")));
        var api = ApiOf(gates);
        var customer = (string)(await MutateAsync(api, gates, "createCustomer(values: { name: \"One\" }) { id }"))["id"]!;
        foreach (var outcome in new[] { "CREATED", "UNCHANGED" })
        {
            var payload = await MutateAsync(api, gates, $"upsertProject(key: code, values: {{ code: \"P\", name: \"Project\", customer: \"{customer}\" }}) {{ outcome {Errors} }}");
            Assert.Equal((outcome, "[]"), ((string)payload["outcome"]!, payload["userErrors"]!.Text()));
        }
    }

    [Fact]
    public async Task Many_results_are_read_by_one_statement_for_each_list()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Postgres);
        var (api, owner) = (ApiOf(gates), gates.Owner());

        // The first one also learns the connection's types.
        await StatementsAsync(1);
        var few = await StatementsAsync(2);
        Assert.Equal(few, await StatementsAsync(50));

        Task<int> StatementsAsync(int count) => StatementCount.OfAsync(() => api.DataAsync(
            owner,
            "mutation ($rows: [ContactInput!]!) { createContacts(rows: $rows) { results { contact { name customer { name } orders { nodes { number } } tickets { totalCount } } } } }",
            new { rows = Enumerable.Range(0, count).Select(i => new { name = $"{count} {i}" }) }));
    }

    private static ApiCase ApiOf(TestGates gates) => new(BuiltInEntities.Schema, gates.Reading, gates.Writing);

    private static int Count(JsonNode payload, string outcome) => payload["results"]!.AsArray().Count(result => (string)result!["outcome"]! == outcome);

    /// <summary>The payload of one mutation of Acme's owner.</summary>
    private static async Task<JsonObject> MutateAsync(ApiCase api, TestGates gates, string mutation) =>
        (await api.DataAsync(gates.Owner(), $"mutation {{ it: {mutation} }}"))["it"]!.AsObject();

    /// <summary>The payload of a mutation with values, and all that they hold of the record.</summary>
    private static async Task<JsonObject> OneAsync(ApiCase api, TestGates gates, string mutation, EntityDescriptor entity, string variables, JsonObject values)
    {
        var shows = string.Join(' ', values.Select(value => FieldShape.IsLink(entity.Find(value.Key)!) ? $"{value.Key} {{ id }}" : value.Key));
        var document = $"mutation ({variables}) {{ payload: {mutation} {{ outcome id it: {entity.Name} {{ {shows} }} {Errors} }} }}";
        return (await api.DataAsync(gates.Owner(), document, new { values }))["payload"]!.AsObject();
    }

    /// <summary>A valid value as a client gives it.</summary>
    private static JsonNode? Given(FieldDescriptor field, object value, Dictionary<string, string> made) => value switch
    {
        RecordReference.ByLabel reference => made[reference.Label],
        bool flag => flag,
        long id when field.Type == FieldType.Person => RecordIds.Format(RecordIds.Account, id),
        _ when field.Several => new JsonArray(ValidRecords.Typed(value)),
        _ => ValidRecords.Typed(value),
    };

    /// <summary>A record holds what was given, in its canonical form.</summary>
    private static void AssertHolds(JsonObject given, JsonObject record, EntityDescriptor entity)
    {
        foreach (var (name, value) in given)
        {
            var (field, shown) = (entity.Find(name)!, record[name]);
            var text = shown switch
            {
                JsonObject linked => (string)linked["id"]!,
                JsonArray several => Assert.Single(several)!.ToString(),
                _ => shown?.ToString(),
            };
            var expected = value is JsonArray list ? list[0]!.ToString() : value!.ToString();
            Assert.True(text is not null && (text == expected || IsSame(field, expected, text)), $"{entity}.{name}: {expected} became {text}");
        }
    }

    /// <summary>Both texts are the same value.</summary>
    private static bool IsSame(FieldDescriptor field, string given, string shown) =>
        FieldParser.TryParseElement(field, given, BuiltInEntities.Schema, PlainScope.Settings, out var left, out _)
        && FieldParser.TryParseElement(field, shown, BuiltInEntities.Schema, PlainScope.Settings, out var right, out _) && Equals(left, right);
}
