using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using ClientLedger.Reading.Binding;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Answers;

/// <summary>Writes rows as JSON objects.</summary>
internal sealed class RowWriter(ValueWriter values, PlaceReader places)
{
    public PlaceReader Places => places;

    /// <summary>Writes the row on which the reader stands. Where lists belong that are read later, a null keeps the place.</summary>
    /// <param name="rows">Takes the row, and takes down these places.</param>
    public void Write(HeldRows rows, DbDataReader reader, BoundRow row)
    {
        if (row.CustomColumn >= 0)
        {
            row.Custom.Read(reader.IsDBNull(row.CustomColumn) ? null : reader.GetString(row.CustomColumn));
        }

        Write(rows, reader, row.Select);
    }

    /// <inheritdoc cref="PlaceReader.Read"/>
    public ListPlace PlaceOf(DbDataReader reader, BoundLevel level, KeyValue[]? into) => places.Read(reader, level, into);

    private void Write(HeldRows rows, DbDataReader reader, IReadOnlyList<BoundSelection> select)
    {
        var writer = rows.Writer;
        writer.WriteStartObject();
        for (var i = 0; i < select.Count; i++)
        {
            switch (select[i])
            {
                case BoundValue value:
                    values.Write(writer, reader, value);
                    break;
                case BoundReferenceSelection reference:
                    WriteReference(rows, reader, reference);
                    break;
                case BoundChildrenSelection children:
                    writer.WritePropertyName(children.Key);
                    writer.WriteNullValue();
                    rows.KeepPlace(children, reader.GetInt64(children.Column), children.TotalColumn < 0 ? null : reader.GetInt64(children.TotalColumn));
                    break;
                case BoundTimeline timeline:
                    writer.WritePropertyName(timeline.Key);
                    writer.WriteNullValue();
                    rows.KeepPlace(timeline, reader.GetInt64(timeline.Lists[0].Column), total: null);
                    break;
                case BoundAggregateSelection aggregate:
                    values.Write(writer, reader, aggregate);
                    break;
                case BoundText text:
                    writer.WriteString(text.Key, text.Text);
                    break;
                case BoundCursor cursor:
                    writer.WriteString(cursor.Key, places.Tell(cursor.Level, places.Read(reader, cursor.Level)));
                    break;
                case BoundMoment moment:
                    writer.WritePropertyName(moment.Key);
                    WriteMoment(writer, places.MomentOf(places.Read(reader, moment.Level)));
                    break;
                case BoundGroup group:
                    writer.WritePropertyName(group.Key);
                    Write(rows, reader, group.Select);
                    break;
                default:
                    throw new ArgumentException($"{select[i].GetType()} is no bound selection.", nameof(select));
            }
        }

        writer.WriteEndObject();
    }

    private void WriteReference(HeldRows rows, DbDataReader reader, BoundReferenceSelection reference)
    {
        rows.Writer.WritePropertyName(reference.Key);
        if (reader.IsDBNull(reference.Column))
        {
            rows.Writer.WriteNullValue();
        }
        else
        {
            Write(rows, reader, reference.Target);
        }
    }

    private static void WriteMoment(Utf8JsonWriter writer, DateTime? moment)
    {
        if (moment is { } at)
        {
            writer.WriteStringValue(at.ToString(StoredJson.MomentFormat, CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
