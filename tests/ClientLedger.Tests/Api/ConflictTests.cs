using ClientLedger.Access;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Api;

/// <summary>A change that is based on an older version is told what stands in its way, field by field, as far as the caller may see it.</summary>
public sealed class ConflictTests
{
    private const string Shows = "outcome id userErrors { code path } conflicts { field given current }";

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Both_values_come_with_a_conflict_in_the_forms_of_the_record(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var (api, owner) = (ApiOf(gates), gates.Owner());
        var ids = await CustomersAsync(gates, ("shortName", "One"), ("shortName", "Two"));
        var anna = RecordIds.Format(RecordIds.Account, TestGates.Anna);
        Assert.Equal(
            $$$"""{"it":{"outcome":"UPDATED","id":"{{{ids[0]}}}","userErrors":[],"conflicts":[]}}""",
            (await api.DataAsync(owner, $"mutation {{ it: updateCustomer(id: \"{ids[0]}\", version: 1, values: {{ city: \"Ulm\", creditLimit: 1.5, currency: \"EUR\", owner: \"{anna}\", firstCooperationOn: \"2026-03-02\", phones: [\"13800138000\"], parent: null }}) {{ {Shows} }} }}")).Text());

        // Several values are merged, and what is the same on both sides is nobody's conflict.
        var late = await api.DataAsync(
            owner,
            $"mutation {{ it: updateCustomer(id: \"{ids[0]}\", version: 1, values: {{ city: \"Rom\", creditLimit: \"1,234.5\", currency: \"EUR\", owner: null, firstCooperationOn: \"2026年3月3日\", phones: [\"13900139000\"], street: \"x\" }}) {{ {Shows} customer {{ city street }} }} }}");
        Assert.Equal(
            """{"it":{"outcome":"CONFLICT","id":null,"userErrors":[{"code":"write.changedMeanwhile","path":["values","city"]},{"code":"write.changedMeanwhile","path":["values","owner"]},{"code":"write.changedMeanwhile","path":["values","creditLimit"]},{"code":"write.changedMeanwhile","path":["values","firstCooperationOn"]}],"""
            + $$"""
            "conflicts":[{"field":"city","given":"Rom","current":"Ulm"},{"field":"owner","given":null,"current":"{{anna}}"},
            """
            + """
            {"field":"creditLimit","given":1234.5,"current":1.5},{"field":"firstCooperationOn","given":"2026-03-03","current":"2026-03-02"}],"customer":{"city":"Ulm","street":null}}}
            """,
            late.Text());

        // Of many each has its own.
        await gates.DoneAsync(owner, new RecordChange(Verb.Update, "customer") { Id = Number(ids[1]), Values = FieldValues.Of(("city", "Bonn")) });
        var many = await api.DataAsync(owner, $"mutation {{ it: updateCustomers(rows: [{{ id: \"{ids[1]}\", version: 1, values: {{ city: \"Köln\" }} }}, {{ id: \"{ids[0]}\", version: 2, values: {{ city: \"Trier\" }} }}, {{ id: \"{ids[0]}\", version: 1, values: {{ city: \"Rom\" }} }}]) {{ results {{ outcome userErrors {{ path }} c: conflicts {{ __typename field current given }} }} }} }}");
        Assert.Equal(
            """{"it":{"results":[{"outcome":"CONFLICT","userErrors":[{"path":["rows","0","values","city"]}],"c":[{"__typename":"FieldConflict","field":"city","current":"Bonn","given":"Köln"}]},{"outcome":"UPDATED","userErrors":[],"c":[]},{"outcome":"CONFLICT","userErrors":[{"path":["rows","2","values","city"]}],"c":[{"__typename":"FieldConflict","field":"city","current":"Trier","given":"Rom"}]}]}}""",
            many.Text());
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task What_stands_there_now_is_shown_as_the_caller_sees_it(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var api = ApiOf(gates);
        var ids = await CustomersAsync(gates, ("phones", "13800138000"), ("phones", "13800138001"));
        var owner = gates.Owner();
        var anna = gates.Scope(TestLedger.Acme, TestGates.Anna, [new Grant("customer", new EveryRecord())
        {
            Fields = new Dictionary<string, FieldRight> { ["phones"] = new(ReadRight.Masked, WriteRight.Yes), ["creditLimit"] = new(ReadRight.Hidden, WriteRight.Yes) },
        }]);
        await gates.DoneAsync(owner, new RecordChange(Verb.Update, "customer") { Id = Number(ids[0]), Values = FieldValues.Of(("phones", "13911112222"), ("creditLimit", 987654), ("currency", "CNY")) });

        // Whether it is the same number must not show either.
        foreach (var phone in new[] { "13911112222", "13700137000" })
        {
            var answer = (await api.DataAsync(anna, $"mutation {{ it: updateCustomer(id: \"{ids[0]}\", version: 1, values: {{ phones: [\"{phone}\"] }}) {{ {Shows} customer {{ phones }} }} }}"))["it"]!;
            Assert.Equal("CONFLICT", (string)answer["outcome"]!);
            var conflict = Assert.Single(answer["conflicts"]!.AsArray())!;
            Assert.Equal($"[\"+86{phone}\"]", conflict["given"]!.Text());
            Assert.Equal(answer["customer"]!["phones"]!.Text(), conflict["current"]!.Text());
            Assert.Contains("*", conflict["current"]!.Text(), StringComparison.Ordinal);
            Assert.DoesNotContain("13911112222", conflict["current"]!.Text(), StringComparison.Ordinal);
        }

        // A hidden field is no input at all.
        var refused = await api.AnswerAsync(anna, $"mutation {{ updateCustomer(id: \"{ids[0]}\", version: 1, values: {{ creditLimit: 1 }}) {{ {Shows} }} }}");
        Assert.Contains("GRAPHQL_VALIDATION_FAILED", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("987654", refused, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_field_that_only_other_records_show_is_told_without_its_value(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var ids = await CustomersAsync(gates, ("city", "Ulm"));
        await gates.DoneAsync(gates.Owner(), new RecordChange(Verb.Update, "customer") { Id = Number(ids[0]), Values = FieldValues.Of(("city", "Secret")) });

        // Clear where the record is Anna's own, written everywhere.
        var anna = gates.Scope(TestLedger.Acme, TestGates.Anna,
        [
            new Grant("customer", new OwnRecords()),
            new Grant("customer", new EveryRecord()) { Fields = new Dictionary<string, FieldRight> { ["city"] = new(ReadRight.Hidden, WriteRight.Yes) } },
        ]);
        var answer = await ApiOf(gates).AnswerAsync(anna, $"mutation {{ it: updateCustomer(id: \"{ids[0]}\", version: 1, values: {{ city: \"Rom\" }}) {{ {Shows} customer {{ city }} }} }}");
        Assert.DoesNotContain("Secret", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"outcome\":\"UPDATED\"", answer, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_request_that_is_sent_again_is_told_the_same_conflicts(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var (api, owner) = (ApiOf(gates), gates.Owner());
        var ids = await CustomersAsync(gates, ("bankAccount", "12345678"), ("city", "Ulm"));
        await gates.DoneAsync(owner, new RecordChange(Verb.Update, "customer") { Id = Number(ids[0]), Values = FieldValues.Of(("bankAccount", "22345678"), ("creditLimit", 2), ("currency", "CNY")) });
        var document = $"mutation {{ updateCustomers(rows: [{{ id: \"{ids[0]}\", version: 1, values: {{ bankAccount: \"32345678\", creditLimit: 3.25 }} }}, {{ id: \"{ids[1]}\", values: {{ city: \"Bonn\" }} }}]) {{ applied results {{ {Shows} }} }} }}";
        var first = await api.AnswerAsync(owner, document, requestKey: "k");
        Assert.Contains("""{"field":"creditLimit","given":3.25,"current":2},{"field":"bankAccount","given":"32345678","current":"22345678"}""", first, StringComparison.Ordinal);
        Assert.Contains("\"applied\":true", first, StringComparison.Ordinal);
        Assert.Equal(first, await api.AnswerAsync(owner, document, requestKey: "k"));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_record_that_has_changed_since_is_neither_deleted_nor_brought_back(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var (api, owner) = (ApiOf(gates), gates.Owner());
        var ids = await CustomersAsync(gates, ("city", "Ulm"), ("city", "Ulm"));
        await gates.DoneAsync(owner, new RecordChange(Verb.Update, "customer") { Id = Number(ids[0]), Values = FieldValues.Of(("city", "Bonn")) });
        const string Stale = """{"it":{"outcome":"CONFLICT","id":null,"userErrors":[{"code":"write.recordChangedMeanwhile","path":["version"]}],"conflicts":[]}}""";
        Assert.Equal(Stale, (await AskAsync($"deleteCustomer(id: \"{ids[0]}\", version: 1) {{ {Shows} }}")).Text());
        Assert.Equal("""{"it":{"outcome":"REFUSED","userErrors":[{"code":"write.baseTooOld","path":["version"]}]}}""", (await AskAsync($"deleteCustomer(id: \"{ids[0]}\", version: 3) {{ outcome userErrors {{ code path }} }}")).Text());
        Assert.Equal(
            """{"it":{"applied":true,"results":[{"outcome":"CONFLICT","userErrors":[{"path":["rows","0","version"]}]},{"outcome":"DELETED","userErrors":[]},{"outcome":"REFUSED","userErrors":[{"path":["rows","2","id"]}]}]}}""",
            (await AskAsync($"deleteCustomers(rows: [{{ id: \"{ids[0]}\", version: 1 }}, {{ id: \"{ids[1]}\", version: 1 }}, {{ id: \"cus_0000000000001\" }}]) {{ applied results {{ outcome userErrors {{ path }} }} }}")).Text());
        Assert.Equal("""{"it":{"outcome":"DELETED"}}""", (await AskAsync($"deleteCustomer(id: \"{ids[0]}\", version: 2) {{ outcome }}")).Text());
        Assert.Equal(Stale, (await AskAsync($"restoreCustomer(id: \"{ids[0]}\", version: 2) {{ {Shows} }}")).Text());
        Assert.Equal("""{"it":{"outcome":"RESTORED"}}""", (await AskAsync($"restoreCustomer(id: \"{ids[0]}\", version: 3) {{ outcome }}")).Text());

        async Task<System.Text.Json.Nodes.JsonNode> AskAsync(string mutation) => await api.DataAsync(owner, $"mutation {{ it: {mutation} }}");
    }

    /// <summary>What is refused of one change must not come with another of the same record.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_refused_deletion_is_none_beside_a_change_that_is_good(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var id = Number((await CustomersAsync(gates, ("city", "Ulm")))[0]);
        foreach (var version in (long[])[0, 9])
        {
            var result = await gates.Writing.ApplyAsync(
                owner,
                new ChangeSet(Door.Api, [new(Verb.Update, "customer") { Id = id, Values = FieldValues.Of(("city", $"Bonn {version}")) }, new(Verb.Delete, "customer") { Id = id, BaseVersion = version }]) { AllOrNothing = false },
                default);
            Assert.Equal([Outcome.Updated, version == 0 ? Outcome.Conflict : Outcome.Refused], result.Rows.Select(row => row.Outcome));
            Assert.Equal($$$"""{"customer":{"city":"Bonn {{{version}}}"}}""", (await ApiOf(gates).DataAsync(owner, $"{{ customer(id: \"{RecordIds.Format("cus", id)}\") {{ city }} }}")).Text());
        }
    }

    [Fact]
    public async Task A_refusal_names_the_argument_that_it_is_about()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var (api, owner) = (ApiOf(gates), gates.Owner());
        var id = (await CustomersAsync(gates, ("city", "Ulm")))[0];
        foreach (var (mutation, path) in new[]
        {
            ("updateCustomer(id: \"\", values: { city: \"x\" })", "[\"id\"]"),
            ("updateCustomer(id: \"cus_0000000000001\", values: { city: \"x\" })", "[\"id\"]"),
            ("updateCustomer(id: \"con_0000000000001\", values: { city: \"x\" })", "[\"id\"]"),
            ($"restoreCustomer(id: \"{id}\")", "[\"id\"]"),
            ($"updateCustomer(id: \"{id}\", version: 9, values: {{ city: \"x\" }})", "[\"version\"]"),
            ($"updateCustomer(id: \"{id}\", version: \"x\", values: {{ city: \"x\" }})", "[\"version\"]"),
            ("upsertCustomer(key: number, values: { name: \"x\" })", "[\"values\",\"number\"]"),
        })
        {
            var answer = await api.DataAsync(owner, $"mutation {{ it: {mutation} {{ userErrors {{ path }} }} }}");
            Assert.Equal((mutation, path), (mutation, Assert.Single(answer["it"]!["userErrors"]!.AsArray())!["path"]!.Text()));
        }

        var rows = await api.DataAsync(owner, "mutation { it: upsertCustomers(key: number, rows: [{ number: \"1\", name: \"x\" }, { name: \"x\" }, { number: \"2\", phones: \"what\" }]) { results { userErrors { path } } } }");
        Assert.Equal(
            """{"it":{"results":[{"userErrors":[]},{"userErrors":[{"path":["rows","1","number"]}]},{"userErrors":[{"path":["rows","2","phones"]}]}]}}""",
            rows.Text());
    }

    private static ApiCase ApiOf(TestGates gates) => new(BuiltInEntities.Schema, gates.Reading, gates.Writing) { Clock = gates.Clock };

    private static long Number(string id) => RecordIds.TryParse(id, "cus", out var number) ? number : throw new ArgumentException($"{id} is no id.", nameof(id));

    /// <summary>One customer of Ben's for each value.</summary>
    private static async Task<IReadOnlyList<string>> CustomersAsync(TestGates gates, params (string Field, object Value)[] values)
    {
        List<string> ids = [];
        foreach (var (field, value) in values)
        {
            var made = await gates.DoneAsync(gates.Owner(), new RecordChange(Verb.Create, "customer") { Values = FieldValues.Of(("name", $"Customer {ids.Count}"), (field, value), ("owner", TestGates.Ben)) });
            ids.Add(RecordIds.Format("cus", made));
        }

        return ids;
    }
}
