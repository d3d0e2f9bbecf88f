using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClientLedger.GraphQL.Language;

/// <summary>The nodes of lists that aren't complete yet: as lists nest, they lie on each other. A list that is complete becomes one array of its size.</summary>
/// <param name="textLength">The length of the text that the nodes are made of.</param>
internal struct NodeStack(int textLength)
{
    private const int LengthOfShort = 200, LongestMovedSingly = 8;

    private Slot[] slots = new Slot[textLength <= LengthOfShort ? 8 : 16];

    public int Count { get; private set; }

    public void Push(Node node)
    {
        var nodes = slots;
        var count = Count;
        if ((uint)count >= (uint)nodes.Length)
        {
            Array.Resize(ref slots, count * 2);
            nodes = slots;
        }

        nodes[count].Node = node;
        Count = count + 1;
    }

    /// <summary>The list that began when so many nodes were there; they are gone from here then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ImmutableArray<T> Take<T>(int start)
        where T : Node
    {
        if (start == Count)
        {
            return [];
        }

        // Who takes a list has pushed nothing but its nodes, so they are moved as they are: a look at what each of them is takes as long as making it.
        var list = new T[Count - start];
        Debug.Assert(slots.AsSpan(start, list.Length).ToArray().All(slot => slot.Node is T), $"What was pushed isn't all {typeof(T).Name}.");
        MoveTo(MemoryMarshal.CreateSpan(ref Unsafe.As<T, Slot>(ref MemoryMarshal.GetArrayDataReference(list)), list.Length));
        return ImmutableCollectionsMarshal.AsImmutableArray(list);
    }

    private void MoveTo(Span<Slot> list)
    {
        Count -= list.Length;
        var nodes = slots.AsSpan(Count, list.Length);
        if (list.Length > LongestMovedSingly)
        {
            nodes.CopyTo(list);
            return;
        }

        for (var index = 0; index < list.Length; index++)
        {
            list[index] = nodes[index];
        }
    }

    /// <summary>An array of structs is written to without a look at what each node is.</summary>
    private struct Slot
    {
        public Node Node;
    }
}
