using ClientLedger.Reading;

namespace ClientLedger.TestKit.Plain;

/// <summary>Answers queries that <see cref="PlainChecks"/> has nothing against.</summary>
public static class PlainQueries
{
    /// <summary>All rows of the answer in their order, on whatever page they come.</summary>
    public static List<PlainRecord> Rows(PlainSight sight, LedgerQuery query)
    {
        var rows = sight.Ledger.Of(sight.Scope.TenantId, query.Entity)
            .Where(record => record.IsLive != query.Deleted && sight.Covers(record) && PlainFilters.Holds(sight, query.Where, record));
        return Ordered(sight, rows, query.OrderBy);
    }

    /// <summary>Rows by the keys, and by id where all are equal.</summary>
    public static List<PlainRecord> Ordered(PlainSight sight, IEnumerable<PlainRecord> rows, IReadOnlyList<SortKey> keys)
    {
        var ordered = rows.ToList();
        ordered.Sort((a, b) => Compare(sight, keys, a, b));
        return ordered;
    }

    private static int Compare(PlainSight sight, IReadOnlyList<SortKey> keys, PlainRecord a, PlainRecord b)
    {
        foreach (var key in keys)
        {
            var type = sight.Entity(a.Entity).Find(key.Field)!.Type;
            var order = PlainValues.CompareWithEmpty(type, sight.Clear(a, key.Field), sight.Clear(b, key.Field));
            if (order != 0)
            {
                return key.Descending ? -order : order;
            }
        }

        return a.Id.CompareTo(b.Id);
    }
}
