using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Oracle;

/// <summary>The same ledgers of chance twice: in lists, and in a database behind both gates.</summary>
internal sealed class TwinLedger : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TestGates gates;

    private TwinLedger(TestGates gates, PlainWorld world)
    {
        this.gates = gates;
        World = world;
    }

    public PlainWorld World { get; }

    /// <summary>The gate that the copy is read through.</summary>
    public ReadGate Reading => gates.Reading;

    /// <summary>The gate that the copy is changed through.</summary>
    public WriteGate Writing => gates.Writing;

    /// <summary>Both tenants' ledgers, made in lists and copied into a database of the provider.</summary>
    public static async Task<TwinLedger> CopyAsync(Provider provider, int seed, int customers)
    {
        var twin = await CreateAsync(provider, seed);
        foreach (var (scope, set) in twin.World.Growth(customers))
        {
            Assert.True(twin.World.Apply(scope, set).Applied);
        }

        twin.World.Share();
        foreach (var tenant in PlainWorld.Tenants)
        {
            await StoredLedger.WriteAsync(twin.World.Ledger, twin.Open(twin.World.Owner(tenant)), twin.World.Now);
        }

        // Without statistics PostgreSQL joins tables in foolish orders.
        await twin.gates.Database.RefreshStatisticsAsync(CancellationToken.None);
        return twin;
    }

    /// <summary>Both tenants' ledgers, grown through the write gate and in lists in step.</summary>
    public static async Task<TwinLedger> GrowAsync(Provider provider, int seed, int customers)
    {
        var twin = await CreateAsync(provider, seed);
        foreach (var tenant in PlainWorld.Tenants)
        {
            await StoredLedger.WriteRatesAsync(twin.World.Ledger, twin.Open(twin.World.Owner(tenant)));
        }

        foreach (var (scope, set) in twin.World.Growth(customers))
        {
            await twin.ApplyAsync(scope, set);
        }

        return twin;
    }

    /// <summary>The same caller, with the database and the tenant's keys.</summary>
    public LedgerScope Open(LedgerScope scope) => PlainScope.Of(scope.TenantId, World.Schema, scope.Rights, gates.Database, TestGates.Secrets(scope.TenantId));

    /// <summary>A record's id as the API shows it.</summary>
    public string IdOf(PlainRecord record) => RecordIds.Format(World.Schema[record.Entity].IdPrefix, record.Id);

    /// <summary>Applies a set through the write gate and in lists; both must come to the same result.</summary>
    public async Task<PlainResult> ApplyAsync(LedgerScope scope, ChangeSet set)
    {
        var result = await gates.Writing.ApplyAsync(Open(scope), set, CancellationToken.None);
        World.Ids.Give(result.Rows.Where(row => row.Outcome == Outcome.Created).Select(row => row.Id!.Value));
        var expected = World.Apply(scope, set);
        ResultComparison.Equal(expected, result, set);
        return expected;
    }

    /// <summary>Holds what the database has against the lists.</summary>
    public async Task CompareAsync(int tenant)
    {
        var owner = World.Owner(tenant);
        var customers = World.Ledger.Of(tenant, "customer").Select(customer => PlainTotals.Row(World.Sight(owner), customer));
        var differences = LedgerComparison.Differences(World.Ledger, await StoredLedger.ReadAsync(Open(owner)), World.Schema, tenant)
            .Concat(LedgerComparison.Differences(customers, await StoredLedger.ReadTotalsAsync(Open(owner))));
        Assert.True(!differences.Any(), string.Join('\n', differences));
        Assert.Equal(LedgerHash.Of(World.Sight(owner)), await LedgerHash.OfAsync(Open(owner)));
    }

    /// <summary>What the read gate answers: the text of its JSON and the page, or the code of its refusal.</summary>
    public async Task<(string Json, PageInfo? Page, string? Code)> AskAsync(LedgerScope scope, LedgerQuery query)
    {
        var output = new ArrayBufferWriter<byte>();
        try
        {
            var page = await gates.Reading.ReadAsync(Open(scope), query, output, CancellationToken.None);
            return (Text(JsonNode.Parse(output.WrittenSpan)!), page, null);
        }
        catch (RefusedException refused)
        {
            return ("", null, refused.Refusal.Code.Code);
        }
    }

    /// <summary>What the plain ledger answers for some of a query's rows.</summary>
    public static string Answer(PlainSight sight, LedgerQuery query, IEnumerable<PlainRecord> rows) => Text(PlainJson.Answer(sight, query, rows));

    public ValueTask DisposeAsync() => gates.DisposeAsync();

    private static async Task<TwinLedger> CreateAsync(Provider provider, int seed)
    {
        var world = new PlainWorld(seed, new FixedClock().GetUtcNow());
        return new(await TestGates.CreateAsync(provider, world.Schema), world);
    }

    private static string Text(JsonNode node) => node.ToJsonString(Readable);
}
