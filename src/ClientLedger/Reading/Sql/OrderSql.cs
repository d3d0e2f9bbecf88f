namespace ClientLedger.Reading.Sql;

/// <summary>One key of an order as an expression.</summary>
internal readonly record struct OrderKey(string Expression, bool Descending, bool IsNullable);

/// <summary>Orders and the places in them.</summary>
internal static class OrderSql
{
    /// <summary>ORDER BY; backward turns every key round.</summary>
    public static string By(SqlDialect dialect, IEnumerable<OrderKey> keys, bool backward = false) =>
        " ORDER BY " + string.Join(", ", keys.Select(key => dialect.Ordered(key.Expression, key.Descending != backward, key.IsNullable)));

    /// <summary>
    /// The condition that rows lie behind a place in the order, or before it. NULL is the smallest value. The first key is bounded by a plain
    /// range as well, so that its index is used.
    /// </summary>
    /// <param name="slots">The place: a slot for each key, −1 where it is null.</param>
    public static void WriteBehind(SqlText sql, IReadOnlyList<OrderKey> keys, IReadOnlyList<int> slots, bool backward)
    {
        sql.Add(" AND ").Add(Bound(sql, keys[0], slots[0], keys[0].Descending != backward)).Add("(");
        for (var i = 0; i < keys.Count; i++)
        {
            sql.Add(i == 0 ? "(" : " OR (");
            for (var before = 0; before < i; before++)
            {
                sql.Add(Equal(sql, keys[before], slots[before])).Add(" AND ");
            }

            sql.Add(Behind(sql, keys[i], slots[i], keys[i].Descending != backward)).Add(")");
        }

        sql.Add(")");
    }

    private static string Bound(SqlText sql, OrderKey key, int slot, bool descending) => (slot >= 0, descending, key.IsNullable) switch
    {
        (true, false, _) => $"{key.Expression} >= {sql.Parameter(slot)} AND ",
        (true, true, false) => $"{key.Expression} <= {sql.Parameter(slot)} AND ",
        (true, true, true) => $"({key.Expression} <= {sql.Parameter(slot)} OR {key.Expression} IS NULL) AND ",
        (false, true, _) => $"{key.Expression} IS NULL AND ",
        _ => "",
    };

    private static string Equal(SqlText sql, OrderKey key, int slot) =>
        slot < 0 ? $"{key.Expression} IS NULL" : $"{key.Expression} = {sql.Parameter(slot)}";

    private static string Behind(SqlText sql, OrderKey key, int slot, bool descending) => (slot >= 0, descending) switch
    {
        (true, false) => $"{key.Expression} > {sql.Parameter(slot)}",
        (true, true) when key.IsNullable => $"({key.Expression} < {sql.Parameter(slot)} OR {key.Expression} IS NULL)",
        (true, true) => $"{key.Expression} < {sql.Parameter(slot)}",
        (false, false) => $"{key.Expression} IS NOT NULL",
        _ => "1 = 0",
    };
}
