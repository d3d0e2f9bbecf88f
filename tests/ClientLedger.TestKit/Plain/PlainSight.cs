using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Tenancy;

namespace ClientLedger.TestKit.Plain;

/// <summary>What one caller sees of a ledger at one time: which records, and which of their fields.</summary>
public sealed class PlainSight
{
    private readonly bool unlimited;
    private readonly Dictionary<PlainRecord, List<EffectiveGrant>> known = [];

    private PlainSight(PlainLedger ledger, LedgerScope scope, DateTimeOffset now, bool unlimited)
    {
        Ledger = ledger;
        Scope = scope;
        Now = now;
        this.unlimited = unlimited;
    }

    /// <summary>The sight of the scope's caller, within its rights.</summary>
    public PlainSight(PlainLedger ledger, LedgerScope scope, DateTimeOffset now)
        : this(ledger, scope, now, unlimited: false)
    {
    }

    public PlainLedger Ledger { get; }

    public LedgerScope Scope { get; }

    public DateTimeOffset Now { get; }

    /// <summary>Nothing in the ledger changes as long as this sight is used: what was decided once is decided.</summary>
    public bool IsStill { get; init; }

    /// <summary>The whole ledger of the tenant: how record rules and stored totals look at it.</summary>
    public PlainSight WithoutLimits => new(Ledger, Scope, Now, unlimited: true);

    public EntityDescriptor Entity(string name) => Scope.Schema[name];

    /// <summary>The live records of an entity that the caller may see.</summary>
    public IEnumerable<PlainRecord> Live(string entity) => Ledger.Of(Scope.TenantId, entity).Where(record => record.IsLive && Covers(record));

    /// <summary>The live records of an entity that name a parent in a field that the caller sees on them.</summary>
    public IEnumerable<PlainRecord> Children(PlainRecord parent, ChildRelation relation) =>
        Ledger.Of(Scope.TenantId, relation.Entity).Where(child =>
            child.IsLive && child.IdIn(relation.ByField) == parent.Id && RightOn(child, relation.ByField) == ReadRight.Clear);

    /// <summary>The live record that a reference field names, if the caller sees the field and the record.</summary>
    public PlainRecord? Referenced(PlainRecord record, FieldDescriptor reference) =>
        Clear(record, reference.Name) is long id && Ledger.Find(Scope.TenantId, reference.Target!, id) is { IsLive: true } target && Covers(target) ? target : null;

    /// <summary>Some grant's rule covers the record.</summary>
    public bool Covers(PlainRecord record) => record.Tenant == Scope.TenantId && (unlimited || Grants(record).Count > 0);

    /// <summary>How the caller reads a field on this row: the most that a grant gives which covers the row.</summary>
    public ReadRight RightOn(PlainRecord record, string field)
    {
        var ordinal = Entity(record.Entity).OrdinalOf(field);
        return unlimited ? ReadRight.Clear : Grants(record).Select(grant => grant.Read[ordinal]).DefaultIfEmpty(ReadRight.Hidden).Max();
    }

    /// <summary>The value of a field where it is clear on this row; elsewhere it counts as empty.</summary>
    public object? Clear(PlainRecord record, string field) => RightOn(record, field) == ReadRight.Clear ? Value(record, field) : null;

    /// <summary>The value of a field whatever the rights on it; totals are summed over what the caller may see.</summary>
    public object? Value(PlainRecord record, string field) =>
        PlainTotals.IsTotal(record.Entity, field) ? PlainTotals.Of(this, record)[field] : record[field];

    /// <summary>The grants whose rule covers the record.</summary>
    public List<EffectiveGrant> Grants(PlainRecord record)
    {
        if (!known.TryGetValue(record, out var grants))
        {
            grants = [.. Scope.Rights.On(record.Entity).Grants.Where(grant => PlainRules.Covers(this, grant.Rule, record))];
            if (IsStill)
            {
                known.Add(record, grants);
            }
        }

        return grants;
    }
}
