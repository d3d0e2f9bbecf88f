using System.Buffers;
using System.Text;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Access;

/// <summary>
/// Two tenants that differ only in what a caller may not see: other people's records, their number and values, and hidden and masked values of the
/// caller's own. Records that the caller sees have the same ids, versions and times in both. Everything that the caller asks or does must be answered alike.
/// </summary>
internal sealed class TwinLedgers : IAsyncDisposable
{
    /// <summary>Families of values: the caller's own, and other people's in the one tenant and in the other.</summary>
    public const int Own = 1, OthersOfAcme = 5, OthersOfGlobex = 6;

    /// <summary>A tax number that somebody else's customer in Acme has.</summary>
    public static readonly string WantedTaxNumber = RandomNumbers.TaxNumber(new Chance(500));

    private readonly TestGates gates;
    private readonly Dictionary<int, WriteGate> writing = [];
    private readonly Func<LedgerSchema, IReadOnlyList<Grant>> grants;

    private TwinLedgers(TestGates gates, Func<LedgerSchema, IReadOnlyList<Grant>> grants)
    {
        this.gates = gates;
        this.grants = grants;
    }

    public LedgerSchema Schema => gates.Schema;

    /// <summary>Ids of the caller's records and of the others' first ones, by entity; the same in both tenants.</summary>
    public Dictionary<string, long> OwnIds { get; private set; } = [];

    /// <summary>Ids of other people's records, by entity; the same in both tenants, and with other values.</summary>
    public Dictionary<string, long> OtherIds { get; private set; } = [];

    /// <summary>Two tenants.</summary>
    /// <param name="grants">The caller's grants.</param>
    /// <param name="shown">Fields of other people's records that the caller does see, by entity: they are the same in both tenants.</param>
    /// <param name="rules">Rules of the write gate besides the product's own.</param>
    public static async Task<TwinLedgers> CreateAsync(
        Provider provider, Func<LedgerSchema, IReadOnlyList<Grant>> grants, IReadOnlyDictionary<string, string[]> shown, params IReadOnlyList<IRecordRules> rules)
    {
        var twins = new TwinLedgers(await TestGates.CreateAsync(provider, RandomFields.Extend(BuiltInEntities.Schema)), grants);
        foreach (var tenant in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            twins.writing.Add(tenant, new WriteGate(twins.gates.Reading, new IdSource(twins.gates.Clock, node: 1), twins.gates.Clock, new FixedRandom(tenant), [.. BuiltInRules.All, .. rules]));
        }

        await twins.FillAsync(shown);
        return twins;
    }

    /// <summary>The gate that both are read through.</summary>
    public ReadGate Reading => gates.Reading;

    /// <summary>Another one, whose searches take this for few records.</summary>
    public ReadGate Searching(int few) => new(gates.Clock, gates.Reading.Random, new ReadLimits { SearchRows = 10 * few });

    /// <summary>The gate that a tenant is changed through.</summary>
    public WriteGate Writing(int tenant) => writing[tenant];

    /// <summary>The caller in a tenant.</summary>
    public LedgerScope Caller(int tenant) => gates.Scope(tenant, TestGates.Anna, grants(gates.Schema));

    /// <summary>The clock of both.</summary>
    public FixedClock Clock => gates.Clock;

    /// <summary>Lets the clock run on, so that both tenants' next ids and times are the same again.</summary>
    public void Tick() => gates.Clock.Advance(TimeSpan.FromMinutes(1));

    /// <summary>Applies a set in both tenants as somebody who sees everything.</summary>
    public Task<ChangeResult> ApplyAsOwnerAsync(int tenant, IReadOnlyList<RecordChange> changes) =>
        writing[tenant].ApplyAsync(gates.Owner(tenant, TestGates.Ben), new ChangeSet(Door.Seed, changes) { Duplicates = DuplicatePolicy.Create }, CancellationToken.None);

    /// <summary>Everything that the caller is told about a change set, but for the number of the set, which counts the changes of all.</summary>
    public async Task<string> AnswerAsync(int tenant, ChangeSet changes) => await AnswerAsync(async () =>
    {
        var result = await writing[tenant].ApplyAsync(Caller(tenant), changes, CancellationToken.None);
        return $"{result.Applied} {string.Join("\n", result.Rows.Select(Text))}";
    });

    /// <summary>Everything that the caller is told about a query, but for the cursors, which are sealed.</summary>
    public async Task<string> AnswerAsync(int tenant, LedgerQuery query) => await AnswerAsync(async () =>
    {
        var output = new ArrayBufferWriter<byte>();
        var page = await gates.Reading.ReadAsync(Caller(tenant), query, output, CancellationToken.None);
        return $"{Encoding.UTF8.GetString(output.WrittenSpan)}{page with { Start = null, End = null }} {string.Join("; ", page.Sums)}";
    });

    /// <summary>Everything that the caller is told about a search, and which statements it took, with the number of rows that each returned.</summary>
    public async Task<string> AnswerAsync(int tenant, SearchQuery query, ReadGate gate)
    {
        var caller = Caller(tenant);
        var watched = new WatchedLedger(caller.Database);
        var scope = PlainScope.Of(tenant, caller.Schema, caller.Rights, watched, TestGates.Secrets(tenant));
        return await AnswerAsync(async () =>
        {
            var answer = await gate.SearchAsync(scope, query, CancellationToken.None);
            return $"{answer.More} {answer.RowsRead} {string.Join("; ", answer.Hits)}";
        }) + "\n" + string.Join('\n', watched.Statements);
    }

    /// <summary>Everything that the caller is told about a record's history, but for the numbers of the sets.</summary>
    public async Task<string> AnswerAsync(int tenant, string entity, long id, string? field) => await AnswerAsync(async () =>
    {
        var entries = await new ClientLedger.History.RecordHistory(gates.Reading).ReadAsync(Caller(tenant), entity, id, field, null, CancellationToken.None);
        return string.Join("\n", entries.Select(entry => (entry with { Place = default, Changes = [] }) + string.Join(", ", entry.Changes.Select(change => $"{change.Field}: {Text(change.Before)} → {Text(change.After)}"))));
    });

    public ValueTask DisposeAsync() => gates.DisposeAsync();

    private async Task FillAsync(IReadOnlyDictionary<string, string[]> shown)
    {
        foreach (var tenant in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            OwnIds = await MakeAsync(tenant, OwnFamily(tenant));
        }

        // More of the caller's customers, whose hidden limits are in another order in each.
        Tick();
        foreach (var tenant in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            await MustAsync(tenant, [.. Enumerable.Range(1, 3).Select(i => WriteGateTests.Create(
                "customer", ("name", $"More {i}"), ("owner", TestGates.Anna), ("creditLimit", tenant == TestLedger.Acme ? 10 * i : 100 - (10 * i)), ("phones", PhonesOf(tenant, i))))]);
        }

        Tick();
        foreach (var tenant in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            OtherIds = await MakeAsync(tenant, OtherFamily(tenant, shown));
        }

        Tick();
        foreach (var tenant in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            await MustAsync(tenant, WriteGateTests.Update("customer", OwnIds["customer"], null, ("parent", OtherIds["customer"]), ("city", "Bonn")));
            await MustAsync(tenant, WriteGateTests.Update("customer", OwnIds["customer"], null, ("creditLimit", tenant == TestLedger.Acme ? "1" : "2"), ("phones", PhonesOf(tenant))));
            await MustAsync(tenant, WriteGateTests.Update("note", OtherIds["note"], null, ("body", "changed " + tenant)));
        }

        if (shown.Count == 0)
        {
            // Acme has more of other people's records: some look like the caller's, some are deleted.
            Tick();
            await MustAsync(TestLedger.Acme, new RecordChange(Verb.Delete, "need") { Id = OtherIds["need"] });
            await MustAsync(TestLedger.Acme, [.. Enumerable.Range(0, 25).Select(i => WriteGateTests.Create("customer", ("name", "华为客户名称"), ("owner", TestGates.Ben), ("emails", $"wanted{i}@example.com"), ("city", "Bonn")))]);
            await MustAsync(TestLedger.Acme, WriteGateTests.Create("customer", ("name", "Wanted"), ("taxNumber", WantedTaxNumber), ("owner", TestGates.Ben)));
        }

        Tick();
    }

    /// <summary>The caller's records: alike, but for what is hidden or masked on them.</summary>
    private IReadOnlyList<RecordChange> OwnFamily(int tenant) => [.. new ValidRecords(Schema, Own, "own", TestGates.Anna).Creations()
        .Select(change => change.Entity == "customer" ? With(change, ("creditLimit", 100 * tenant), ("phones", PhonesOf(3 - tenant))) : change)];

    /// <summary>Other people's records. Products are everybody's: theirs is the caller's.</summary>
    private IReadOnlyList<RecordChange> OtherFamily(int tenant, IReadOnlyDictionary<string, string[]> shown)
    {
        var own = tenant == TestLedger.Acme ? OthersOfAcme : OthersOfGlobex;
        var alike = new ValidRecords(Schema, OthersOfAcme, "shown", TestGates.Ben);
        return
        [
            .. new ValidRecords(Schema, own, "secret " + tenant, TestGates.Ben).Creations().Where(change => change.Entity != "product").Select(change => With(
                change,
                [
                    .. change.Values.Names.Zip(change.Values.Values).Where(value => value.Second is RecordReference.ByLabel { Label: "product" }).Select(value => (value.First, (object?)OwnIds["product"])),
                    .. shown.GetValueOrDefault(change.Entity, []).Select(name => (name, (object?)alike.Value(Schema[change.Entity].Find(name)!))),
                ])),
        ];
    }

    /// <summary>Two numbers whose masked forms are equal.</summary>
    private static string PhonesOf(int tenant, int more = 0) => tenant == TestLedger.Acme ? $"1381111800{more}" : $"1382222800{more}";

    private static RecordChange With(RecordChange change, params IReadOnlyList<(string Name, object? Value)> values)
    {
        var all = change.Values.Names.Zip(change.Values.Values).ToDictionary(pair => pair.First, pair => pair.Second);
        foreach (var (name, value) in values)
        {
            all[name] = value;
        }

        return change with { Values = new FieldValues([.. all.Keys], [.. all.Values]) };
    }

    private async Task<Dictionary<string, long>> MakeAsync(int tenant, IReadOnlyList<RecordChange> changes)
    {
        var result = await ApplyAsOwnerAsync(tenant, changes);
        Assert.Empty(result.Rows.SelectMany((row, index) => row.Refusals.Select(refusal => $"{changes[index].Entity} {refusal}")));
        return changes.Zip(result.Rows).ToDictionary(pair => pair.First.Entity, pair => pair.Second.Id!.Value);
    }

    private async Task MustAsync(int tenant, params IReadOnlyList<RecordChange> changes) =>
        Assert.Empty((await ApplyAsOwnerAsync(tenant, changes)).Rows.SelectMany(row => row.Refusals));

    private static async Task<string> AnswerAsync(Func<Task<string>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RefusedException refused)
        {
            return Text(refused.Refusal);
        }
    }

    private static string Text(RowResult row) =>
        $"{row.Outcome} {row.Id} {row.Version} [{string.Join("; ", row.Refusals.Select(Text))}] [{string.Join("; ", row.Conflicts.Select(conflict => $"{conflict.Field} {Text(conflict.Mine)} {Text(conflict.Theirs)}"))}] [{string.Join("; ", row.Duplicates)}]";

    private static string Text(Refusal refusal) => $"{refusal} {refusal.In(Language.English)} {refusal.In(Language.Chinese)}";

    private static string Text(object? value) => value is string[] several ? string.Join(",", several) : $"{value}";
}
