namespace ClientLedger.TestKit.Plain;

/// <summary>A record was shared with a person or with a team.</summary>
public sealed record PlainShare(int Tenant, string Entity, long Record, long? Person, long? Team);

/// <summary>What one unit of a currency is worth in the tenant's base currency from a day on.</summary>
public sealed record PlainRate(int Tenant, string Currency, DateOnly From, decimal Rate);

/// <summary>
/// The oracle: the ledgers of several tenants as lists in memory. What the product does with a query planner, indexes, caches and batches
/// is done here by plain loops over everything, straight from the design, so that it can be seen to be right.
/// </summary>
public sealed class PlainLedger
{
    public List<PlainRecord> Records { get; } = [];

    public List<PlainShare> Shares { get; } = [];

    public List<PlainRate> Rates { get; } = [];

    /// <summary>Oldest first.</summary>
    public List<PlainLogEntry> Log { get; } = [];

    /// <summary>All records of an entity, deleted ones included.</summary>
    public IEnumerable<PlainRecord> Of(int tenant, string entity) => Records.Where(record => record.Tenant == tenant && record.Entity == entity);

    /// <summary>The record of an id, deleted or not, or null.</summary>
    public PlainRecord? Find(int tenant, string entity, long? id) => Of(tenant, entity).FirstOrDefault(record => record.Id == id);
}
