using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClientLedger.GraphQL.Language;

/// <summary>The nodes of lists that aren't complete yet: as lists nest, they lie on each other. A list that is complete becomes one array of its size.</summary>
/// <param name="room">Where they lie as long as there is room: on the stack of the one who parses, where nothing has to be collected.</param>
internal ref struct NodeStack(Span<Node> room)
{
    private const int LongestMovedSingly = 8;

    private Span<Node> nodes = room;

    public int Count { get; private set; }

    public void Push(Node node)
    {
        if (Count == nodes.Length)
        {
            Grow();
        }

        nodes[Count++] = node;
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
        Debug.Assert(nodes[start..Count].ToArray().All(node => node is T), $"What was pushed isn't all {typeof(T).Name}.");
        MoveTo(MemoryMarshal.CreateSpan(ref Unsafe.As<T, Node>(ref MemoryMarshal.GetArrayDataReference(list)), list.Length));
        return ImmutableCollectionsMarshal.AsImmutableArray(list);
    }

    private void MoveTo(Span<Node> list)
    {
        Count -= list.Length;
        var moved = nodes.Slice(Count, list.Length);
        if (list.Length > LongestMovedSingly)
        {
            moved.CopyTo(list);
            return;
        }

        for (var index = 0; index < list.Length; index++)
        {
            list[index] = moved[index];
        }
    }

    private void Grow()
    {
        var larger = new Node[nodes.Length * 2];
        nodes.CopyTo(larger);
        nodes = larger;
    }

    /// <summary>Room for the nodes of most documents.</summary>
    [InlineArray(Length)]
    public struct Room
    {
        private const int Length = 32;

        private Node first;
    }
}
