using System.Text;
using System.Text.Json;

namespace ClientLedger.Reading.Answers;

/// <summary>Picks the custom fields that a row shows out of its JSON document, in one pass and without taking the rest apart.</summary>
internal sealed class CustomValues
{
    private readonly List<byte[]> names = [];
    private (int Start, int Length)[] found = [];
    private byte[] document = [];

    /// <summary>One more field to pick; its place.</summary>
    public int Add(string name)
    {
        names.Add(Encoding.UTF8.GetBytes(name));
        found = new (int, int)[names.Count];
        return names.Count - 1;
    }

    /// <summary>The JSON of a field's value in the row that was read last; empty when there is none.</summary>
    public ReadOnlySpan<byte> this[int place] => document.AsSpan(found[place].Start, found[place].Length);

    /// <summary>Reads the next row's document, or null.</summary>
    public void Read(string? json)
    {
        Array.Clear(found);
        if (json is null)
        {
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(json.Length);
        if (document.Length < most)
        {
            document = new byte[most];
        }

        Find(document.AsSpan(0, Encoding.UTF8.GetBytes(json, document)));
    }

    private void Find(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = -1;
            for (var i = 0; i < names.Count; i++)
            {
                if (reader.ValueTextEquals(names[i]))
                {
                    if (start < 0)
                    {
                        reader.Read();
                        start = (int)reader.TokenStartIndex;
                        reader.Skip();
                    }

                    found[i] = (start, (int)reader.BytesConsumed - start);

                    // The same field may be shown under two keys.
                    for (var same = i + 1; same < names.Count; same++)
                    {
                        found[same] = names[same].AsSpan().SequenceEqual(names[i]) ? found[i] : found[same];
                    }

                    break;
                }
            }

            if (start < 0)
            {
                reader.Skip();
            }
        }
    }
}
