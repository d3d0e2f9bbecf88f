using System.Data.Common;
using System.Text.Json;
using ClientLedger.Reading.Binding;

namespace ClientLedger.Reading.Answers;

/// <summary>Writes rows as JSON objects.</summary>
internal sealed class RowWriter(ValueWriter values)
{
    /// <summary>Writes the row on which the reader stands. Where lists belong that are read later, a null keeps the place.</summary>
    /// <param name="rows">Takes down these places; null when the rows hold no lists.</param>
    public void Write(Utf8JsonWriter writer, DbDataReader reader, BoundRow row, HeldRows? rows)
    {
        if (row.CustomColumn >= 0)
        {
            row.Custom.Read(reader.IsDBNull(row.CustomColumn) ? null : reader.GetString(row.CustomColumn));
        }

        writer.WriteStartObject();
        foreach (var selection in row.Select)
        {
            switch (selection)
            {
                case BoundValue value:
                    values.Write(writer, reader, value);
                    break;
                case BoundReferenceSelection reference:
                    writer.WritePropertyName(reference.Key);
                    if (reader.IsDBNull(reference.Column))
                    {
                        writer.WriteNullValue();
                    }
                    else
                    {
                        Write(writer, reader, reference.Target, rows);
                    }

                    break;
                case BoundChildrenSelection children:
                    writer.WritePropertyName(children.Key);
                    writer.WriteNullValue();
                    rows!.KeepPlace(writer, children, reader.GetInt64(children.Column));
                    break;
                case BoundAggregateSelection aggregate:
                    values.Write(writer, reader, aggregate);
                    break;
                default:
                    throw new ArgumentException($"{selection.GetType()} is no bound selection.", nameof(row));
            }
        }

        writer.WriteEndObject();
    }
}
