using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using ClientLedger.Access;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;

namespace ClientLedger.Tests.Reading;

/// <summary>A ledger of chance of two tenants in a database, beside the plain one that it was made from, and a read gate on it.</summary>
internal sealed class ReadWorld : IAsyncDisposable
{
    private static readonly MasterKey Master = new(Enumerable.Repeat((byte)7, MasterKey.Length).ToArray());

    private readonly TestLedger ledger;
    private readonly Dictionary<int, TenantSecrets> secrets;

    private ReadWorld(TestLedger ledger, PlainWorld plain, Dictionary<int, TenantSecrets> secrets, ReadGate gate)
    {
        this.ledger = ledger;
        this.secrets = secrets;
        Plain = plain;
        Gate = gate;
    }

    public PlainWorld Plain { get; }

    public ReadGate Gate { get; }

    public LedgerDatabase Database => ledger.Database;

    public static async Task<ReadWorld> CreateAsync(Provider provider, int seed, int customers, ReadLimits? limits = null)
    {
        var clock = new FixedClock();
        var random = new FixedRandom(seed);
        var plain = new PlainWorld(seed, clock.GetUtcNow());
        foreach (var (scope, set) in plain.Growth(customers))
        {
            plain.Apply(scope, set);
        }

        plain.Share();
        var keys = PlainWorld.Tenants.ToDictionary(tenant => tenant, tenant => new TenantSecrets(Master, tenant, Master.NewDataKey(tenant, random), random));
        var world = new ReadWorld(await TestLedger.CreateAsync(provider), plain, keys, new ReadGate(clock, random, limits));
        foreach (var tenant in PlainWorld.Tenants)
        {
            await StoredLedger.WriteAsync(plain.Ledger, world.Scope(plain.Owner(tenant)), plain.Now);
        }

        return world;
    }

    /// <summary>A plain caller's scope on the database.</summary>
    public LedgerScope Scope(LedgerScope plain) => PlainScope.Of(plain.TenantId, plain.Schema, plain.Rights, ledger.Database, secrets[plain.TenantId]);

    public LedgerScope Owner(int tenant = 1) => Scope(Plain.Owner(tenant));

    /// <summary>A caller with these rights.</summary>
    public LedgerScope Caller(Rights rights, int tenant = 1) => PlainScope.Of(tenant, Plain.Schema, rights, ledger.Database, secrets[tenant]);

    public async Task<(PageInfo Page, JsonArray Rows)> ReadAsync(LedgerScope scope, LedgerQuery query)
    {
        var output = new ArrayBufferWriter<byte>();
        var page = await Gate.ReadAsync(scope, query, output, CancellationToken.None);
        var answer = JsonNode.Parse(Encoding.UTF8.GetString(output.WrittenSpan))!;
        return (page, answer["rows"]!.AsArray());
    }

    public ValueTask DisposeAsync() => ledger.DisposeAsync();
}
