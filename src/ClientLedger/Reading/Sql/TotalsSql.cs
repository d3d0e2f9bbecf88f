using ClientLedger.Fields;
using ClientLedger.Reading.Binding;
using ClientLedger.Settings;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>
/// Totals of a customer's orders as expressions: from the table that stands beside the customers, or worked out of the orders that the caller sees.
/// <see cref="CountedOrders"/> says which orders count.
/// </summary>
internal static class TotalsSql
{
    private const string Table = "CustomerTotals";
    private const string Customer = "CustomerId";
    private const string Purchase = $"'{CountedOrders.Purchase}'", Return = $"'{CountedOrders.Return}'";
    private static readonly string Uncounted = string.Join(", ", CountedOrders.Uncounted.Select(state => $"'{state}'"));

    public static string Of(SqlText sql, BoundField field) => field.Orders is { } orders ? WorkedOut(sql, field, orders) : Stored(sql, field);

    private static string Stored(SqlText sql, BoundField field)
    {
        var table = sql.Tables.Of(Table);
        var alias = sql.NewAlias();
        var total = $"(SELECT {alias}.{SqlDialect.Quote(table[ColumnOf(field.Field)].Name)} FROM {SqlDialect.Quote(table.Name)} AS {alias} WHERE "
            + sql.IsTenant(alias, table[nameof(ITenantOwned.TenantId)])
            + $" AND {alias}.{SqlDialect.Quote(table[Customer].Name)} = {FieldSql.Column(field.Table, field.Table.Storage.Id)})";
        return field.Field.Type == FieldType.Date ? total : $"COALESCE({total}, 0)";
    }

    private static string ColumnOf(FieldDescriptor field) => field.Name switch
    {
        "totalAmountBase" => "BaseAmount",
        "returnedAmountBase" => "BaseReturned",
        "ordersWithoutRate" => "WithoutRate",
        var name => char.ToUpperInvariant(name[0]) + name[1..],
    };

    private static string WorkedOut(SqlText sql, BoundField field, BoundOrders orders)
    {
        var alias = sql.NewAlias();
        var amount = $"CASE WHEN COALESCE({alias}.a, 0) = 0 THEN 0 WHEN {alias}.c = {sql.Parameter(orders.BaseSlot)} THEN {alias}.a"
            + $" ELSE {sql.Dialect.ToBase($"{alias}.a", $"{alias}.r")} END";
        return field.Field.Name switch
        {
            "orderCount" => $"(SELECT {sql.Dialect.CountRows} FROM {Counted(sql, field, orders, Purchase, "1 AS one")} AS {alias})",
            "returnCount" => $"(SELECT {sql.Dialect.CountRows} FROM {Counted(sql, field, orders, Return, "1 AS one")} AS {alias})",
            "firstOrderOn" => $"(SELECT MIN({alias}.d) FROM {Counted(sql, field, orders, Purchase, "{day} AS d")} AS {alias})",
            "lastOrderOn" => $"(SELECT MAX({alias}.d) FROM {Counted(sql, field, orders, Purchase, "{day} AS d")} AS {alias})",
            "totalAmountBase" => $"COALESCE((SELECT {sql.Dialect.Sum(amount)} FROM {Counted(sql, field, orders, Purchase, Priced)} AS {alias}), 0)",
            "returnedAmountBase" => $"COALESCE((SELECT {sql.Dialect.Sum(amount)} FROM {Counted(sql, field, orders, Return, Priced)} AS {alias}), 0)",
            "ordersWithoutRate" => $"(SELECT {sql.Dialect.CountRows} FROM {Counted(sql, field, orders, $"{Purchase}, {Return}", Priced)} AS {alias} WHERE ({amount}) IS NULL)",
            var name => throw new InvalidOperationException($"{name} has no column and is no total."),
        };
    }

    /// <summary>Amount, currency and rate of an order.</summary>
    private const string Priced = "{amount} AS a, {currency} AS c, {rate} AS r";

    /// <summary>The customer's orders of some kinds that count, as a row source.</summary>
    /// <param name="shown">What it selects; day, amount, currency and rate stand in braces.</param>
    private static string Counted(SqlText sql, BoundField field, BoundOrders orders, string kinds, string shown)
    {
        var from = FilterSql.Open(sql, orders.Table);
        var day = sql.Dialect.LocalDay(FieldSql.Guarded(sql, orders.OrderedAt), sql.Name(orders.ZoneSlot));
        var currency = FieldSql.Guarded(sql, orders.Currency);
        var state = FieldSql.Guarded(sql, orders.State);
        var selected = shown.Replace("{day}", day, StringComparison.Ordinal)
            .Replace("{amount}", FieldSql.Guarded(sql, orders.Amount), StringComparison.Ordinal)
            .Replace("{rate}", shown.Contains("{rate}", StringComparison.Ordinal) ? Rate(sql, orders, currency, day) : "", StringComparison.Ordinal)
            .Replace("{currency}", currency, StringComparison.Ordinal);
        return sql.Part(() =>
        {
            sql.Add($"(SELECT {selected} FROM {from} WHERE ");
            FilterSql.WriteOwn(sql, orders.Table);
            sql.Add($" AND {FieldSql.Compared(sql, orders.Customer)} = {FieldSql.Column(field.Table, field.Table.Storage.Id)}");
            FilterSql.WriteMore(sql, orders.Customer.Clear);
            sql.Add($" AND {FieldSql.Guarded(sql, orders.Kind)} IN ({kinds}) AND ({state} IS NULL OR {state} NOT IN ({Uncounted})))");
        });
    }

    /// <summary>The newest rate to the base currency not after the day.</summary>
    private static string Rate(SqlText sql, BoundOrders orders, string currency, string day)
    {
        var table = sql.Tables.Of<ExchangeRate>();
        var alias = sql.NewAlias();
        string Column(string property) => $"{alias}.{SqlDialect.Quote(table[property].Name)}";

        return $"(SELECT {Column(nameof(ExchangeRate.Rate))} FROM {SqlDialect.Quote(table.Name)} AS {alias} WHERE "
            + sql.IsTenant(alias, table[nameof(ExchangeRate.TenantId)])
            + $" AND {Column(nameof(ExchangeRate.Base))} = {sql.Parameter(orders.BaseSlot)} AND {Column(nameof(ExchangeRate.Currency))} = {currency} AND {Column(nameof(ExchangeRate.Date))} <= {day}"
            + OrderSql.By(sql.Dialect, [new OrderKey(Column(nameof(ExchangeRate.Date)), Descending: true, IsNullable: false)])
            + sql.Dialect.First(1) + ")";
    }
}
