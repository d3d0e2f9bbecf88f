using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;

namespace ClientLedger.TestKit;

/// <summary>Both gates on a ledger database of their own, with a fixed clock, fixed ids and keys, and scopes of two tenants.</summary>
public sealed class TestGates : IAsyncDisposable
{
    /// <summary>The person that <see cref="Owner"/> acts as, unless a test says otherwise.</summary>
    public const long Anna = 11;

    /// <summary>Another one.</summary>
    public const long Ben = 12;

    private static readonly FixedRandom Random = new();
    private static readonly MasterKey Master = new(new byte[MasterKey.Length]);
    private static readonly Dictionary<int, TenantSecrets> Keys = new int[] { TestLedger.Acme, TestLedger.Globex }
        .ToDictionary(tenant => tenant, tenant => new TenantSecrets(Master, tenant, Master.NewDataKey(tenant, Random), Random));

    private TestGates(TestLedger ledger, LedgerSchema schema)
    {
        Ledger = ledger;
        Schema = schema;
        Ids = new IdSource(Clock, node: 1);
        Reading = new ReadGate(Clock, Random);
        Writing = new WriteGate(Reading, Ids, Clock, Random, BuiltInRules.All);
    }

    public TestLedger Ledger { get; }

    public LedgerDatabase Database => Ledger.Database;

    public LedgerSchema Schema { get; }

    public FixedClock Clock { get; } = new();

    public IdSource Ids { get; }

    public ReadGate Reading { get; }

    public WriteGate Writing { get; }

    /// <summary>Gates on an empty ledger.</summary>
    public static async Task<TestGates> CreateAsync(Provider provider, LedgerSchema? schema = null) =>
        new(await TestLedger.CreateAsync(provider), schema ?? BuiltInEntities.Schema);

    public static TenantSecrets Secrets(int tenant) => Keys[tenant];

    /// <summary>Somebody who sees and does everything.</summary>
    public LedgerScope Owner(int tenant = TestLedger.Acme, long person = Anna) =>
        Scope(tenant, RightsOf.Caller(Schema, person, [.. Schema.Entities.Select(RightsOf.Full)], TeamTree.Empty, isOwner: true));

    /// <summary>Somebody with these grants.</summary>
    public LedgerScope Scope(int tenant, long person, IReadOnlyList<Grant> grants) => Scope(tenant, RightsOf.Caller(Schema, person, grants, TeamTree.Empty));

    /// <summary>Applies changes as one set.</summary>
    public Task<ChangeResult> ApplyAsync(LedgerScope scope, params RecordChange[] changes) =>
        Writing.ApplyAsync(scope, new ChangeSet(Door.Page, changes), CancellationToken.None);

    /// <summary>Applies one change, which must succeed, and tells the record's id.</summary>
    public async Task<long> DoneAsync(LedgerScope scope, RecordChange change)
    {
        var result = await ApplyAsync(scope, change);
        Assert.Empty(result.Rows[0].Refusals);
        return result.Rows[0].Id!.Value;
    }

    /// <summary>Gives a tenant the usual numbering.</summary>
    public async Task AddNumbersAsync(int tenant)
    {
        await using var context = Database.CreateContext(tenant);
        context.AddRange(NumberSequence.Defaults());
        await context.SaveChangesAsync();
    }

    /// <summary>What the database holds of a record, by field; null when there is none.</summary>
    public static async Task<PlainRecord?> StoredAsync(LedgerScope scope, string entity, long id) =>
        (await StoredLedger.ReadAsync(scope)).Find(scope.TenantId, entity, id);

    public ValueTask DisposeAsync() => Ledger.DisposeAsync();

    private LedgerScope Scope(int tenant, Rights rights) => PlainScope.Of(tenant, Schema, rights, Database, Secrets(tenant));
}
