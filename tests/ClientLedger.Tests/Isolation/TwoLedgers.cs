using System.Buffers;
using System.Text;
using ClientLedger.Access;
using ClientLedger.Api.Mutations;
using ClientLedger.Api.Requests;
using ClientLedger.Fields;
using ClientLedger.Imports;
using ClientLedger.Imports.Refused;
using ClientLedger.Imports.Uploads;
using ClientLedger.Jobs;
using ClientLedger.Reading;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Isolation;

/// <summary>
/// Two tenants in one database that look alike: the same records under the same ids, with the same numbers, names and phones, so that a forgotten
/// condition shows. Texts that nothing is found by tell whose they are. Globex has a second family that Acme has nothing like.
/// </summary>
internal sealed class TwoLedgers : IAsyncDisposable
{
    /// <summary>Stands in every plain text of its tenant.</summary>
    public const string OurMark = "of-acme", TheirMark = "of-globex";

    /// <summary>The families that both have, and that Globex alone has.</summary>
    public const int Both = 1, Foreign = 2;

    private readonly WriteGate theirGate;

    private TwoLedgers(TestGates gates)
    {
        Gates = gates;
        Ours = gates.Owner();
        Theirs = gates.Owner(TestLedger.Globex);
        theirGate = GateOf(gates, node: 1);
    }

    public TestGates Gates { get; }

    /// <summary>Acme's owner.</summary>
    public LedgerScope Ours { get; private set; }

    /// <summary>Globex's owner.</summary>
    public LedgerScope Theirs { get; private set; }

    /// <summary>Ids of the records that both tenants have, by entity.</summary>
    public IReadOnlyDictionary<string, long> Twins { get; private set; } = new Dictionary<string, long>();

    /// <summary>Ids of the records that Globex alone has, by entity.</summary>
    public IReadOnlyDictionary<string, long> Foreigners { get; private set; } = new Dictionary<string, long>();

    /// <summary>Everything of Globex, before anything was tried.</summary>
    public IReadOnlyList<string> TheirRows { get; private set; } = [];

    public static async Task<TwoLedgers> CreateAsync(Provider provider)
    {
        var ledgers = new TwoLedgers(await TestGates.CreateAsync(provider, RandomFields.Extend(BuiltInEntities.Schema)));
        await ledgers.FillAsync();
        return ledgers;
    }

    /// <summary>Puts Acme and Globex back to what they were.</summary>
    public Task RestoreAsync() => Gates.Ledger.RestoreAsync();

    /// <summary>Acme's owner with the stamp that Acme has by now.</summary>
    public Task<LedgerScope> ReopenAsync() => StampedAsync(Ours);

    /// <summary>Nothing of Globex has changed.</summary>
    public async Task AssertTheirsUntouchedAsync() => Assert.Equal(TheirRows, await Gates.Ledger.RowsOfAsync(TestLedger.Globex));

    public async Task<(PageInfo Page, string Json)> ReadAsync(LedgerScope scope, LedgerQuery query)
    {
        var output = new ArrayBufferWriter<byte>();
        var page = await Gates.Reading.ReadAsync(scope, query, output, CancellationToken.None);
        return (page, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    /// <summary>A record's id as it is shown outside.</summary>
    public string IdOf(string entity, long id) => RecordIds.Format(Gates.Schema[entity].IdPrefix, id);

    public ValueTask DisposeAsync() => Gates.DisposeAsync();

    private async Task FillAsync()
    {
        Twins = await MakeAsync(Gates.Writing, Ours, new ValidRecords(Gates.Schema, Both, OurMark, TestGates.Anna));
        var theirTwins = await MakeAsync(theirGate, Theirs, new ValidRecords(Gates.Schema, Both, TheirMark, TestGates.Anna));
        Assert.Equal(Twins, theirTwins);
        Foreigners = await MakeAsync(GateOf(Gates, node: 2), Theirs, new ValidRecords(Gates.Schema, Foreign, TheirMark, TestGates.Anna));
        foreach (var city in new[] { "Bonn", TheirMark })
        {
            var change = WriteGateTests.Update("customer", Twins["customer"], null, ("postalCode", city));
            Assert.Empty((await theirGate.ApplyAsync(Theirs, new ChangeSet(Door.Page, [change]), CancellationToken.None)).Rows[0].Refusals);
        }

        await AddPlainRowsAsync(TestLedger.Acme, OurMark, rate: 1);
        await AddPlainRowsAsync(TestLedger.Globex, TheirMark, rate: 2);
        await using (var context = Gates.Database.CreateContext(TestLedger.Globex))
        {
            context.Add(new Role { Id = 2, Name = "of Globex alone" });
            context.Add(new RoleMember { RoleId = 2, PersonId = TestGates.Anna });
            await context.SaveChangesAsync();
        }

        Ours = await StampedAsync(Ours);
        Theirs = await StampedAsync(Theirs);
        await Gates.Ledger.BackUpAsync();
        TheirRows = await Gates.Ledger.RowsOfAsync(TestLedger.Globex);
    }

    private static async Task<IReadOnlyDictionary<string, long>> MakeAsync(WriteGate gate, LedgerScope scope, ValidRecords records)
    {
        var creations = records.Creations();
        var result = await gate.ApplyAsync(scope, new ChangeSet(Door.Seed, creations), CancellationToken.None);
        Assert.Empty(result.Rows.SelectMany((row, index) => row.Refusals.Select(refusal => $"{creations[index].Entity} {refusal}")));
        return creations.Zip(result.Rows).ToDictionary(pair => pair.First.Entity, pair => pair.Second.Id!.Value);
    }

    /// <summary>One row in each table that the gates don't fill, under the same keys in both tenants.</summary>
    private async Task AddPlainRowsAsync(int tenant, string mark, long rate)
    {
        await using var context = Gates.Database.CreateContext(tenant);
        context.Add(new ScopeStamp());
        context.Add(new TenantSettingsRow { Company = mark, Zone = "Asia/Shanghai", BaseCurrency = "CNY", DefaultCountry = "CN" });
        context.Add(new Book { Id = Book.DefaultId, Name = mark });
        context.Add(new Role { Id = 1, Name = mark });
        context.Add(RoleGrant.Of(1, 0, RightsOf.Full(Gates.Schema["customer"])));
        context.Add(new RoleMember { RoleId = 1, PersonId = TestGates.Anna });
        context.Add(new Team { Id = 1, Name = mark });
        context.Add(new TeamMember { TeamId = 1, PersonId = TestGates.Anna });
        context.Add(new Share { Id = 1, EntityId = 1, RecordId = Twins["customer"], PersonId = TestGates.Ben });
        context.Add(new ExchangeRate { Base = "CNY", Currency = "USD", Date = new DateOnly(2026, 1, 1), Rate = rate * ExchangeRate.One });
        context.Add(new CustomField { Id = CustomField.FirstId, Entity = "customer", Name = "own", Definition = "{}" });
        context.AddRange(NumberSequence.Defaults());
        context.Add(new JobCheckpoint { RunId = 1, Position = mark });
        context.Add(new ImportRun { Id = 1, FileName = mark, PersonId = TestGates.Anna, Bytes = 1 });
        context.Add(new UploadChunk { ImportId = 1, Content = [1] });
        context.Add(new KeptAnswer { ClientId = TestGates.Anna, KeyHash = [1], Field = mark, RequestHash = [1], Content = [1] });
        context.Add(new ApiRequest { Id = 1, CallerId = TestGates.Anna, Operation = mark, Kind = "query", Status = 200 });
        context.Add(new RefusedLines { ImportId = 1, FirstRow = 2, Content = [1] });
        await context.SaveChangesAsync();
    }

    /// <summary>The scope with the stamp that its tenant has by now.</summary>
    private async Task<LedgerScope> StampedAsync(LedgerScope scope)
    {
        await using var context = Gates.Database.CreateContext(scope.TenantId);
        var stamp = await context.Set<ScopeStamp>().SingleAsync();
        return PlainScope.Of(scope.TenantId, scope.Schema, scope.Rights, scope.Database, scope.Secrets, stamp.Value);
    }

    private static WriteGate GateOf(TestGates gates, int node) =>
        new(gates.Reading, new IdSource(gates.Clock, node), gates.Clock, new FixedRandom(node), BuiltInRules.All);
}
