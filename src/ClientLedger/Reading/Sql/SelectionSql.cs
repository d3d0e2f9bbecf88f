using ClientLedger.Reading.Binding;

namespace ClientLedger.Reading.Sql;

/// <summary>Gives what rows show its columns.</summary>
internal static class SelectionSql
{
    /// <summary>Places what a list's rows show, and what the list itself needs of them.</summary>
    public static void Place(BoundLevel level, ColumnPlaces columns, LevelExpressions expressions)
    {
        level.IdColumn = columns.Of(level, static (_, level) => FieldSql.Column(level.Table, level.Table.Storage.Id));
        level.ParentColumn = expressions.Parent is null ? -1 : columns.Of(expressions, static (_, each) => each.Parent!);
        level.CountColumn = expressions.Count is null ? -1 : columns.Of(expressions, static (_, each) => each.Count!);
        for (var i = 0; level.HasCursors && i < level.KeyColumns.Length; i++)
        {
            level.KeyColumns[i] = columns.Of((expressions, i), static (_, each) => each.expressions.Keys[each.i]);
        }

        foreach (var form in level.Forms)
        {
            Place(form, form.Select, columns);
        }
    }

    /// <summary>Everything that rows show, within objects of the same row too.</summary>
    public static IEnumerable<BoundSelection> AllIn(IEnumerable<BoundSelection> select) =>
        select.SelectMany(selection => selection is BoundGroup group ? AllIn(group.Select) : [selection]);

    private static void Place(BoundRow row, IEnumerable<BoundSelection> select, ColumnPlaces columns)
    {
        foreach (var selection in select)
        {
            switch (selection)
            {
                case BoundValue value:
                    Place(value, columns);
                    break;
                case BoundReferenceSelection reference:
                    columns.Join(reference);
                    reference.Column = columns.Of(reference.Target.Table, static (_, table) => FieldSql.Column(table, table.Storage.Id));
                    Place(reference.Target, reference.Target.Select, columns);
                    break;
                case BoundChildrenSelection children:
                    children.Column = columns.Of(row.Table, static (_, table) => FieldSql.Column(table, table.Storage.Id));
                    children.TotalColumn = children.Total is null ? -1 : Place(children.Total, columns);
                    break;
                case BoundAggregateSelection aggregate:
                    aggregate.Column = Place(aggregate.Aggregate, columns);
                    break;
                case BoundGroup group:
                    Place(row, group.Select, columns);
                    break;
                case BoundTimeline timeline:
                    Place(row, timeline.Lists, columns);
                    break;
                case BoundText or BoundCursor or BoundMoment:
                    break;
                default:
                    throw new ArgumentException($"{selection.GetType()} is no bound selection.", nameof(select));
            }
        }
    }

    private static int Place(BoundAggregate aggregate, ColumnPlaces columns) =>
        columns.Of(aggregate, static (sql, aggregate) => sql.Part(() => AggregateSql.Write(sql, aggregate)));

    private static void Place(BoundValue value, ColumnPlaces columns)
    {
        if (value.Custom >= 0)
        {
            value.Column = value.Row.CustomColumn = columns.Of(value, static (_, value) => FieldSql.Column(value.Row.Table, value.Row.Table.Storage.Custom));
        }
        else if (value.Computed is { } computed)
        {
            value.Column = columns.Of(computed, static (sql, field) => FieldSql.Compared(sql, field));
        }
        else
        {
            value.Column = columns.Of(value, static (_, value) => FieldSql.Column(value.Row.Table, value.Row.Table.Storage[value.Ordinal]!.Value));
        }

        value.ClearColumn = Place(value.Clear, columns);
        value.MaskedColumn = Place(value.Masked, columns);
    }

    /// <summary>A column of 0 and 1 that says on which rows; none when that needs no asking.</summary>
    private static int Place(Shown shown, ColumnPlaces columns) => shown is { Ever: true, Rows: { } rows }
        ? columns.Of(rows, static (sql, rows) => sql.Part(() =>
        {
            sql.Add("CASE WHEN ");
            FilterSql.Write(sql, rows);
            sql.Add(" THEN 1 ELSE 0 END");
        }))
        : -1;
}

/// <summary>What a list needs of its rows besides what they show.</summary>
/// <param name="Keys">Values of the order's keys, for cursors.</param>
/// <param name="Parent">Id of the parent.</param>
/// <param name="Count">How many rows the whole statement has.</param>
internal sealed record LevelExpressions(IReadOnlyList<string> Keys, string? Parent, string? Count);
