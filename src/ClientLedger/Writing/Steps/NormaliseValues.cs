using ClientLedger.Fields;
using ClientLedger.Fields.Values;

namespace ClientLedger.Writing.Steps;

/// <summary>Turns raw values into canonical ones and checks what a descriptor says of a single value. References by name wait for the database.</summary>
internal sealed class NormaliseValues : IWriteStep
{
    public Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        foreach (var row in batch.Rows)
        {
            row.Values = new object?[row.Ordinals.Count];
            for (var i = 0; i < row.Values.Length; i++)
            {
                var ordinal = row.Ordinals[i];
                if (ordinal >= 0)
                {
                    row.Values[i] = Normalise(batch, row, row.Entity.Fields[ordinal], row.Change.Values.Values[i]);
                }
            }
        }

        return Task.CompletedTask;
    }

    private static object? Normalise(WriteBatch batch, RowWork row, FieldDescriptor field, object? raw)
    {
        if (raw is RecordReference && field.Type == FieldType.Reference)
        {
            return raw;
        }

        if (!FieldParser.TryParse(field, raw, batch.Scope.Schema, batch.Scope.Settings, out var canonical, out var refusal))
        {
            row.Refuse(refusal with { Field = field.Name });
            return null;
        }

        if (FieldLimits.Check(field, canonical) is { } beyond)
        {
            row.Refuse(beyond with { Field = field.Name });
        }

        return canonical;
    }
}
