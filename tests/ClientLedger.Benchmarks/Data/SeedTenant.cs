using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;

namespace ClientLedger.Benchmarks.Data;

/// <summary>A tenant of a ledger database with two fields of its own on customers: <c>tier</c>, indexed, and <c>note</c>, not indexed.</summary>
internal sealed class SeedTenant
{
    private static readonly TenantSettings Settings = new()
    {
        Company = "Benchmark",
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        Language = Language.English,
        BaseCurrency = "CNY",
        DefaultCountry = "CN",
    };

    private readonly LedgerDatabase database;
    private long? entered;

    /// <summary>A tenant that needn't be there yet.</summary>
    /// <param name="withFields">False for a tenant without fields of its own.</param>
    public SeedTenant(LedgerDatabase database, int id, bool withFields = true)
    {
        this.database = database;
        Id = id;
        var random = new FixedRandom(id);
        var master = new MasterKey(new byte[MasterKey.Length]);
        Secrets = new TenantSecrets(master, id, master.NewDataKey(id, random), random);

        // Field ids differ from tenant to tenant, as they do where tenants add fields in their own order.
        FieldDescriptor[] own =
        [
            new() { Id = CustomField.FirstId + (id * 10), Name = "tier", Label = new("层级", "Tier"), Type = FieldType.Choice, List = "grades", Indexed = true, Custom = true },
            new() { Id = CustomField.FirstId + (id * 10) + 1, Name = "note", Label = new("备注", "Note"), Type = FieldType.Text, Custom = true },
        ];
        Schema = withFields ? BuiltInEntities.Schema.With(own.ToLookup(_ => "customer")) : BuiltInEntities.Schema;
    }

    public int Id { get; }

    public TenantSecrets Secrets { get; }

    public LedgerSchema Schema { get; }

    public EntityDescriptor Customer => Schema["customer"];

    /// <summary>The ledger in the hands of its owner: every record, every field.</summary>
    public LedgerScope Owner() => Open(1, [.. Schema.Entities.Select(RightsOf.Full)]);

    /// <summary>The ledger in the hands of a salesperson, who sees the records of one's own.</summary>
    public LedgerScope Salesperson(long person) => Open(person, [.. Schema.Entities.Select(entity => new Grant(entity.Name, new OwnRecords()))]);

    /// <summary>Writes what every tenant has: settings, book, sequences, fields.</summary>
    public async Task EnterAsync()
    {
        await using var context = database.CreateContext(Id);
        var stamp = context.Add(new ScopeStamp()).Entity;
        context.Add(TenantSettingsRow.Of(Settings));
        context.Add(new Book { Id = Book.DefaultId, Name = "Customers" });
        context.AddRange(NumberSequence.Defaults());
        context.AddRange(Customer.Fields.Where(field => field.Custom).Select(field => CustomField.Of("customer", field)));
        await context.SaveChangesAsync();
        entered = stamp.Value;
    }

    private LedgerScope Open(long person, IReadOnlyList<Grant> grants) => new(
        Id, $"tenant{Id}", new Actor(ActorKind.Person, person, "Benchmark"), RightsOf.Caller(Schema, person, grants, TeamTree.Empty), Schema, Settings, database, Secrets) { Stamp = entered };
}
