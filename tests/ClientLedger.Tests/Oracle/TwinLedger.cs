using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using Npgsql;

namespace ClientLedger.Tests.Oracle;

/// <summary>The same ledgers of chance twice: in lists, and in a database behind the read gate.</summary>
internal sealed class TwinLedger : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TestLedger stored;
    private readonly Dictionary<int, TenantSecrets> secrets;
    private readonly FixedClock clock = new();

    private TwinLedger(TestLedger stored, int seed)
    {
        this.stored = stored;
        var random = new FixedRandom(seed);
        var master = new MasterKey(new byte[MasterKey.Length]);
        secrets = PlainWorld.Tenants.ToDictionary(tenant => tenant, tenant => new TenantSecrets(master, tenant, master.NewDataKey(tenant, random), random));
        World = new(seed, clock.GetUtcNow());
        ReadGate = new(clock, random);
    }

    public PlainWorld World { get; }

    public ReadGate ReadGate { get; }

    /// <summary>Both tenants' ledgers, made in lists and copied into a database of the provider.</summary>
    public static async Task<TwinLedger> CreateAsync(Provider provider, int seed, int customers)
    {
        var twin = new TwinLedger(await TestLedger.CreateAsync(provider), seed);
        foreach (var (scope, set) in twin.World.Growth(customers))
        {
            Assert.True(twin.World.Apply(scope, set).Applied);
        }

        twin.World.Share();
        foreach (var tenant in PlainWorld.Tenants)
        {
            await StoredLedger.WriteAsync(twin.World.Ledger, twin.Open(twin.World.Owner(tenant)), twin.World.Now);
        }

        await twin.AnalyseAsync();

        return twin;
    }

    /// <summary>The same caller, with the database and the tenant's keys.</summary>
    public LedgerScope Open(LedgerScope scope) => Open(scope.TenantId, scope.Rights);

    public LedgerScope Open(int tenant, Rights rights) => PlainScope.Of(tenant, World.Schema, rights, stored.Database, secrets[tenant]);

    /// <summary>What the read gate answers: the text of its JSON and the page, or the code of its refusal.</summary>
    public async Task<(string Json, PageInfo? Page, string? Code)> AskAsync(LedgerScope scope, LedgerQuery query)
    {
        var output = new ArrayBufferWriter<byte>();
        try
        {
            var page = await ReadGate.ReadAsync(Open(scope), query, output, CancellationToken.None);
            return (Text(JsonNode.Parse(output.WrittenSpan)!), page, null);
        }
        catch (RefusedException refused)
        {
            return ("", null, refused.Refusal.Code.Code);
        }
    }

    /// <summary>What the plain ledger answers for some of a query's rows.</summary>
    public static string Answer(PlainSight sight, LedgerQuery query, IEnumerable<PlainRecord> rows) => Text(PlainJson.Answer(sight, query, rows));

    public ValueTask DisposeAsync() => stored.DisposeAsync();

    /// <summary>Gives PostgreSQL's planner the statistics that it otherwise gathers within a minute; without any it joins tables in foolish orders.</summary>
    private async Task AnalyseAsync()
    {
        if (stored.Database.Provider == Provider.Postgres)
        {
            await using var connection = new NpgsqlConnection(stored.OwnerAddress);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("ANALYZE", connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static string Text(JsonNode node) => node.ToJsonString(Readable);
}
