using System.Text.Json.Nodes;
using ClientLedger.History;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Isolation;
using ClientLedger.Tests.Writing;

namespace ClientLedger.Tests.Access;

public sealed class RestrictedReadingTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Shows_own_records_and_what_hangs_on_them(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        foreach (var entity in new[] { "customer", "note", "order" })
        {
            var descriptor = world.Gates.Schema[entity];
            var select = ReadingCases.Everything(descriptor, world.Gates.Schema).Where(selection => selection is not FieldSelection { Field: "creditLimit" }).ToList();
            var rows = await world.ReadAsync(new LedgerQuery(entity) { Select = select });
            Assert.Contains("own", Assert.Single(rows)!.ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain("other", rows.ToJsonString(), StringComparison.Ordinal);
        }

        Assert.Empty(await world.ReadAsync(new LedgerQuery("customer") { Where = new FieldFilter("name", Operator.Contains, "other") }));
        Assert.Empty(await world.ReadAsync(new LedgerQuery("order") { Where = new ReferenceFilter("customer", new FieldFilter("name", Operator.Contains, "other")) }));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_hidden_field_is_refused_in_the_words_of_one_that_does_not_exist(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        foreach (var ask in Uses)
        {
            Assert.Equal("query.fieldUnknown", (await world.RefusedAsync(ask("creditLimit"))).Code.Code);
            Assert.Equal(Without("nonsense", await world.RefusedAsync(ask("nonsense"))), Without("creditLimit", await world.RefusedAsync(ask("creditLimit"))));
        }

        static string Without(string name, Refusal refusal) => (refusal.In(Language.English) + refusal.In(Language.Chinese)).Replace(name, "", StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_masked_field_shows_its_mask_and_serves_nothing_else(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        var rows = await world.ReadAsync(new LedgerQuery("customer") { Select = [new FieldSelection("phones")] });
        Assert.Equal("""[{"phones":["+86138****8001"]}]""", Readable(rows));
        rows = await world.ReadAsync(new LedgerQuery("note") { Select = [new ReferenceSelection("customer", "customer", [new FieldSelection("phones")])] });
        Assert.Equal("""[{"customer":{"phones":["+86138****8001"]}}]""", Readable(rows));

        foreach (var ask in Uses.Skip(2))
        {
            Assert.Equal(("query.fieldMasked", "phones"), await world.RefusedAsync(ask("phones")) is var refusal ? (refusal.Code.Code, refusal.Field) : default);
        }

        foreach (var text in new[] { "13800138001", "8001", "0138001", "13800138002", "8002" })
        {
            Assert.Empty((await world.Gates.Reading.SearchAsync(world.Anna, new SearchQuery(text, []), CancellationToken.None)).Hits);
        }
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_search_finds_own_records_alone(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        async Task<IEnumerable<(string, long)>> FindAsync(string text) =>
            (await world.Gates.Reading.SearchAsync(world.Anna, new SearchQuery(text, []), CancellationToken.None)).Hits.Select(hit => (hit.Entity, hit.Id));

        Assert.Equal([("customer", world.Own)], await FindAsync("Name"));
        Assert.Equal([("order", world.OwnOrder), ("customer", world.Own), ("note", world.OwnNote)], (await FindAsync("own")).OrderByDescending(hit => hit.Item1 == "order"));
        Assert.Empty(await FindAsync("other"));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task History_shows_clear_fields_of_own_records_alone(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        await world.Gates.DoneAsync(world.Owner, WriteGateTests.Update("customer", world.Own, 1, ("phones", "13900139000"), ("creditLimit", "900"), ("city", "Trier")));
        await world.Gates.DoneAsync(world.Owner, WriteGateTests.Update("customer", world.Own, 2, ("creditLimit", "1000")));
        var history = new RecordHistory(world.Gates.Reading);

        var entries = await history.ReadAsync(world.Anna, "customer", world.Own, null, null, CancellationToken.None);
        Assert.Equal([3L, 2L, 1L], entries.Select(entry => entry.Version));
        Assert.Empty(entries[0].Changes);
        Assert.Equal(["city"], entries[1].Changes.Select(change => change.Field.Name));
        Assert.DoesNotContain(entries[2].Changes, change => change.Field.Name is "phones" or "creditLimit");

        foreach (var field in new[] { "phones", "creditLimit", "nonsense" })
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => history.ReadAsync(world.Anna, "customer", world.Own, field, null, CancellationToken.None));
            Assert.Equal(Refusal.Of(ClientLedger.Writing.WriteMessages.FieldUnknown, ("entity", world.Gates.Schema["customer"].Label), ("field", field)).In(Language.English), refused.Message);
        }

        var back = await history.RestoreAsync(world.Anna, "customer", world.Own, 1, ["phones", "creditLimit", "city"], 3, CancellationToken.None);
        Assert.Equal(["city"], back.Changes[0].Values.Names);
        foreach (var id in new[] { world.Other, 4711 })
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => history.ReadAsync(world.Anna, "customer", id, null, null, CancellationToken.None));
            Assert.Equal("write.recordUnknown", refused.Refusal.Code.Code);
        }
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task An_entity_without_a_grant_is_unknown_through_every_door(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        var customersOnly = world.Gates.Scope(TestLedger.Acme, TestGates.Anna, [ClientLedger.Access.RightsOf.Full(world.Gates.Schema["customer"])]);
        var history = new RecordHistory(world.Gates.Reading);
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        foreach (var entity in new[] { "note", "nonsense" })
        {
            List<Func<Task>> doors =
            [
                () => world.Gates.Reading.ReadAsync(customersOnly, new LedgerQuery(entity), output, CancellationToken.None),
                () => world.Gates.Reading.SearchAsync(customersOnly, new SearchQuery("own", [entity]), CancellationToken.None),
                () => history.ReadAsync(customersOnly, entity, world.OwnNote, null, null, CancellationToken.None),
                () => history.RestoreAsync(customersOnly, entity, world.OwnNote, 1, ["body"], 1, CancellationToken.None),
            ];
            foreach (var door in doors)
            {
                var refused = await Assert.ThrowsAsync<RefusedException>(door);
                Assert.Contains(refused.Refusal.Code.Code, (string[])["query.entityUnknown", "write.entityUnknown"]);
                Assert.StartsWith($"There is no kind of record named '{entity}'.", refused.Message, StringComparison.Ordinal);
            }

            var written = await world.Gates.ApplyAsync(customersOnly, WriteGateTests.Update(entity, world.OwnNote, null, ("body", "x")));
            Assert.Equal("write.entityUnknown", Assert.Single(written.Rows[0].Refusals).Code.Code);
        }

        foreach (var relation in new[] { "notes", "nonsense" })
        {
            var query = new LedgerQuery("customer") { Select = [new ChildrenSelection("x", relation, [new FieldSelection("id")])] };
            var refused = await Assert.ThrowsAsync<RefusedException>(() => world.Gates.Reading.ReadAsync(customersOnly, query, output, CancellationToken.None));
            Assert.Equal("query.relationUnknown", refused.Refusal.Code.Code);
        }
    }

    /// <summary>Ways in which a query can name a field of a customer: two that show it, then those that ask by it.</summary>
    private static readonly IReadOnlyList<Func<string, LedgerQuery>> Uses =
    [
        field => new LedgerQuery("customer") { Select = [new FieldSelection(field)] },
        field => new LedgerQuery("note") { Select = [new ReferenceSelection("customer", "customer", [new FieldSelection(field)])] },
        field => new LedgerQuery("customer") { Where = new FieldFilter(field, Operator.Equals, "500") },
        field => new LedgerQuery("customer") { Where = new FieldFilter(field, Operator.IsEmpty, []) },
        field => new LedgerQuery("customer") { Where = new Not(new AnyOf([new FieldFilter(field, Operator.IsEmpty, [])])) },
        field => new LedgerQuery("customer") { OrderBy = [new SortKey(field)] },
        field => new LedgerQuery("customer") { OrderBy = [new SortKey("name"), new SortKey(field, Descending: true)] },
        field => new LedgerQuery("note") { Where = new ReferenceFilter("customer", new FieldFilter(field, Operator.IsEmpty, [])) },
        field => new LedgerQuery("customer") { Where = new ChildrenFilter("subsidiaries", Quantifier.Some, new FieldFilter(field, Operator.IsEmpty, [])) },
        field => new LedgerQuery("customer") { Select = [new ChildrenSelection("x", "subsidiaries", []) { OrderBy = [new SortKey(field)] }] },
        field => new LedgerQuery("customer") { Select = [new AggregateSelection("x", "subsidiaries", AggregateFunction.Count, null) { Where = new FieldFilter(field, Operator.IsEmpty, []) }] },
        field => new LedgerQuery("customer") { Select = [new AggregateSelection("x", "subsidiaries", AggregateFunction.Maximum, field)] },
        field => new LedgerQuery("customer") { Where = new AggregateFilter("subsidiaries", AggregateFunction.Maximum, field, null, Operator.Greater, "1") },
    ];

    private static string Readable(JsonArray rows) => rows.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
