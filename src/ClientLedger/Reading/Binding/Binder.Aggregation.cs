using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Binding;

/// <content>What records come to, all together or by groups.</content>
internal sealed partial class Binder
{
    /// <summary>Whether records can be grouped by a field: its values are few as a rule.</summary>
    public static bool IsGroupable(FieldDescriptor field) => field is { Several: false, Sensitivity: not Sensitivity.Sensitive } && field.Type switch
    {
        FieldType.Choice or FieldType.Boolean or FieldType.Reference or FieldType.Person or FieldType.Integer => field.Name != SystemFields.Id,
        FieldType.Text or FieldType.Date or FieldType.Moment => true,
        _ => false,
    };

    /// <summary>Binds an aggregation.</summary>
    public BoundAggregation Aggregation(AggregateQuery query)
    {
        Shape.Add('G').Add(query.Where is null ? '0' : '1').Add(query.GroupBy.Count).Add(query.Measures.Count);
        if (query.GroupBy.Count > AggregateQuery.MostKeys)
        {
            throw Refused(Refusal.Of(ReadMessages.TooManyGroupKeys, ("most", AggregateQuery.MostKeys)));
        }

        var table = Table(Entity(query.Entity));
        var where = query.Where is null ? null : Filter(table, query.Where);
        return new BoundAggregation(
            new BoundLevel(table, where, [], 1),
            [.. query.GroupBy.Select(key => Grouped(table, key))],
            [.. query.Measures.Select(measure => Measured(table, measure))]);
    }

    private BoundGroupKey Grouped(BoundTable table, GroupKey key)
    {
        Enter();
        var field = Field(table, key.Field);
        var isTime = field.Field.Type is FieldType.Date or FieldType.Moment;
        if (!IsGroupable(field.Field) || (key.By is not null && !isTime))
        {
            throw Refused(Refusal.Of(ReadMessages.NotGroupable, ("field", field.Field.Label)), key.Field);
        }

        Leave();
        PeriodUnit? by = isTime ? key.By ?? PeriodUnit.Day : null;
        Shape.Add(by is { } unit ? (char)('0' + (int)unit) : '-');
        return new BoundGroupKey(field, by, field.Field.Type == FieldType.Moment ? Shape.Slot(StoreKind.Text, dialect.ZoneName(scope.Settings.Zone)) : -1)
        {
            TextSlot = field.Field is { Custom: true, Type: FieldType.Text } ? Shape.Slot(StoreKind.Text, dialect.CustomProperty(field.Field.Name)) : -1,
        };
    }

    private BoundMeasure Measured(BoundTable table, Measure measure)
    {
        Enter();
        Shape.Add((char)('A' + (int)measure.Function));
        if (measure.Field is null != (measure.Function == MeasureFunction.Count))
        {
            throw Refused(Refusal.Of(ReadMessages.AggregateField, ("relation", table.Entity.Label), ("function", measure.Function)), measure.Field);
        }

        var field = measure.Field is null ? null : Field(table, measure.Field);
        if (field is not null && !Fits(measure.Function, field.Field))
        {
            throw Refused(Refusal.Of(ReadMessages.NotAggregable, ("field", field.Field.Label), ("function", measure.Function)), measure.Field);
        }

        Leave();
        return new BoundMeasure(measure.Function, field, measure.Function == MeasureFunction.Percentile ? Shape.Slot(StoreKind.Int64, Hundredths(measure)) : -1);
    }

    private static bool Fits(MeasureFunction function, FieldDescriptor field) => function switch
    {
        MeasureFunction.Distinct => field is { Several: false, Sensitivity: not Sensitivity.Sensitive } && field.Type != FieldType.LongText,
        MeasureFunction.Sum or MeasureFunction.Average => field.IsSummable,
        _ => field.IsSummable || field is { Type: FieldType.Date or FieldType.Moment, Several: false, Sensitivity: not Sensitivity.Sensitive },
    };

    private static long Hundredths(Measure measure) =>
        measure.Percent is { } percent and >= 0 and <= 100 && decimal.Round(percent, 2) == percent
            ? (long)(percent * 100)
            : throw Refused(Refusal.Of(ReadMessages.PercentOutOfRange, ("percent", measure.Percent)), measure.Field);
}
