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

    /// <summary>What the query's fields come to over some rows; amounts by their currency.</summary>
    public static List<FieldSum> Sums(PlainSight sight, LedgerQuery query, IReadOnlyCollection<PlainRecord> rows) => [.. query.Sums.SelectMany(name =>
    {
        var currency = sight.Entity(query.Entity).Find(name)!.CurrencyField;
        return currency is null
            ? [new FieldSum(name, null, Sum(rows))]
            : rows.GroupBy(row => (string?)sight.Clear(row, currency)).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new FieldSum(name, group.Key, Sum(group)));

        decimal Sum(IEnumerable<PlainRecord> summed) => summed.Select(row => sight.Clear(row, name)).OfType<object>().Sum(PlainValues.Number);
    })];

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
