using ClientLedger.Access;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Access;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Api;

/// <summary>What happened to a record, as the API tells it.</summary>
public sealed class HistoryFieldTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Changes_come_newest_first_with_the_values_of_fields_that_are_clear(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        var (gates, id) = (world.Gates, RecordIds.Format("cus", world.Own));
        var api = new ApiCase(BuiltInEntities.Schema, gates.Reading, gates.Writing);
        await gates.DoneAsync(world.Owner, WriteGateTests.Update("customer", world.Own, null, ("city", "Ulm"), ("creditLimit", "7.50"), ("phones", "13800138009")));
        await gates.DoneAsync(world.Owner, new RecordChange(Verb.Confirm, "customer") { Id = world.Own });

        const string Shows = "{ nodes { version kind door changes { field before after } } }";
        var asked = $"{{ history(id: \"{id}\") {Shows} }}";
        var owners = (await api.DataAsync(world.Owner, asked))["history"]!["nodes"]!;
        Assert.Equal(["CONFIRM", "UPDATE", "CREATE"], owners.AsArray().Select(entry => (string)entry!["kind"]!));
        Assert.Equal(
            """{"version":2,"kind":"UPDATE","door":"PAGE","changes":[{"field":"city","before":"Bonn","after":"Ulm"},{"field":"phones","before":["+8613800138001"],"after":["+8613800138009"]},{"field":"creditLimit","before":500,"after":7.5}]}""",
            owners[1]!.Text());

        var annas = (await api.DataAsync(world.Anna, asked))["history"]!["nodes"]!;
        Assert.Equal("""[{"field":"city","before":"Bonn","after":"Ulm"}]""", annas[1]!["changes"]!.Text());
        Assert.Equal(1, (await api.DataAsync(world.Owner, $"{{ history(id: \"{id}\", field: \"creditLimit\") {{ nodes {{ version }} }} }}"))["history"]!["nodes"]!.AsArray().Count(entry => (int)entry!["version"]! == 2));
        foreach (var (of, field, code) in new[] { (id, "creditLimit", "write.fieldUnknown"), (id, "phones", "write.fieldUnknown"), (RecordIds.Format("cus", world.Other), "city", "write.recordUnknown"), ("what", "city", "api.idUnreadable") })
        {
            Assert.Equal(code, await api.CodeAsync(world.Anna, $"{{ history(id: \"{of}\", field: \"{field}\") {{ nodes {{ version }} }} }}"));
        }
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Pages_follow_each_other_to_the_first_change_also_through_a_set_with_several(Provider provider)
    {
        await using var world = await RestrictedWorld.CreateAsync(provider);
        var (gates, id) = (world.Gates, RecordIds.Format("cus", world.Own));
        var api = new ApiCase(BuiltInEntities.Schema, gates.Reading, gates.Writing);
        for (var i = 0; i < 4; i++)
        {
            await gates.DoneAsync(world.Owner, WriteGateTests.Update("customer", world.Own, null, ("city", $"city {i}")));
            await gates.DoneAsync(world.Owner, WriteGateTests.Update("customer", world.Other, null, ("city", $"city {i}")));
            var both = await gates.ApplyAsync(
                world.Owner,
                WriteGateTests.Update("customer", world.Own, null, ("shortName", $"short {i}")),
                new RecordChange(Verb.Confirm, "customer") { Id = world.Own },
                new RecordChange(Verb.Confirm, "customer") { Id = world.Other });
            Assert.True(both.Applied);
        }

        var all = (await api.DataAsync(world.Anna, $"{{ history(id: \"{id}\", first: 500) {{ nodes {{ version kind changes {{ field after }} }} pageInfo {{ hasNextPage hasPreviousPage }} }} }}"))["history"]!;
        Assert.Equal("""{"hasNextPage":false,"hasPreviousPage":false}""", all["pageInfo"]!.Text());
        for (var size = 1; size <= 3; size++)
        {
            var found = new List<string>();
            for (string? after = null; ;)
            {
                var page = (await api.DataAsync(
                    world.Anna,
                    $"query ($after: String) {{ history(id: \"{id}\", first: {size}, after: $after) {{ edges {{ cursor node {{ version kind changes {{ field after }} }} }} nodes {{ version }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}",
                    new { after }))["history"]!;
                var edges = page["edges"]!.AsArray();
                Assert.Equal(edges.Count, page["nodes"]!.AsArray().Count);
                found.AddRange(edges.Select(edge => edge!["node"]!.Text()));
                Assert.Equal(after is not null, (bool)page["pageInfo"]!["hasPreviousPage"]!);
                Assert.Equal(found.Count < all["nodes"]!.AsArray().Count, (bool)page["pageInfo"]!["hasNextPage"]!);
                if (!(bool)page["pageInfo"]!["hasNextPage"]!)
                {
                    break;
                }

                after = (string)page["pageInfo"]!["endCursor"]!;

                // The number of a set counts what others do: no cursor tells it.
                Assert.Equal(((string)page["pageInfo"]!["startCursor"]!).Length, after.Length);
            }

            Assert.Equal(all["nodes"]!.AsArray().Select(node => node!.Text()), found);
        }
    }

    [Fact]
    public async Task A_page_that_there_is_not_and_a_cursor_of_another_record_are_refused()
    {
        await using var world = await RestrictedWorld.CreateAsync(Provider.Sqlite);
        var api = new ApiCase(BuiltInEntities.Schema, world.Gates.Reading, world.Gates.Writing);
        var (own, other) = (RecordIds.Format("cus", world.Own), RecordIds.Format("cus", world.Other));
        var cursor = (string)(await api.DataAsync(world.Owner, $"{{ history(id: \"{own}\") {{ pageInfo {{ endCursor }} }} }}"))["history"]!["pageInfo"]!["endCursor"]!;
        foreach (var (arguments, code) in new[]
        {
            ($"id: \"{own}\", first: 0", "query.sizeOutOfRange"),
            ($"id: \"{own}\", first: 501", "query.sizeOutOfRange"),
            ($"id: \"{own}\", after: \"\"", "query.cursorInvalid"),
            ($"id: \"{own}\", after: \"what\"", "query.cursorInvalid"),
            ($"id: \"{own}\", after: \"{new string('A', 100_000)}\"", "query.cursorInvalid"),
            ($"id: \"{other}\", after: \"{cursor}\"", "query.cursorInvalid"),
        })
        {
            Assert.Equal((arguments.Length, code), (arguments.Length, await api.CodeAsync(world.Owner, $"{{ history({arguments}) {{ nodes {{ version }} }} }}")));
        }

        var theirs = (await StoredLedger.ReadAsync(world.Gates.Owner(TestLedger.Globex, TestGates.Ben))).Of(TestLedger.Globex, "customer").First();
        Assert.Equal(
            "query.cursorInvalid",
            await api.CodeAsync(world.Gates.Owner(TestLedger.Globex, TestGates.Ben), $"{{ history(id: \"{RecordIds.Format("cus", theirs.Id)}\", after: \"{cursor}\") {{ nodes {{ version }} }} }}"));
    }

    [Fact]
    public async Task A_reference_to_what_the_caller_does_not_know_of_has_no_history()
    {
        await using var world = await RestrictedWorld.CreateAsync(Provider.Sqlite);
        var api = new ApiCase(BuiltInEntities.Schema, world.Gates.Reading, world.Gates.Writing);
        var notes = world.Gates.Scope(TestLedger.Acme, TestGates.Anna, [new Grant("note", new EveryRecord())]);
        var text = (await api.DataAsync(notes, $"{{ history(id: \"{RecordIds.Format("not", world.OwnNote)}\") {{ nodes {{ changes {{ field after }} }} }} }}")).Text();
        Assert.Contains("body own", text, StringComparison.Ordinal);
        Assert.DoesNotContain("cus_", text, StringComparison.Ordinal);
    }
}
