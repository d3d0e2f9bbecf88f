using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ClientLedger.GraphQL.Language;

/// <summary>A node that stands in one <see cref="NodeList{T}"/>, or in none.</summary>
internal abstract class ListedNode(int start, int end) : Node(start, end)
{
    /// <summary>The one behind it; who makes the list sets it, and nobody later.</summary>
    internal ListedNode? Next { get; set; }
}

/// <summary>
/// Nodes in their order, each of which knows the one behind it: a list is its first node and has no object of its own. Documents consist of lists of a few nodes, and an array for each would take longer to make than what stands in it.
/// Values, which the values of variables replace here and there, may stand in several lists, so lists of them are arrays.
/// </summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is a list of nodes.")]
[CollectionBuilder(typeof(NodeList), nameof(NodeList.Of))]
internal readonly struct NodeList<T>(T? first) : IEnumerable<T>
    where T : ListedNode
{
    public bool IsEmpty => first is null;

    /// <summary>Null of an empty list.</summary>
    public T? First => first;

    /// <summary>What stands behind the first one.</summary>
    public NodeList<T> Rest => new(Unsafe.As<T?>(first?.Next));

    /// <summary>How many there are: they are counted each time.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            for (ListedNode? node = first; node is not null; node = node.Next)
            {
                count++;
            }

            return count;
        }
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator()
    {
        foreach (var node in this)
        {
            yield return node;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    internal struct Enumerator(NodeList<T> list)
    {
        private NodeList<T> rest = list;

        public T Current { get; private set; } = null!;

        public bool MoveNext()
        {
            if (rest.First is not { } next)
            {
                return false;
            }

            Current = next;
            rest = rest.Rest;
            return true;
        }
    }

    /// <summary>A list that isn't complete yet.</summary>
    internal struct Builder
    {
        private T? first;
        private T? last;

        public void Add(T node)
        {
            Debug.Assert(node.Next is null && node != last, "A node stands in one list.");
            if (last is null)
            {
                first = node;
            }
            else
            {
                last.Next = node;
            }

            last = node;
        }

        public readonly NodeList<T> Complete() => new(first);
    }
}

internal static class NodeList
{
    /// <summary>The list of nodes that stand in none yet.</summary>
    public static NodeList<T> Of<T>(ReadOnlySpan<T> nodes)
        where T : ListedNode
    {
        NodeList<T>.Builder list = default;
        foreach (var node in nodes)
        {
            list.Add(node);
        }

        return list.Complete();
    }
}
