using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Access;

/// <summary>
/// Anna in the restricted role (own customers and what hangs on them; the credit limit hidden, phones masked), with a customer of hers and one of
/// Ben's that looks like it, in each of two tenants.
/// </summary>
internal sealed class RestrictedWorld : IAsyncDisposable
{
    private RestrictedWorld(TestGates gates)
    {
        Gates = gates;
        Anna = gates.Scope(TestLedger.Acme, TestGates.Anna, RoleTemplates.Restricted(gates.Schema));
        Owner = gates.Owner(person: TestGates.Ben);
    }

    public TestGates Gates { get; }

    public LedgerScope Anna { get; }

    /// <summary>Sees and does everything.</summary>
    public LedgerScope Owner { get; }

    /// <summary>Anna's customer, and a note, a contact and an order of it.</summary>
    public long Own { get; private set; }

    public long OwnNote { get; private set; }

    public long OwnOrder { get; private set; }

    /// <summary>Ben's customer, and a note and an order of it.</summary>
    public long Other { get; private set; }

    public long OtherNote { get; private set; }

    public long OtherOrder { get; private set; }

    public static async Task<RestrictedWorld> CreateAsync(Provider provider)
    {
        var world = new RestrictedWorld(await TestGates.CreateAsync(provider));
        foreach (var owner in new[] { world.Gates.Owner(TestLedger.Globex, TestGates.Ben), world.Owner })
        {
            (world.Own, world.OwnNote, world.OwnOrder) = await world.MakeAsync(owner, TestGates.Anna, "13800138001", "own");
            (world.Other, world.OtherNote, world.OtherOrder) = await world.MakeAsync(owner, TestGates.Ben, "13800138002", "other");
        }

        return world;
    }

    /// <summary>The rows of an answer to Anna.</summary>
    public async Task<JsonArray> ReadAsync(LedgerQuery query)
    {
        var output = new ArrayBufferWriter<byte>();
        await Gates.Reading.ReadAsync(Anna, query, output, CancellationToken.None);
        return JsonNode.Parse(Encoding.UTF8.GetString(output.WrittenSpan))!["rows"]!.AsArray();
    }

    /// <summary>Why Anna isn't answered.</summary>
    public async Task<Refusal> RefusedAsync(LedgerQuery query) => (await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(query))).Refusal;

    /// <summary>What Anna is told about a change.</summary>
    public async Task<RowResult> ApplyAsync(RecordChange change, DuplicatePolicy duplicates = DuplicatePolicy.Ask) =>
        (await Gates.Writing.ApplyAsync(Anna, new ChangeSet(Door.Page, [change]) { Duplicates = duplicates }, CancellationToken.None)).Rows[0];

    /// <summary>The only refusal of a change of Anna's, as <c>field: code</c>.</summary>
    public async Task<string> RefusedAsync(RecordChange change)
    {
        var row = await ApplyAsync(change);
        Assert.Equal(Outcome.Refused, row.Outcome);
        return Assert.Single(row.Refusals).ToString();
    }

    public ValueTask DisposeAsync() => Gates.DisposeAsync();

    private async Task<(long Customer, long Note, long Order)> MakeAsync(LedgerScope owner, long person, string phone, string mark)
    {
        var customer = await Gates.DoneAsync(owner, WriteGateTests.Create(
            "customer", ("name", $"Name {mark}"), ("owner", person), ("phones", phone), ("emails", $"{mark}@example.com"), ("creditLimit", "500"), ("currency", "CNY"), ("city", "Bonn")));
        var note = await Gates.DoneAsync(owner, WriteGateTests.Create("note", ("customer", customer), ("body", "body " + mark)));
        var order = await Gates.DoneAsync(owner, WriteGateTests.Create("order", ("customer", customer), ("number", mark), ("orderedAt", "2026-03-02"), ("amount", "100"), ("currency", "CNY")));
        return (customer, note, order);
    }
}
