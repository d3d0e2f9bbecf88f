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
    /// <summary>Applies a set, or nothing of it when it is all or nothing and a row is refused.</summary>
    public PlainResult Apply(ChangeSet set)
    {
        var before = ledger.Records.ConvertAll(record => record.Copy());
        var row = new PlainRowWriter(ledger, new PlainSight(ledger, scope, now), set, newId);
        var rows = set.Changes.Select(row.Write).ToList();
        PlainDerived.Derive(ledger, scope.TenantId);
        rows = rows.ConvertAll(each => Outcomes(each, before));
        if (set.AllOrNothing && rows.Exists(each => !each.IsGood))
        {
            TakeBack(before);
            return new(false, rows.ConvertAll(each => each.IsGood && each.Outcome is not (Outcome.Unchanged or Outcome.Skipped) ? new(Outcome.Withheld, null) : each));
        }

        var logged = PlainHistory.Write(ledger, before, rows, scope, now.UtcDateTime);
        return new(logged, rows);
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
            (record.Values, record.DeletedAt) = (old.Values, old.DeletedAt);
        }
    }
}
