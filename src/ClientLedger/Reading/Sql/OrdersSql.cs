using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>Writes the statement that reads the orders of given customers, as far as the caller sees them.</summary>
internal static class OrdersSql
{
    /// <summary>Customer, kind, state, time, currency and amount of each order.</summary>
    public static PlannedStatement Write(SqlDialect dialect, LedgerTables tables, BoundOrders orders)
    {
        var sql = new SqlText(dialect, tables);
        var from = FilterSql.Open(sql, orders.Table);
        BoundField[] shown = [orders.Kind, orders.State, orders.OrderedAt, orders.Currency, orders.Amount];
        var customer = FieldSql.Compared(sql, orders.Customer);
        sql.Add("SELECT ").Add(customer);
        foreach (var field in shown)
        {
            sql.Add(", ").Add(FieldSql.Guarded(sql, field));
        }

        sql.Add(" FROM ").Add(from).Add(" WHERE ");
        FilterSql.WriteOwn(sql, orders.Table);
        sql.Add(" AND ").Add(dialect.IsIn(customer, sql.Name(orders.CustomersSlot), StoreKind.Int64));
        FilterSql.WriteMore(sql, orders.Customer.Clear);
        return sql.ToStatement();
    }
}
