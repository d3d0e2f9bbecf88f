namespace ClientLedger.GraphQL.Language;

/// <summary>
/// Gives equal names of a document the same string. It looks at few places for a name and otherwise makes a new string: names chosen to collide cost memory, not time.
/// </summary>
internal sealed class NameTable
{
    private const int MostProbes = 6;

    private string?[] slots = new string?[64];
    private int count;

    public string Get(ReadOnlySpan<char> name)
    {
        var hash = Hash(name);
        var mask = slots.Length - 1;
        for (var probe = 0; probe < MostProbes; probe++)
        {
            ref var slot = ref slots[(hash + probe) & mask];
            if (slot is null)
            {
                slot = name.ToString();
                var added = slot;
                if (++count > slots.Length / 2)
                {
                    Grow();
                }

                return added;
            }

            if (name.SequenceEqual(slot))
            {
                return slot;
            }
        }

        return name.ToString();
    }

    private void Grow()
    {
        var old = slots;
        slots = new string?[old.Length * 4];
        var mask = slots.Length - 1;
        foreach (var name in old)
        {
            if (name is null)
            {
                continue;
            }

            var hash = Hash(name);
            for (var probe = 0; probe < MostProbes; probe++)
            {
                ref var slot = ref slots[(hash + probe) & mask];
                if (slot is null)
                {
                    slot = name;
                    break;
                }
            }
        }
    }

    private static int Hash(ReadOnlySpan<char> name)
    {
        var hash = name.Length;
        foreach (var character in name)
        {
            hash = (hash * 31) + character;
        }

        return hash ^ (hash >> 15);
    }
}
