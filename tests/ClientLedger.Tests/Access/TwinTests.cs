using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.Isolation;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Access;

/// <summary>Twins answer alike, to the last byte: nothing that a caller may not see has a part in what it is told.</summary>
public sealed class TwinTests(ITestOutputHelper output)
{
    /// <summary>What the mixed role shows of everybody's records.</summary>
    private static readonly Dictionary<string, string[]> Everybodys = new() { ["customer"] = ["name", "city"], ["order"] = ["number", "state"] };

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_restricted_role_can_not_tell_twins_apart(Provider provider)
    {
        await using var twins = await TwinLedgers.CreateAsync(provider, RoleTemplates.Restricted, new Dictionary<string, string[]>());
        await AskAsync(twins, every: Depth.IsFull || provider == Provider.Sqlite ? 1 : 3);
        await ChangeAsync(twins);
        await AskAsync(twins, every: Depth.IsFull ? 1 : 9);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Whoever_sees_everything_tells_them_apart(Provider provider)
    {
        await using var twins = await TwinLedgers.CreateAsync(provider, schema => [.. schema.Entities.Select(RightsOf.Full)], Everybodys);
        foreach (var entity in twins.Schema.Entities.Where(entity => entity.Name != "product"))
        {
            var query = new LedgerQuery(entity.Name) { Select = ReadingCases.Everything(entity, twins.Schema) };
            Assert.NotEqual(await twins.AnswerAsync(TestLedger.Acme, query), await twins.AnswerAsync(TestLedger.Globex, query));
        }
    }

    /// <summary>Own records clear, and of everybody's a few fields: on their rows the others count as empty.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_role_with_mixed_grants_can_not_tell_twins_apart(Provider provider)
    {
        await using var twins = await TwinLedgers.CreateAsync(provider, Mixed, Everybodys);
        await AskAsync(twins, every: Depth.IsFull || provider == Provider.Sqlite ? 1 : 3);
        await ChangeAsync(twins);
    }

    private static IReadOnlyList<Grant> Mixed(LedgerSchema schema) =>
    [
        .. RoleTemplates.Restricted(schema),
        .. Everybodys.Select(pair => new Grant(pair.Key, new EveryRecord())
        {
            Others = FieldRight.None,
            Fields = pair.Value.ToDictionary(name => name, _ => FieldRight.ReadOnly),
        }),
    ];

    private async Task AskAsync(TwinLedgers twins, int every)
    {
        var (asked, answered) = (0, 0);
        foreach (var query in TwinQuestions.Queries(twins).Where(_ => asked++ % every == 0))
        {
            var acme = await twins.AnswerAsync(TestLedger.Acme, query);
            Alike(query, acme, await twins.AnswerAsync(TestLedger.Globex, query));
            answered += acme.StartsWith('{') ? 1 : 0;
        }

        output.WriteLine($"{asked} queries, each {every}. asked, {answered} answered");
        Assert.True(answered * 2 > asked / every);

        // The caller's few records are looked through, or read by the index, or some are.
        foreach (var gate in new[] { twins.Reading, twins.Searching(few: 0), twins.Searching(few: 2) })
        {
            foreach (var query in TwinQuestions.Searches(twins))
            {
                Alike(query, await twins.AnswerAsync(TestLedger.Acme, query, gate), await twins.AnswerAsync(TestLedger.Globex, query, gate));
            }
        }

        foreach (var entity in twins.Schema.Entities)
        {
            foreach (var id in new[] { twins.OwnIds[entity.Name], twins.OtherIds.GetValueOrDefault(entity.Name, 4711) })
            {
                foreach (var field in new[] { null, entity.Title, "creditLimit", "phones", "nonsense" })
                {
                    Alike((entity, id, field), await twins.AnswerAsync(TestLedger.Acme, entity.Name, id, field), await twins.AnswerAsync(TestLedger.Globex, entity.Name, id, field));
                }
            }
        }
    }

    private static async Task ChangeAsync(TwinLedgers twins)
    {
        foreach (var change in Changes(twins))
        {
            foreach (var policy in Enum.GetValues<DuplicatePolicy>())
            {
                twins.Tick();
                var set = new ChangeSet(Door.Page, [change]) { Duplicates = policy, AllOrNothing = policy != DuplicatePolicy.Skip };
                Alike((change, policy), await twins.AnswerAsync(TestLedger.Acme, set), await twins.AnswerAsync(TestLedger.Globex, set));
            }
        }
    }

    private static IEnumerable<RecordChange> Changes(TwinLedgers twins)
    {
        var (own, other) = (twins.OwnIds["customer"], twins.OtherIds["customer"]);

        // Duplicates of what others have, in Acme alone.
        yield return Customer(("name", "Wanted"));
        yield return Customer(("name", "New"), ("emails", "wanted3@example.com"));
        yield return Customer(("name", "New"), ("taxNumber", TwinLedgers.WantedTaxNumber));
        yield return Customer(("name", "New"), ("phones", "13811118000"));
        yield return Customer(("name", "华为客户名称"));

        // What the caller can't see or write, whatever the value.
        foreach (var value in new object?[] { 100, 200, "1", "nonsense", null })
        {
            yield return WriteGateTests.Update("customer", own, null, ("creditLimit", value));
            yield return WriteGateTests.Update("customer", own, null, ("phones", value));
        }

        yield return WriteGateTests.Update("customer", own, null, ("phones", "13811118000"));

        // Other people's records, by id, by reference, by value.
        foreach (var entity in twins.OtherIds)
        {
            yield return new RecordChange(Verb.Delete, entity.Key) { Id = entity.Value };
            yield return new RecordChange(Verb.Restore, entity.Key) { Id = entity.Value };
            yield return new RecordChange(Verb.Confirm, entity.Key) { Id = entity.Value };
            yield return new RecordChange(Verb.Update, entity.Key) { Id = entity.Value, BaseVersion = 1, Values = FieldValues.Of(("remarks", "x")) };
        }

        yield return WriteGateTests.Update("customer", other, 1, ("city", "Rom"));
        yield return WriteGateTests.Create("note", ("customer", other), ("body", "x"));
        yield return WriteGateTests.Create("note", ("customer", new RecordReference.ByField("name", "Wanted")), ("body", "x"));
        yield return WriteGateTests.Create("note", ("customer", new RecordReference.ByField("name", "华为客户名称")), ("body", "x"));
        yield return WriteGateTests.Create("note", ("customer", new RecordReference.ByField("creditLimit", "100")), ("body", "x"));
        yield return WriteGateTests.Create("note", ("customer", new RecordReference.ByField("phones", "13811118000")), ("body", "x"));
        yield return WriteGateTests.Create("note", ("customer", new RecordReference.ByField("nationalId", "11010519491231002X")), ("body", "x"));

        // Giving away, taking, keys, and changes of the caller's own.
        yield return WriteGateTests.Update("customer", own, null, ("owner", TestGates.Ben));
        yield return WriteGateTests.Update("customer", other, null, ("owner", TestGates.Anna));
        yield return WriteGateTests.Update("customer", own, null, ("parent", null));
        yield return new RecordChange(Verb.Upsert, "customer") { Key = "number", Values = FieldValues.Of(("number", "number-1"), ("city", "Ulm")) };
        yield return new RecordChange(Verb.Upsert, "customer") { Key = "creditLimit", Values = FieldValues.Of(("creditLimit", "100"), ("city", "Ulm")) };
        yield return WriteGateTests.Update("customer", own, 1, ("city", "Trier"));
        yield return WriteGateTests.Update("customer", own, 1, ("shortName", "Trier"));
        yield return WriteGateTests.Update("order", twins.OwnIds["order"], 1, ("customer", other));
        yield return WriteGateTests.Update("order", twins.OwnIds["order"], 1, ("state", "cancelled"));
        yield return new RecordChange(Verb.Confirm, "customer") { Id = own };
        yield return new RecordChange(Verb.Delete, "customer") { Id = own };

        static RecordChange Customer(params (string, object?)[] values) => WriteGateTests.Create("customer", [.. values, ("owner", TestGates.Anna)]);
    }

    private static void Alike(object asked, string acme, string globex) => Assert.True(acme == globex, $"{asked}\nAcme:   {acme}\nGlobex: {globex}");
}
