using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClientLedger.GraphQL.Language;

/// <summary>The values of lists that aren't complete yet: as lists nest, they lie on each other. A list that is complete becomes one array of its size.</summary>
/// <param name="room">Where they lie as long as there is room: on the stack of the one who parses, where nothing has to be collected.</param>
internal ref struct ValueStack(Span<ValueNode> room)
{
    private Span<ValueNode> values = room;

    public int Count { get; private set; }

    public void Push(ValueNode value)
    {
        if (Count == values.Length)
        {
            Grow();
        }

        values[Count++] = value;
    }

    /// <summary>The list that began when so many values were there; they are gone from here then.</summary>
    public ImmutableArray<ValueNode> Take(int start)
    {
        var list = values[start..Count].ToArray();
        Count = start;
        return ImmutableCollectionsMarshal.AsImmutableArray(list);
    }

    private void Grow()
    {
        var larger = new ValueNode[values.Length * 2];
        values.CopyTo(larger);
        values = larger;
    }

    /// <summary>Room for the values of most documents.</summary>
    [InlineArray(Length)]
    public struct Room
    {
        private const int Length = 16;

        private ValueNode first;
    }
}
