using ClientLedger.Fields;
using ClientLedger.Tenancy;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Generators;

/// <summary>Ledgers of chance of two tenants, both with fields of their own, and what is needed to ask and change them.</summary>
public sealed class PlainWorld
{
    /// <summary>Persons of both tenants.</summary>
    public static readonly IReadOnlyList<long> Persons = [11, 12, 13, 14];

    public static readonly IReadOnlyList<int> Tenants = [1, 2];

    public PlainWorld(int seed, DateTimeOffset now)
    {
        Chance = new(seed);
        Now = now;
        Values = new(Chance, DateOnly.FromDateTime(now.UtcDateTime), Persons);
        foreach (var tenant in Tenants)
        {
            var from = DateOnly.FromDateTime(now.UtcDateTime);
            Ledger.Rates.Add(new(tenant, "USD", from.AddDays(-600), 7.1234m));
            Ledger.Rates.Add(new(tenant, "USD", from.AddDays(-100), 6.9m));
            Ledger.Rates.Add(new(tenant, "EUR", from.AddDays(-300), 7.8125m));
        }
    }

    public Chance Chance { get; }

    public DateTimeOffset Now { get; }

    public RandomValues Values { get; }

    public LedgerSchema Schema { get; } = RandomFields.Extend(BuiltInEntities.Schema);

    public PlainLedger Ledger { get; } = new();

    public PlainIds Ids { get; } = new();

    /// <summary>The tenant's owner, who sees and does everything.</summary>
    public LedgerScope Owner(int tenant) => PlainScope.Of(tenant, Schema, RandomRights.Owner(Schema, Persons[0]));

    public PlainSight Sight(LedgerScope scope) => new(Ledger, scope, Now);

    /// <summary>Applies a set to the plain ledger alone, with ids of its own unless others were given.</summary>
    public PlainResult Apply(LedgerScope scope, ChangeSet set) => new PlainWriter(Ledger, scope, Now, Ids.Next).Apply(set);

    /// <summary>The sets that fill both tenants' ledgers, each to be applied before the next is taken.</summary>
    public IEnumerable<(LedgerScope Scope, ChangeSet Set)> Growth(int customers)
    {
        foreach (var tenant in Tenants)
        {
            foreach (var set in new RandomLedger(Chance, Schema, Values).Growth(Ledger, tenant, customers))
            {
                yield return (Owner(tenant), set);
            }
        }
    }

    /// <summary>Shares some customers and orders with persons and teams.</summary>
    public void Share()
    {
        var records = Ledger.Records.Where(record => record.Entity is "customer" or "order" or "ticket").ToList();
        foreach (var record in Chance.Some(records, records.Count / 3))
        {
            Ledger.Shares.Add(Chance.In(50)
                ? new(record.Tenant, record.Entity, record.Id, Chance.Pick(Persons), Team: null)
                : new(record.Tenant, record.Entity, record.Id, Person: null, Chance.Between(1, 3)));
        }
    }

    /// <summary>A caller with rights of chance.</summary>
    public LedgerScope Caller(int tenant) => PlainScope.Of(tenant, Schema, new RandomRights(Chance, Schema, Persons).Next());
}
