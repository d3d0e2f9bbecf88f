using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;

namespace ClientLedger.Tests.Reading;

/// <summary>A small ledger made by hand in a database, of two tenants that hold the same records, and a read gate on it.</summary>
internal sealed class ReadCase : IAsyncDisposable
{
    public const int Acme = 1, Globex = 2;

    /// <summary>The caller of the tests.</summary>
    public const long Ann = 11;

    private static readonly MasterKey Master = new(Enumerable.Repeat((byte)9, MasterKey.Length).ToArray());

    private readonly TestLedger ledger;
    private readonly LedgerSchema schema;
    private readonly Dictionary<int, TenantSecrets> secrets = [];

    private ReadCase(TestLedger ledger, LedgerSchema schema, ReadLimits? limits)
    {
        this.ledger = ledger;
        this.schema = schema;
        var random = new FixedRandom();
        Gate = new ReadGate(new FixedClock(), random, limits);
        foreach (var tenant in new[] { Acme, Globex })
        {
            secrets.Add(tenant, new TenantSecrets(Master, tenant, Master.NewDataKey(tenant, random), random));
        }
    }

    public ReadGate Gate { get; }

    public LedgerDatabase Database => ledger.Database;

    /// <summary>Superuser's connection string.</summary>
    public string OwnerAddress => ledger.OwnerAddress;

    public LedgerScope Owner => Scope(RandomRights.Owner(schema, Ann));

    /// <summary>A database with customers of these values, ids from 1 in their order, in both tenants.</summary>
    public static Task<ReadCase> OfCustomersAsync(Provider provider, params Dictionary<string, object?>[] customers) =>
        CreateAsync(provider, BuiltInEntities.Schema, null, [.. customers.Select(values => ("customer", values))]);

    public static async Task<ReadCase> CreateAsync(
        Provider provider, LedgerSchema schema, ReadLimits? limits, params (string Entity, Dictionary<string, object?> Values)[] records)
    {
        var made = new ReadCase(await TestLedger.CreateAsync(provider), schema, limits);
        var plain = new PlainLedger();
        var now = new FixedClock().GetUtcNow();
        foreach (var tenant in new[] { Acme, Globex })
        {
            for (var i = 0; i < records.Length; i++)
            {
                var values = new Dictionary<string, object?>(records[i].Values);
                if (records[i].Entity == "customer")
                {
                    values.TryAdd("name", $"Customer {i + 1}");
                    values.TryAdd("kind", "organisation");
                    values.TryAdd("book", 1L);
                }

                plain.Records.Add(new PlainRecord(tenant, records[i].Entity, i + 1)
                {
                    Values = values,
                    CreatedAt = now.UtcDateTime,
                    UpdatedAt = now.UtcDateTime.AddMinutes(i),
                });
            }

            await StoredLedger.WriteAsync(plain, made.Scope(RandomRights.Owner(schema, Ann), tenant), now);
        }

        return made;
    }

    public LedgerScope Scope(Rights rights, int tenant = Acme) => PlainScope.Of(tenant, schema, rights, ledger.Database, secrets[tenant]);

    /// <summary>A caller with these grants and no others.</summary>
    public LedgerScope Caller(params Grant[] grants) => Scope(new Rights(schema.Entities.Select(entity => new EntityRights(
        entity, [.. grants.Where(grant => grant.Entity == entity.Name).Select(grant => Effective(entity, grant))])))
    {
        Person = Ann,
        Teams = [1],
        TeamPersons = [Ann],
        TeamAndBelowPersons = [Ann],
    });

    public async Task<(PageInfo Page, JsonArray Rows)> ReadAsync(LedgerScope scope, LedgerQuery query)
    {
        var output = new ArrayBufferWriter<byte>();
        var page = await Gate.ReadAsync(scope, query, output, CancellationToken.None);
        return (page, JsonNode.Parse(Encoding.UTF8.GetString(output.WrittenSpan))!["rows"]!.AsArray());
    }

    /// <summary>Names of the customers that satisfy a filter, in the order of their ids.</summary>
    public async Task<List<string>> NamesAsync(Filter where)
    {
        var (_, rows) = await ReadAsync(Owner, new LedgerQuery("customer") { Select = [new FieldSelection("name")], Where = where });
        return [.. rows.Select(row => row!["name"]!.GetValue<string>())];
    }

    public async Task<Refusal> RefusedAsync(LedgerScope scope, LedgerQuery query) =>
        (await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(scope, query))).Refusal;

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    private static EffectiveGrant Effective(EntityDescriptor entity, Grant grant) => new(
        grant.Rule,
        [.. entity.Fields.Select(field => field.Name == SystemFields.Id ? ReadRight.Clear : grant.On(field.Name).Read)],
        [.. entity.Fields.Select(field => grant.On(field.Name).Write)],
        grant.Create, grant.Delete, grant.Reassign);
}
