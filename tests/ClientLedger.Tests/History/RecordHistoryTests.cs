using ClientLedger.History;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;

namespace ClientLedger.Tests.History;

public sealed class RecordHistoryTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task The_history_tells_who_changed_what_and_an_earlier_value_comes_back_through_the_gate(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var ben = gates.Owner(person: TestGates.Ben);
        var id = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "Acme"), ("city", "Bonn"), ("nationalId", "11010519491231002X")));
        gates.Clock.Advance(TimeSpan.FromHours(1));
        await gates.DoneAsync(ben, WriteGateTests.Update("customer", id, 1, ("city", "Köln"), ("nationalId", "440524188001010014")));
        await gates.DoneAsync(ben, WriteGateTests.Update("customer", id, 2, ("name", "Acme AG")));
        await gates.DoneAsync(ben, new RecordChange(Verb.Confirm, "customer") { Id = id });

        var history = new RecordHistory(gates.Reading);
        var all = await history.ReadAsync(owner, "customer", id, field: null, before: null, CancellationToken.None);
        Assert.Equal([(3, Verb.Confirm), (3, Verb.Update), (2, Verb.Update), (1, Verb.Create)], all.Select(entry => ((int)entry.Version, entry.Verb)));
        Assert.Equal(TestGates.Ben, all[2].ActorId);
        Assert.Equal(("11010519491231002X", "440524188001010014"), all[2].Changes.Where(change => change.Field.Name == "nationalId").Select(change => ((string?)change.Before, (string?)change.After)).Single());
        Assert.Equal([2L, 1L], (await history.ReadAsync(owner, "customer", id, "city", before: null, CancellationToken.None)).Select(entry => entry.Version));

        var back = await history.RestoreAsync(owner, "customer", id, version: 1, ["city", "nationalId", "name"], seen: 3, CancellationToken.None);
        var restored = await gates.Writing.ApplyAsync(owner, back, CancellationToken.None);
        Assert.Equal(Outcome.Updated, restored.Rows[0].Outcome);
        var stored = await TestGates.StoredAsync(owner, "customer", id);
        Assert.Equal(("Acme", "Bonn", "11010519491231002X", 4L), ((string)stored!["name"]!, (string)stored["city"]!, (string)stored["nationalId"]!, stored.Version));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Another_tenants_record_has_no_history(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var id = await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Theirs")));
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            new RecordHistory(gates.Reading).ReadAsync(gates.Owner(), "customer", id, field: null, before: null, CancellationToken.None));
        Assert.Equal("write.recordUnknown", refused.Refusal.Code.Code);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_value_comes_back_over_more_confirmations_than_a_page_holds(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Theirs")));
        var id = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "Acme"), ("city", "Bonn")));
        await gates.DoneAsync(owner, WriteGateTests.Update("customer", id, 1, ("city", "Köln")));
        for (var i = 0; i < RecordHistory.MostEntries; i++)
        {
            await gates.DoneAsync(owner, new RecordChange(Verb.Confirm, "customer") { Id = id });
        }

        var history = new RecordHistory(gates.Reading);
        var newest = await history.ReadAsync(owner, "customer", id, field: null, before: null, CancellationToken.None);
        var older = await history.ReadAsync(owner, "customer", id, field: null, before: newest[^1].Place, CancellationToken.None);
        Assert.Equal([Verb.Update, Verb.Create], older.Select(entry => entry.Verb));
        var back = await history.RestoreAsync(owner, "customer", id, version: 1, ["city"], seen: 2, CancellationToken.None);
        Assert.Equal(["Bonn"], back.Changes[0].Values.Values);
    }
}
