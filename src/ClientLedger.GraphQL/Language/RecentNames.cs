using System.Runtime.InteropServices;

namespace ClientLedger.GraphQL.Language;

/// <summary>
/// Gives equal names the same string, within a document and mostly across documents: clients send the same names again and again. A name that finds its one place taken by another takes it over, so that names chosen to collide cost a string each
/// and nothing else. Threads may overwrite each other's names, which does no harm.
/// </summary>
internal static class RecentNames
{
    private const int Places = 4_096;
    private const int Longest = 64;

    private static readonly string?[] Strings = new string?[Places];

    public static string Get(ReadOnlySpan<char> name)
    {
        if (name.Length > Longest)
        {
            return name.ToString();
        }

        ref var place = ref Strings[Hash(name) & (Places - 1)];
        var known = place;
        return known is not null && name.SequenceEqual(known) ? known : place = name.ToString();
    }

    /// <summary>Four characters at a time; the last four may overlap those before.</summary>
    private static int Hash(ReadOnlySpan<char> name)
    {
        const ulong prime = 0x9E37_79B9_7F4A_7C15;
        if (name.Length < 4)
        {
            return (int)((((ulong)name[0] << 32 | (ulong)name[name.Length / 2] << 16 | name[^1]) * prime) >> 40);
        }

        var hash = (ulong)name.Length;
        var words = MemoryMarshal.Cast<char, ulong>(name);
        foreach (var word in words)
        {
            hash = (hash ^ word) * prime;
        }

        var last = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(name[^4..]));
        return (int)(((hash ^ last) * prime) >> 40);
    }
}
