using System.Globalization;
using ClientLedger.Fields;
using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Sql;

/// <summary>
/// Writes the statement of an aggregation: what is needed of each record first, since not every provider adds up what a subquery says, then the groups.
/// </summary>
internal static class AggregationSql
{
    /// <summary>The columns: of each key what it is told apart by, or its text; then the measures. Groups come in the order of their keys.</summary>
    public static PlannedStatement Write(SqlDialect dialect, LedgerTables tables, BoundAggregation aggregation)
    {
        var sql = new SqlText(dialect, tables);
        var table = aggregation.Level.Table;
        var from = FilterSql.Open(sql, table);
        List<string> keys = [.. aggregation.Keys.Select((_, i) => $"\"g{i}\"")];
        sql.Add($"SELECT {string.Join(", ", Shown(sql, aggregation))} FROM (");
        var ranked = aggregation.Measures.Any(measure => measure.Function == MeasureFunction.Percentile);
        if (ranked)
        {
            sql.Add($"SELECT r.*{string.Concat(aggregation.Measures.Select((measure, i) => measure.Function == MeasureFunction.Percentile ? Rank(sql, keys, i) : ""))} FROM (");
        }

        sql.Add($"SELECT {string.Join(", ", Needed(sql, aggregation))} FROM {from} WHERE ");
        FilterSql.WriteOwn(sql, table);
        FilterSql.WriteMore(sql, aggregation.Level.Where);
        sql.Add(ranked ? ") AS r) AS r" : ") AS r");
        if (keys.Count > 0)
        {
            sql.Add($" GROUP BY {string.Join(", ", keys)}")
                .Add(OrderSql.By(dialect, keys.Select(key => new OrderKey(key, Descending: false, IsNullable: true))))
                .Add(dialect.First(AggregateQuery.MostGroups + 1));
        }

        return sql.ToStatement();
    }

    /// <summary>What is needed of each record: the keys, the texts that they are shown by, the fields of the measures.</summary>
    private static IEnumerable<string> Needed(SqlText sql, BoundAggregation aggregation)
    {
        yield return "1 AS \"one\"";
        foreach (var (i, key) in aggregation.Keys.Index())
        {
            yield return $"{KeyOf(sql, key)} AS \"g{i}\"";
            if (key.Field.Field.Type == FieldType.Text)
            {
                yield return $"{Guarded(sql, key.Field, TextOf(sql, key))} AS \"t{i}\"";
            }
        }

        foreach (var (i, measure) in aggregation.Measures.Index())
        {
            if (measure.Field is { } field)
            {
                yield return $"{FieldSql.Guarded(sql, field)} AS \"m{i}\"";
            }
        }
    }

    private static IEnumerable<string> Shown(SqlText sql, BoundAggregation aggregation) =>
    [
        .. aggregation.Keys.Select((key, i) => key.Field.Field.Type == FieldType.Text ? $"MIN(\"t{i}\")" : $"\"g{i}\""),
        .. aggregation.Measures.Select((measure, i) => Figure(sql, measure, $"\"m{i}\"", i)),
        .. aggregation.Keys.Count + aggregation.Measures.Count == 0 ? [sql.Dialect.CountRows] : (string[])[],
    ];

    private static string KeyOf(SqlText sql, BoundGroupKey key)
    {
        if (key.By is not { } unit)
        {
            return FieldSql.Guarded(sql, key.Field);
        }

        var compared = key.Field.Field.Custom
            ? sql.Dialect.CustomTime(CustomOf(key.Field), sql.Name(key.Field.NameSlot), key.ZoneSlot < 0 ? StoreKind.Date : StoreKind.Moment)
            : FieldSql.Compared(sql, key.Field);
        var day = key.ZoneSlot < 0 ? compared : sql.Dialect.LocalDay(compared, sql.Name(key.ZoneSlot));
        return Guarded(sql, key.Field, unit == PeriodUnit.Day ? day : sql.Dialect.StartOf(day, unit));
    }

    /// <summary>The text that a group is shown by.</summary>
    private static string TextOf(SqlText sql, BoundGroupKey key) => key.TextSlot < 0
        ? FieldSql.Presence(sql, key.Field)
        : sql.Dialect.Custom(CustomOf(key.Field), sql.Name(key.TextSlot), StoreKind.Text);

    private static string CustomOf(BoundField field) => FieldSql.Column(field.Table, field.Table.Storage.Custom);

    private static string Guarded(SqlText sql, BoundField field, string value) =>
        field.Clear is null ? value : $"CASE WHEN {sql.Part(() => FilterSql.Write(sql, field.Clear))} THEN {value} END";

    private static string Figure(SqlText sql, BoundMeasure measure, string value, int at) => measure.Function switch
    {
        MeasureFunction.Count => sql.Dialect.CountRows,
        MeasureFunction.Distinct => sql.Dialect.CountOf($"DISTINCT {value}"),
        MeasureFunction.Sum => $"COALESCE({sql.Dialect.Sum(value)}, 0)",
        MeasureFunction.Minimum => $"MIN({value})",
        MeasureFunction.Maximum => $"MAX({value})",

        // As AggregateSql: whole numbers become ten-thousandths, and the division cuts toward zero.
        MeasureFunction.Average when measure.Field!.Field.Type == FieldType.Integer => $"{sql.Dialect.Sum(value)} * 10000 / NULLIF({sql.Dialect.CountOf(value)}, 0)",
        MeasureFunction.Average => $"{sql.Dialect.Sum(value)} / NULLIF({sql.Dialect.CountOf(value)}, 0)",

        // The nearest rank: the first value at or behind the share of all.
        _ => $"MIN(CASE WHEN {value} IS NOT NULL AND \"n{at}\" * 10000 >= {sql.Parameter(measure.PercentSlot)} * \"c{at}\" THEN {value} END)",
    };

    /// <summary>The rank of a value among those of its group, and how many these are. Records without a value are ranked apart.</summary>
    private static string Rank(SqlText sql, List<string> keys, int at)
    {
        var value = string.Create(CultureInfo.InvariantCulture, $"\"m{at}\"");
        var group = keys.Count == 0 ? "" : $"PARTITION BY {string.Join(", ", keys)}";
        var among = string.Join(", ", [.. keys, $"CASE WHEN {value} IS NULL THEN 1 ELSE 0 END"]);
        return $", ROW_NUMBER() OVER (PARTITION BY {among} ORDER BY {value}) AS \"n{at}\", {sql.Dialect.CountOf(value)} OVER ({group}) AS \"c{at}\"";
    }
}
