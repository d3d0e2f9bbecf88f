using System.Data.Common;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Answers;

/// <summary>Reads the groups of an aggregation.</summary>
internal sealed class AggregateReader(BoundAggregation aggregation, bool timesAreText)
{
    /// <summary>All groups, in the order of their keys.</summary>
    /// <exception cref="RefusedException">There are too many.</exception>
    public async Task<IReadOnlyList<AggregateGroup>> ReadAsync(LedgerConnection connection, SqlStatement statement, CancellationToken cancellationToken)
    {
        var groups = new List<AggregateGroup>();
        await using var reader = await connection.QueryAsync(statement, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (groups.Count == AggregateQuery.MostGroups)
            {
                throw new RefusedException(Refusal.Of(ReadMessages.TooManyGroups, ("most", AggregateQuery.MostGroups)));
            }

            groups.Add(new AggregateGroup(
                [.. aggregation.Keys.Select((key, i) => KeyAt(reader, i, key))],
                [.. aggregation.Measures.Select((measure, i) => ValueAt(reader, aggregation.Keys.Count + i, measure))]));
        }

        return groups;
    }

    private object? KeyAt(DbDataReader reader, int column, BoundGroupKey key)
    {
        var value = KeyValue.Read(reader, column, key.By is null ? key.Field.Kind : StoreKind.Date, timesAreText).ToObject();
        return key.Field.Field is { Type: FieldType.Boolean, Custom: true } && value is long flag ? flag != 0 : value;
    }

    private object? ValueAt(DbDataReader reader, int column, BoundMeasure measure)
    {
        if (measure.Function is MeasureFunction.Count or MeasureFunction.Distinct)
        {
            return reader.GetInt64(column);
        }

        var field = measure.Field!;
        var value = KeyValue.Read(reader, column, field.Kind, timesAreText || field.Field.Custom).ToObject();
        return value switch
        {
            long number when field.Field.Type.IsTenThousandths() || measure.Function == MeasureFunction.Average => TenThousandths.ToDecimal(number),
            string text => TimeOf(field.Field.Type, text),
            _ => value,
        };
    }

    /// <summary>A tenant's own times are kept as text everywhere.</summary>
    private static object TimeOf(FieldType type, string text) =>
        new KeyValue(type == FieldType.Date ? StoreKind.Date : StoreKind.Moment, IsNull: false, 0, text).ToObject()!;
}
