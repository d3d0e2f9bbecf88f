using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClientLedger.GraphQL.Execution.Json;

/// <summary>Text whose characters stand in JSON as they are, a byte each.</summary>
internal static class AsciiText
{
    private const ushort First = ' ', Last = 0x7F;

    /// <summary>Copies a text as UTF-8, up to a character that needs an escape or more than a byte; gives how many were copied.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bytes">Where it goes: no shorter than the text.</param>
    public static int Copy(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        var position = 0;
        if (text.Length >= Vector128<ushort>.Count)
        {
            ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
            ref var to = ref MemoryMarshal.GetReference(bytes[..text.Length]);
            var last = text.Length - Vector128<ushort>.Count;
            while (true)
            {
                var eight = Vector128.LoadUnsafe(ref from, (nuint)position);
                if (HasOther(eight))
                {
                    break;
                }

                Vector128.Narrow(eight, eight).GetLower().StoreUnsafe(ref to, (nuint)position);
                if (position == last)
                {
                    return text.Length;
                }

                // The last eight may have been copied in part already.
                position = Math.Min(position + Vector128<ushort>.Count, last);
            }
        }

        for (; position < text.Length; position++)
        {
            var character = text[position];
            if (character is < (char)First or > (char)Last or '"' or '\\')
            {
                break;
            }

            bytes[position] = (byte)character;
        }

        return position;
    }

    private static bool HasOther(Vector128<ushort> characters)
    {
        var outside = Vector128.GreaterThan(characters - Vector128.Create(First), Vector128.Create((ushort)(Last - First)));
        var escaped = Vector128.Equals(characters, Vector128.Create((ushort)'"')) | Vector128.Equals(characters, Vector128.Create((ushort)'\\'));
        return (outside | escaped) != Vector128<ushort>.Zero;
    }
}
