using ClientLedger.Fields;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Generators;

/// <summary>Change sets that make a ledger of chance with records of all kinds.</summary>
public sealed class RandomLedger(Chance chance, LedgerSchema schema, RandomValues values)
{
    private const int LargestSet = 15;

    /// <summary>Each kind after those that it names, with how many there are for ten customers.</summary>
    private static readonly (string Entity, int ForTen)[] Kinds =
    [
        ("product", 4), ("customer", 10), ("contact", 12), ("project", 5), ("contract", 6), ("order", 20), ("orderLine", 30), ("payment", 8),
        ("interaction", 12), ("ticket", 8), ("task", 8), ("note", 8), ("event", 8), ("attachment", 5), ("need", 6),
    ];

    private readonly RandomRecords records = new(chance, schema, values);

    /// <summary>
    /// The sets, one after the other. What one made is named by the next ones, so each must have been applied to the plain ledger before the next is taken.
    /// </summary>
    public IEnumerable<ChangeSet> Growth(PlainLedger ledger, int tenant, int customers)
    {
        foreach (var (name, forTen) in Kinds)
        {
            for (var left = Math.Max(1, customers * forTen / 10); left > 0; left -= LargestSet)
            {
                var changes = Enumerable.Range(0, Math.Min(left, LargestSet)).Select(_ => Create(ledger, tenant, schema[name]));
                yield return new(Door.Seed, [.. changes]) { Duplicates = DuplicatePolicy.Create };
            }
        }

        yield return Deletions(ledger, tenant);
    }

    private RecordChange Create(PlainLedger ledger, int tenant, EntityDescriptor entity) =>
        new(Verb.Create, entity.Name) { Values = records.New(ledger, tenant, entity) };

    /// <summary>A tenth of the records that nothing live refers to.</summary>
    private ChangeSet Deletions(PlainLedger ledger, int tenant)
    {
        var free = ledger.Records.Where(record => record.Tenant == tenant && record.IsLive && !IsReferredTo(ledger, record)).ToList();
        return new(Door.Seed, [.. chance.Some(free, free.Count / 10).Select(record => new RecordChange(Verb.Delete, record.Entity) { Id = record.Id })]);
    }

    private bool IsReferredTo(PlainLedger ledger, PlainRecord record) => schema[record.Entity].Children.Any(relation =>
        ledger.Of(record.Tenant, relation.Entity).Any(child => child.IsLive && child.IdIn(relation.ByField) == record.Id));
}
