using System.Buffers;
using System.Runtime.CompilerServices;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>Arrays of the shared pools that grow. Whoever gives one back has cleared it of references, so that rented ones are clear.</summary>
internal static class Pooled
{
    private const int Smallest = 16;

    /// <summary>Makes room for a number of elements, and keeps those in use.</summary>
    public static void Reserve<T>(ref T[] array, int used, int count)
    {
        if (array.Length >= count)
        {
            return;
        }

        var larger = ArrayPool<T>.Shared.Rent(Math.Max(Math.Max(count, array.Length * 2), Smallest));
        array.AsSpan(0, used).CopyTo(larger);
        Give(ref array, used);
        array = larger;
    }

    public static void Give<T>(ref T[] array, int used)
    {
        var given = array;
        array = [];
        if (given.Length == 0)
        {
            return;
        }

        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            given.AsSpan(0, used).Clear();
        }

        ArrayPool<T>.Shared.Return(given);
    }
}
