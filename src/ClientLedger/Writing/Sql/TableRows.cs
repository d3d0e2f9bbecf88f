using ClientLedger.Storage;

namespace ClientLedger.Writing.Sql;

/// <summary>Rows for one table, column by column, so that a provider can send each column as one array without boxing.</summary>
public sealed class TableRows
{
    private readonly List<RowColumn> columns = [];

    /// <summary>An empty batch for a table of that name.</summary>
    public TableRows(string table) => Table = table;

    public string Table { get; }

    public IReadOnlyList<RowColumn> Columns => columns;

    /// <summary>How many rows; every column has as many values.</summary>
    public int Count => columns.Count == 0 ? 0 : columns[0].Count;

    /// <summary>Adds a column; its values are added row by row.</summary>
    public RowColumn<T> Add<T>(StoreColumn column)
    {
        var added = new RowColumn<T>(column);
        columns.Add(added);
        return added;
    }

    /// <summary>Adds a column whose CLR type follows from its kind.</summary>
    public RowColumn Add(StoreColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Kind switch
        {
            StoreKind.Int32 => Add<int?>(column),
            StoreKind.Int64 => Add<long?>(column),
            StoreKind.Boolean => Add<bool?>(column),
            StoreKind.Date => Add<DateOnly?>(column),
            StoreKind.Moment => Add<DateTime?>(column),
            StoreKind.Bytes => Add<byte[]?>(column),
            StoreKind.Text or StoreKind.Json => Add<string?>(column),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column.Kind, "Unknown store kind."),
        };
    }
}

/// <summary>The values of one column of a batch.</summary>
public abstract class RowColumn(StoreColumn column)
{
    public StoreColumn Column { get; } = column;

    public abstract int Count { get; }

    /// <summary>Appends a value in the CLR type of the column's kind, or null.</summary>
    public abstract void AddValue(object? value);

    /// <summary>Whether all rows have the same value.</summary>
    public abstract bool IsUniform { get; }

    /// <summary>The value of a row, boxed.</summary>
    public abstract object? ValueAt(int row);

    /// <summary>All values, as an array of the column's CLR type.</summary>
    public abstract Array ToArray();
}

/// <summary>The values of one column of a batch, in their CLR type.</summary>
public sealed class RowColumn<T>(StoreColumn column) : RowColumn(column)
{
    private readonly List<T> values = [];

    public override int Count => values.Count;

    public override bool IsUniform => values.TrueForAll(value => EqualityComparer<T>.Default.Equals(value, values[0]));

    public T this[int row] => values[row];

    /// <summary>Appends a value.</summary>
    public void Add(T value) => values.Add(value);

    public override void AddValue(object? value) => values.Add((T)value!);

    public override object? ValueAt(int row) => values[row];

    public override Array ToArray() => values.ToArray();
}
