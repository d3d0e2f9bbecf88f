using System.Globalization;
using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>One reference to the field index in a statement.</summary>
internal sealed class FieldIndexSql
{
    private readonly SqlText sql;
    private readonly PlainTable table;
    private readonly string alias;

    public FieldIndexSql(SqlText sql)
    {
        this.sql = sql;
        table = sql.Tables.Of<FieldIndex>();
        alias = sql.NewAlias();
    }

    /// <summary>The table under its alias.</summary>
    public string Source => $"{SqlDialect.Quote(table.Name)} AS {alias}";

    public string RecordId => Column(nameof(FieldIndex.RecordId));

    /// <summary>The columns that hold values, in the order of the index.</summary>
    public IReadOnlyList<string> Values => [Column(nameof(FieldIndex.Text)), Column(nameof(FieldIndex.Number)), Column(nameof(FieldIndex.Moment))];

    /// <summary>The column that holds values of a kind.</summary>
    public string Value(StoreKind kind) => Column(kind switch
    {
        StoreKind.Int64 => nameof(FieldIndex.Number),
        StoreKind.Moment => nameof(FieldIndex.Moment),
        _ => nameof(FieldIndex.Text),
    });

    /// <summary>The condition that rows are the tenant's and of the field, whose column alone holds anything.</summary>
    public string IsOf(BoundField field)
    {
        var id = field.IdSlot >= 0 ? sql.Parameter(field.IdSlot) : field.Field.Id.ToString(CultureInfo.InvariantCulture);
        var kind = Binder.IndexKind(field.Field);
        var before = kind switch
        {
            StoreKind.Int64 => $" AND {Column(nameof(FieldIndex.Text))} IS NULL",
            StoreKind.Moment => $" AND {Column(nameof(FieldIndex.Text))} IS NULL AND {Column(nameof(FieldIndex.Number))} IS NULL",
            _ => "",
        };
        return $"{sql.IsTenant(alias, table[nameof(FieldIndex.TenantId)])} AND {Column(nameof(FieldIndex.FieldId))} = {id}{before}";
    }

    private string Column(string property) => $"{alias}.{SqlDialect.Quote(table[property].Name)}";
}
