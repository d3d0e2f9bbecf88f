using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Reading;

namespace ClientLedger.TestKit.Plain;

/// <summary>What records come to, by groups. Texts that fold alike are one group, which is shown here by what they fold to.</summary>
public static class PlainGroups
{
    /// <summary>All groups in the order of their keys, without a limit.</summary>
    public static IReadOnlyList<AggregateGroup> Of(PlainSight sight, AggregateQuery query)
    {
        var rows = PlainQueries.Rows(sight, new LedgerQuery(query.Entity) { Where = query.Where });
        if (query.GroupBy.Count == 0)
        {
            return [Group(sight, query, [], rows)];
        }

        var groups = new List<(object?[] Keys, List<PlainRecord> Rows)>();
        foreach (var row in rows)
        {
            object?[] keys = [.. query.GroupBy.Select(key => Key(sight, key, row))];
            var at = groups.FindIndex(group => group.Keys.SequenceEqual(keys));
            if (at < 0)
            {
                at = groups.Count;
                groups.Add((keys, []));
            }

            groups[at].Rows.Add(row);
        }

        groups.Sort((a, b) => a.Keys.Zip(b.Keys, Compare).FirstOrDefault(order => order != 0));
        return [.. groups.Select(group => Group(sight, query, group.Keys, group.Rows))];
    }

    /// <summary>A value of a key as groups are told apart by it.</summary>
    public static object? Folded(FieldDescriptor field, object? value) => field.Type == FieldType.Text && value is string text ? FoldedText.Key(text) : value;

    private static int Compare(object? a, object? b) => (a, b) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string x, string y) => FoldedText.Compare(x, y),
        _ => Comparer<object>.Default.Compare(a, b),
    };

    private static object? Key(PlainSight sight, GroupKey key, PlainRecord row)
    {
        var field = sight.Entity(row.Entity).Find(key.Field)!;
        return sight.Clear(row, key.Field) switch
        {
            DateOnly day => PlainPeriods.StartOf(key.By ?? PeriodUnit.Day, day),
            DateTime moment => PlainPeriods.StartOf(key.By ?? PeriodUnit.Day, PlainPeriods.DateIn(sight.Scope.Settings.Zone, moment)),
            var value => Folded(field, value),
        };
    }

    private static AggregateGroup Group(PlainSight sight, AggregateQuery query, IReadOnlyList<object?> keys, List<PlainRecord> rows) =>
        new(keys, [.. query.Measures.Select(measure => Figure(sight, query.Entity, measure, rows))]);

    private static object? Figure(PlainSight sight, string entity, Measure measure, List<PlainRecord> rows)
    {
        if (measure.Field is not { } name)
        {
            return (long)rows.Count;
        }

        var field = sight.Entity(entity).Find(name)!;
        var values = rows.Select(row => sight.Clear(row, name)).OfType<object>().ToList();
        return measure.Function switch
        {
            MeasureFunction.Distinct => (long)values.Select(value => field.Type.HasFoldedKey() ? FoldedText.Key((string)value) : value).Distinct().Count(),
            MeasureFunction.Sum when field.Type == FieldType.Integer => values.Sum(value => (long)value),
            MeasureFunction.Sum => values.Sum(PlainValues.Number),
            MeasureFunction.Minimum => values.Min(),
            MeasureFunction.Maximum => values.Max(),
            MeasureFunction.Average => values.Count == 0 ? null : decimal.Truncate(values.Sum(PlainValues.Number) / values.Count * 10_000m) / 10_000m,
            MeasureFunction.Percentile => values.Count == 0 ? null : values.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(measure.Percent!.Value * values.Count / 100) - 1)),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure.Function, "An unknown function."),
        };
    }
}
