using ClientLedger.Tenancy;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <summary>Applies change sets: the write gate's rules, one row after the other.</summary>
/// <remarks>
/// Assumed where the design is silent: a row sees what the rows before it in the same set did; a record that a set touches several times
/// moves by one version; what follows for other records (an order's amount from its lines) is part of the same set and also one version.
/// </remarks>
/// <param name="newId">Gives the id of a record that is created.</param>
public sealed class PlainWriter(PlainLedger ledger, LedgerScope scope, DateTimeOffset now, Func<long> newId)
{
    /// <summary>
    /// Applies a set, or nothing of it when it is all or nothing and a row is refused. Rights on the results are looked at when nothing else is wrong with
    /// such a set.
    /// </summary>
    public PlainResult Apply(ChangeSet set)
    {
        var before = ledger.Records.ConvertAll(record => record.Copy());
        var drafts = 0L;
        var rows = Write(set, before, rightsMatter: false, () => --drafts);
        if (!set.AllOrNothing || rows.TrueForAll(row => row.IsGood))
        {
            TakeBack(before);
            rows = Write(set, before, rightsMatter: true, newId);
        }

        if (set.AllOrNothing && rows.Exists(row => !row.IsGood))
        {
            TakeBack(before);
            return new(false, rows.ConvertAll(row => row.IsGood && row.Outcome is not (Outcome.Unchanged or Outcome.Skipped) ? new(Outcome.Withheld, null) : row));
        }

        var logged = PlainHistory.Write(ledger, before, rows, scope, now.UtcDateTime);
        return new(logged, rows);
    }

    private List<PlainRow> Write(ChangeSet set, List<PlainRecord> before, bool rightsMatter, Func<long> ids)
    {
        var writer = new PlainRowWriter(ledger, new PlainSight(ledger, scope, now), set, rightsMatter, ids);
        var rows = set.Changes.Select(writer.Write).ToList();
        PlainDerived.Derive(ledger, scope.TenantId);
        return rows.ConvertAll(row => Outcomes(row, before));
    }

    /// <summary>A record that is as it was is unchanged; one that was only looked at may have changed by what follows from other rows.</summary>
    private static PlainRow Outcomes(PlainRow row, List<PlainRecord> before)
    {
        if (row.Outcome is not (Outcome.Updated or Outcome.Confirmed))
        {
            return row;
        }

        var old = before.Find(record => record.Tenant == row.Record!.Tenant && record.Entity == row.Record.Entity && record.Id == row.Record.Id);
        return row with { Outcome = PlainHistory.Changes(old, row.Record!).Count > 0 ? Outcome.Updated : row.Outcome == Outcome.Confirmed ? Outcome.Confirmed : Outcome.Unchanged };
    }

    /// <summary>Before records were appended or changed, there were these; versions and times are only set once a set goes through.</summary>
    private void TakeBack(List<PlainRecord> before)
    {
        ledger.Records.RemoveRange(before.Count, ledger.Records.Count - before.Count);
        foreach (var (record, old) in ledger.Records.Zip(before))
        {
            (record.Values, record.DeletedAt) = (new(old.Values), old.DeletedAt);
        }
    }
}
