using ClientLedger.Tenancy;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Plain;

/// <summary>Applies change sets: the write gate's rules, one row after the other.</summary>
/// <remarks>
/// Assumed where the design is silent: a row sees the values that the rows before it in the same set wrote, but references and rights before the change are
/// held against the ledger as it was before the set; a record that a set touches several times
/// moves by one version; what follows for other records (an order's amount from its lines) is part of the same set and also one version.
/// </remarks>
/// <param name="newId">Gives the id of a record that is created.</param>
public sealed class PlainWriter(PlainLedger ledger, LedgerScope scope, DateTimeOffset now, Func<long> newId)
{
    /// <summary>
    /// Applies a set, or nothing of it when it is all or nothing and a row is refused. What the caller may do with the results is looked at when all rows
    /// are done, and the set is begun anew without those that it may not; so a set that is refused for another reason says nothing of rights on results.
    /// </summary>
    public PlainResult Apply(ChangeSet set)
    {
        var before = ledger.Records.ConvertAll(record => record.Copy());
        var refused = new Dictionary<int, List<PlainRefusal>>();
        while (true)
        {
            var drafts = 0L;
            var rows = Write(set, before, refused, () => --drafts);
            if (set.AllOrNothing && rows.Exists(row => !row.IsGood))
            {
                TakeBack(before);
                return new(false, rows.ConvertAll(row => row.IsGood && row.Outcome is not (Outcome.Unchanged or Outcome.Skipped) ? new(Outcome.Withheld, null) : row));
            }

            var late = RightsOnResults(set, before, rows);
            TakeBack(before);
            if (late.Count == 0)
            {
                rows = Write(set, before, refused, newId);
                return new(PlainHistory.Write(ledger, before, rows, scope, now.UtcDateTime), rows);
            }

            late.ForEach(each => refused.Add(each.Index, each.Refusals));
        }
    }

    private List<PlainRow> Write(ChangeSet set, List<PlainRecord> before, Dictionary<int, List<PlainRefusal>> refused, Func<long> ids)
    {
        var writer = new PlainRowWriter(ledger, Start(before), set, now, ids);
        var rows = set.Changes.Select((change, at) => writer.Write(change, refused.GetValueOrDefault(at))).ToList();
        PlainDerived.Derive(ledger, scope.TenantId);
        return rows.ConvertAll(row => Outcomes(row, before));
    }

    private List<(int Index, List<PlainRefusal> Refusals)> RightsOnResults(ChangeSet set, List<PlainRecord> before, List<PlainRow> rows)
    {
        var sight = new PlainSight(ledger, scope, now);
        return [.. rows.Select((row, at) => (at, PlainAuthority.Refuse(Start(before), sight, set.Changes[at], row))).Where(each => each.Item2.Count > 0)];
    }

    /// <summary>The ledger as it was before the set.</summary>
    private PlainSight Start(List<PlainRecord> before)
    {
        var start = new PlainLedger();
        start.Records.AddRange(before);
        start.Shares.AddRange(ledger.Shares);
        start.Rates.AddRange(ledger.Rates);
        return new(start, scope, now);
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
