using ClientLedger.Reading.Binding;

namespace ClientLedger.Reading.Sql;

/// <summary>
/// Gives each thing that a statement selects its column. Writing a statement records the columns; a query of the same shape is given the recorded
/// ones, in the same order.
/// </summary>
internal abstract class ColumnPlaces
{
    public abstract int Of<T>(T what, Func<SqlText, T, string> write);

    /// <summary>Brings the record that a reference names into the statement.</summary>
    public abstract void Join(BoundReferenceSelection reference);
}

/// <summary>Columns while a statement is written.</summary>
internal sealed class WrittenColumns(SqlText sql) : ColumnPlaces
{
    private readonly List<string> expressions = [];
    private readonly List<string> joins = [];

    /// <summary>The places in the order in which they were asked for.</summary>
    public List<int> Places { get; } = [];

    /// <summary>The list of a SELECT.</summary>
    public string List => string.Join(", ", expressions);

    public IReadOnlyList<string> Joins => joins;

    public override int Of<T>(T what, Func<SqlText, T, string> write)
    {
        var expression = write(sql, what);
        var place = expressions.IndexOf(expression);
        if (place < 0)
        {
            place = expressions.Count;
            expressions.Add(expression);
        }

        Places.Add(place);
        return place;
    }

    public override void Join(BoundReferenceSelection reference)
    {
        var target = reference.Target.Table;
        joins.Add(sql.Part(() =>
        {
            sql.Add(" LEFT JOIN ").Add(FilterSql.Open(sql, target)).Add(" ON ");
            FilterSql.WriteOwn(sql, target);
            sql.Add($" AND {FieldSql.Column(target, target.Storage.Id)} = {FieldSql.Compared(sql, reference.Reference)}");
            FilterSql.WriteMore(sql, reference.Reference.Clear);
        }));
    }
}

/// <summary>Columns of a statement that was written for another query of the same shape.</summary>
internal sealed class KnownColumns(IReadOnlyList<int> places) : ColumnPlaces
{
    private int next;

    public override int Of<T>(T what, Func<SqlText, T, string> write) => places[next++];

    public override void Join(BoundReferenceSelection reference)
    {
    }
}
