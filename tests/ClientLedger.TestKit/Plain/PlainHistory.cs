using ClientLedger.Access;
using ClientLedger.Tenancy;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <summary>Versions and log entries of what a set changed, found by comparing the ledger with what it was before.</summary>
public static class PlainHistory
{
    /// <summary>Tells whether there was anything to log.</summary>
    public static bool Write(PlainLedger ledger, List<PlainRecord> before, List<PlainRow> rows, LedgerScope scope, DateTime now)
    {
        var entries = ledger.Log.Count;
        foreach (var record in ledger.Records)
        {
            var old = before.Find(other => other.Tenant == record.Tenant && other.Entity == record.Entity && other.Id == record.Id);
            var changes = Changes(old, record);
            if (Verb(old, record, changes) is { } verb)
            {
                Stamp(record, old, scope, now);
                ledger.Log.Add(new(record.Tenant, record.Entity, record.Id, record.Version, verb, changes));
            }
        }

        foreach (var record in rows.Where(row => row.Outcome == Outcome.Confirmed).Select(row => row.Record!))
        {
            ledger.Log.Add(new(record.Tenant, record.Entity, record.Id, record.Version, Writing.Verb.Confirm, []));
        }

        return ledger.Log.Count > entries;
    }

    private static Verb? Verb(PlainRecord? old, PlainRecord record, List<PlainChange> changes) => (old, record) switch
    {
        (null, _) => Writing.Verb.Create,
        ({ IsLive: true }, { IsLive: false }) => Writing.Verb.Delete,
        ({ IsLive: false }, { IsLive: true }) => Writing.Verb.Restore,
        _ => changes.Count > 0 ? Writing.Verb.Update : null,
    };

    /// <summary>The fields that differ.</summary>
    public static List<PlainChange> Changes(PlainRecord? old, PlainRecord record) =>
        [.. record.Values.Keys.Union(old?.Values.Keys ?? Enumerable.Empty<string>())
            .Where(field => !PlainValues.Same(old?[field], record[field]))
            .Select(field => new PlainChange(field, old?[field], record[field]))];

    private static void Stamp(PlainRecord record, PlainRecord? old, LedgerScope scope, DateTime now)
    {
        long? actor = scope.Actor.Kind == ActorKind.System ? null : scope.Actor.Id;
        record.Version = old is null ? 1 : old.Version + 1;
        (record.UpdatedAt, record.UpdatedBy) = (now, actor);
        if (old is null)
        {
            (record.CreatedAt, record.CreatedBy) = (now, actor);
        }
    }
}
