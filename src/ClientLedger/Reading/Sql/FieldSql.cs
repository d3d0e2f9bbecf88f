using ClientLedger.Fields;
using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>Fields as expressions.</summary>
internal static class FieldSql
{
    /// <summary>What a field is compared and sorted by; null on the rows where it isn't clear.</summary>
    public static string Guarded(SqlText sql, BoundField field) => field.Clear is null
        ? Compared(sql, field)
        : $"CASE WHEN {sql.Part(() => FilterSql.Write(sql, field.Clear))} THEN {Compared(sql, field)} END";

    /// <summary>What a field is compared and sorted by, on every row.</summary>
    public static string Compared(SqlText sql, BoundField field)
    {
        if (field.Field.Custom)
        {
            return Custom(sql, field, field.NameSlot);
        }

        return field.Table.Storage[field.Ordinal] is { } columns
            ? Column(field.Table, columns.Key ?? columns.Value)
            : TotalsSql.Of(sql, field);
    }

    /// <summary>The column or property whose being null means that the field is empty.</summary>
    public static string Presence(SqlText sql, BoundField field)
    {
        if (!field.Field.Custom)
        {
            return field.Table.Storage[field.Ordinal] is { } columns ? Column(field.Table, columns.Value) : TotalsSql.Of(sql, field);
        }

        return field.Field.Several
            ? sql.Dialect.CustomPresence(Column(field.Table, field.Table.Storage.Custom), sql.Name(field.NameSlot))
            : Custom(sql, field, field.NameSlot);
    }

    /// <summary>A keyed hash of a sensitive field.</summary>
    public static string Hash(SqlText sql, BoundField field, bool ofTail)
    {
        if (field.Field.Custom)
        {
            return sql.Dialect.Custom(Column(field.Table, field.Table.Storage.Custom), sql.Name(field.NameSlot), StoreKind.Text);
        }

        var columns = field.Table.Storage[field.Ordinal]!;
        return Column(field.Table, ofTail ? columns.Tail! : columns.Hash!);
    }

    public static string Column(BoundTable table, StoreColumn column) => $"{table.Alias}.{SqlDialect.Quote(column.Name)}";

    private static string Custom(SqlText sql, BoundField field, int nameSlot)
    {
        var json = Column(field.Table, field.Table.Storage.Custom);
        return field.Field.Type == FieldType.Boolean
            ? sql.Dialect.CustomBoolean(json, sql.Name(nameSlot))
            : sql.Dialect.Custom(json, sql.Name(nameSlot), field.Kind);
    }
}
