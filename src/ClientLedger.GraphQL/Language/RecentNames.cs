using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClientLedger.GraphQL.Language;

/// <summary>
/// Gives equal names the same string, within a document and mostly across documents: clients send the same names again and again. Numbers and the short texts of schemas are names here. A name that finds its one place taken by another takes it over, so that names chosen to collide cost a string each
/// and nothing else. Threads may overwrite each other's names, which does no harm.
/// </summary>
internal static class RecentNames
{
    private const int Places = 4_096;
    private const int Longest = 64;
    private const int WithinEnds = 8;

    private static readonly string?[] Strings = new string?[Places];

    public static string Get(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > Longest)
        {
            return new string(name);
        }

        var first = First(name);
        var last = Last(name);
        ref var place = ref Strings[HashOf(name, first, last) & (Places - 1)];
        var known = place;
        return known is not null && known.Length == name.Length && First(known) == first && Last(known) == last && (name.Length <= WithinEnds || name.SequenceEqual(known))
            ? known
            : place = new string(name);
    }

    /// <summary>Its first four characters, and with <see cref="Last"/> all of most names; all of a shorter one.</summary>
    private static ulong First(ReadOnlySpan<char> name) => name.Length >= 4 ? Four(name, 0) : (ulong)name[0] << 32 | (ulong)name[name.Length / 2] << 16 | name[^1];

    /// <summary>Its last four characters.</summary>
    private static ulong Last(ReadOnlySpan<char> name) => name.Length >= 4 ? Four(name, name.Length - 4) : 0;

    /// <summary>Of a longer name, four characters in its middle count too.</summary>
    private static int HashOf(ReadOnlySpan<char> name, ulong first, ulong last)
    {
        const ulong prime = 0x9E37_79B9_7F4A_7C15;
        var hash = (first * prime) ^ last;
        if (name.Length > WithinEnds)
        {
            hash = (hash * prime) ^ Four(name, (name.Length / 2) - 2);
        }

        return (int)((hash * prime) >> 40);
    }

    /// <summary>Four characters, which must be there: to make sure of it would take as long as the rest.</summary>
    private static ulong Four(ReadOnlySpan<char> name, int at) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(name), at)));
}
