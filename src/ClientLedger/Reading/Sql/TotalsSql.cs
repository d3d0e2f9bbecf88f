using ClientLedger.Fields;
using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>Totals of a customer's orders, which stand in a table beside the customers: one row for each that has any.</summary>
internal static class TotalsSql
{
    private const string Table = "CustomerTotals";
    private const string Customer = "CustomerId";

    public static string Of(SqlText sql, BoundField field)
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
}
