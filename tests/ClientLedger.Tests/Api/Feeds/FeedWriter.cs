using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Api.Feeds;

/// <summary>Somebody busy: makes customers, notes, orders and products, changes them, hands them to others and takes them back, moves them, deletes and restores them.</summary>
internal sealed class FeedWriter(TestGates gates, LedgerScope owner, Chance chance, string mark = "")
{
    private static readonly long[] People = [TestGates.Anna, TestGates.Ben];
    private static readonly string[] Cities = ["Bonn", "Ulm", "Trier"];

    private readonly Dictionary<string, List<long>> made = new() { ["customer"] = [], ["note"] = [], ["order"] = [], ["product"] = [] };
    private int count;

    /// <summary>Makes what there is at first.</summary>
    public async Task BeginAsync()
    {
        for (var i = 0; i < 6; i++)
        {
            await CreateAsync("customer");
        }

        foreach (var entity in new[] { "note", "order", "note", "order", "product" })
        {
            await CreateAsync(entity);
        }
    }

    /// <summary>Does something.</summary>
    public async Task StepAsync()
    {
        var entity = chance.Pick(["customer", "customer", "customer", "note", "order", "product"]);
        var id = chance.Pick(made[entity]);
        switch (chance.Between(0, 9))
        {
            case 0 or 1:
                await CreateAsync(entity);
                break;
            case 2:
                await TryAsync(new RecordChange(Verb.Delete, entity) { Id = id });
                break;
            case 3:
                await TryAsync(new RecordChange(Verb.Restore, entity) { Id = id });
                break;
            case 4:
                await TryAsync(new RecordChange(Verb.Confirm, entity) { Id = id });
                break;
            case 5:
                await TryAsync([.. chance.Some(made[entity], 4).Select(each => WriteGateTests.Update(entity, each, null, Changed(entity)))]);
                break;
            default:
                await TryAsync(WriteGateTests.Update(entity, id, null, Changed(entity)));
                break;
        }
    }

    private (string, object?)[] Changed(string entity) => entity switch
    {
        "customer" when chance.In(60) => [("owner", chance.Pick(People))],
        "customer" => [("city", chance.Pick(Cities)), ("creditLimit", chance.Between(1, 9))],
        "product" => [("name", $"product {++count}")],
        _ when chance.In(60) => [("customer", chance.Pick(made["customer"]))],
        "note" => [("body", $"body {++count}")],
        _ => [("amount", chance.Between(1, 99))],
    };

    private async Task CreateAsync(string entity)
    {
        var change = entity switch
        {
            "customer" => WriteGateTests.Create(entity, ("name", $"name {++count}"), ("owner", chance.Pick(People)), ("city", chance.Pick(Cities))),
            "product" => WriteGateTests.Create(entity, ("name", $"product {++count}")),
            "note" => WriteGateTests.Create(entity, ("customer", chance.Pick(made["customer"])), ("body", $"body {++count}")),
            _ => WriteGateTests.Create(entity, ("customer", chance.Pick(made["customer"])), ("number", $"N{mark}{++count}"), ("orderedAt", "2026-03-02"), ("amount", "5"), ("currency", "CNY")),
        };
        if (await TryAsync(change) is [{ Id: { } id }, ..])
        {
            made[entity].Add(id);
        }
    }

    /// <summary>Some things can't be done: a note of a deleted customer, a deletion of what is deleted.</summary>
    private async Task<IReadOnlyList<RowResult>> TryAsync(params RecordChange[] changes) =>
        (await gates.Writing.ApplyAsync(owner, new ChangeSet(Door.Api, changes) { Duplicates = DuplicatePolicy.Create }, CancellationToken.None)).Rows;
}
