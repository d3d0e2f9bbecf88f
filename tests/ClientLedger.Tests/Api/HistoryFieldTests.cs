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

        const string Shows = "{ version kind door changes { field before after } }";
        var asked = $"{{ history(id: \"{id}\") {Shows} }}";
        var owners = (await api.DataAsync(world.Owner, asked))["history"]!;
        Assert.Equal(["CONFIRM", "UPDATE", "CREATE"], owners.AsArray().Select(entry => (string)entry!["kind"]!));
        Assert.Equal(
            """{"version":2,"kind":"UPDATE","door":"PAGE","changes":[{"field":"city","before":"Bonn","after":"Ulm"},{"field":"phones","before":["+8613800138001"],"after":["+8613800138009"]},{"field":"creditLimit","before":500,"after":7.5}]}""",
            owners[1]!.Text());

        var annas = (await api.DataAsync(world.Anna, asked))["history"]!;
        Assert.Equal("""[{"field":"city","before":"Bonn","after":"Ulm"}]""", annas[1]!["changes"]!.Text());
        Assert.Equal(1, (await api.DataAsync(world.Owner, $"{{ history(id: \"{id}\", field: \"creditLimit\") {{ version }} }}"))["history"]!.AsArray().Count(entry => (int)entry!["version"]! == 2));
        foreach (var (of, field, code) in new[] { (id, "creditLimit", "write.fieldUnknown"), (id, "phones", "write.fieldUnknown"), (RecordIds.Format("cus", world.Other), "city", "write.recordUnknown"), ("what", "city", "api.idUnreadable") })
        {
            Assert.Equal(code, await api.CodeAsync(world.Anna, $"{{ history(id: \"{of}\", field: \"{field}\") {{ version }} }}"));
        }
    }

    [Fact]
    public async Task A_reference_to_what_the_caller_does_not_know_of_has_no_history()
    {
        await using var world = await RestrictedWorld.CreateAsync(Provider.Sqlite);
        var api = new ApiCase(BuiltInEntities.Schema, world.Gates.Reading, world.Gates.Writing);
        var notes = world.Gates.Scope(TestLedger.Acme, TestGates.Anna, [new Grant("note", new EveryRecord())]);
        var text = (await api.DataAsync(notes, $"{{ history(id: \"{RecordIds.Format("not", world.OwnNote)}\") {{ changes {{ field after }} }} }}")).Text();
        Assert.Contains("body own", text, StringComparison.Ordinal);
        Assert.DoesNotContain("cus_", text, StringComparison.Ordinal);
    }
}
