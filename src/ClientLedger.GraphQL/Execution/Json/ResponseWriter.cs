using ClientLedger.GraphQL.Execution.Levels;
using ClientLedger.GraphQL.Execution.Selecting;

namespace ClientLedger.GraphQL.Execution.Json;

/// <summary>Writes a complete execution as the answer (7.1): each value once.</summary>
internal readonly ref struct ResponseWriter(PooledBuffer output, OperationRun run)
{
    /// <summary><c>{"errors":[…],"data":…,"extensions":{…}}</c>, errors and extensions only when there are any.</summary>
    public static void Write(PooledBuffer output, OperationRun run, Dictionary<string, object?>? extensions)
    {
        output.WriteByte((byte)'{');
        if (run.Errors is { Count: > 0 } errors)
        {
            output.Write("\"errors\":"u8);
            output.WriteErrors(errors);
            output.WriteByte((byte)',');
        }

        output.Write("\"data\":"u8);
        if (run.Root is { } root)
        {
            new ResponseWriter(output, run).WriteObject(root, 0);
        }
        else
        {
            output.WriteNull();
        }

        if (extensions is not null)
        {
            output.Write(",\"extensions\":"u8);
            output.WriteFields(extensions);
        }

        output.WriteByte((byte)'}');
    }

    private void WriteObject(ObjectGroup group, int row)
    {
        var fields = group.Selection.Fields.AsSpan();
        var slot = row * fields.Length;
        output.WriteByte((byte)'{');
        for (var index = 0; index < fields.Length; index++)
        {
            // A preamble begins with the comma that parts the field from the one before.
            var field = fields[index];
            output.Write(index == 0 ? field.Preamble[1..] : field.Preamble);
            if (!field.IsTypeName)
            {
                WriteValue(ref group[slot + index]);
            }
        }

        output.WriteByte((byte)'}');
    }

    private void WriteValue(ref Slot slot)
    {
        switch (slot.Value)
        {
            case string text:
                output.WriteString(text);
                break;
            case Inline inline:
                WriteInline(inline.Kind, ref slot);
                break;
            case ObjectGroup group:
                WriteObject(group, slot.Start);
                break;
            case ItemStore items:
                WriteItems(items, slot.Start, slot.Count);
                break;
            default:
                output.WriteValue(slot.Value);
                break;
        }
    }

    private void WriteInline(InlineKind kind, ref Slot slot)
    {
        switch (kind)
        {
            case InlineKind.Int:
                output.WriteNumber(slot.Start);
                break;
            case InlineKind.Boolean:
                output.WriteBoolean(slot.Start != 0);
                break;
            case InlineKind.Double:
                output.WriteNumber(slot.Double);
                break;
            default:
                output.Write(run.Scratch.Slice(slot.Start, slot.Count));
                break;
        }
    }

    private void WriteItems(ItemStore items, int start, int count)
    {
        output.WriteByte((byte)'[');
        for (var index = start; index < start + count; index++)
        {
            if (index > start)
            {
                output.WriteByte((byte)',');
            }

            WriteValue(ref items[index]);
        }

        output.WriteByte((byte)']');
    }
}
