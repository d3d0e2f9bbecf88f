using System.Buffers;

namespace ClientLedger.Reading.Answers;

/// <summary>Records by their ids, each as JSON.</summary>
internal sealed class RecordRows(IReadOnlyList<HeldList> read, ListWriter writer)
{
    /// <summary>Writes a record, or null where the caller sees none of that id.</summary>
    public void Write(IBufferWriter<byte> output, long id)
    {
        foreach (var list in read)
        {
            if (list[id] is { Count: > 0 } page)
            {
                list.Forms[0].WriteTo(output, page.First, writer);
                return;
            }
        }

        output.Write("null"u8);
    }

    /// <summary>Whether the caller sees the record.</summary>
    public bool Has(long id) => read.Any(list => list[id].Count > 0);
}
