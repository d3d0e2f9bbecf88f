using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>The items of all lists that one field answers with on one level.</summary>
/// <param name="field">The field.</param>
/// <param name="itemType">The type that each item must have.</param>
/// <param name="parent">The store of the slots that the lists stand in.</param>
internal sealed class ItemStore(SelectedField field, GraphQLType itemType, SlotStore parent) : SlotStore
{
    private Children children;
    private int[] parentSlots = [];

    public GraphQLType ItemType => itemType;

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    public override int Depth => parent.Depth;

    /// <summary>What lies below the items.</summary>
    public ref Children Below => ref children;

    protected override int Used => Count;

    /// <summary>Adds an item to a list that stands in a slot of the parent.</summary>
    public void Add(object? value, int parentSlot)
    {
        Reserve(Count, Count + 1);
        Pooled.Reserve(ref parentSlots, Count, Count + 1);
        this[Count].Value = value;
        parentSlots[Count] = parentSlot;
        Count++;
    }

    /// <summary>Makes room for a list whose length is known.</summary>
    public void Expect(int more)
    {
        Reserve(Count, Count + more);
        Pooled.Reserve(ref parentSlots, Count, Count + more);
    }

    public override SelectedField FieldOf(int index) => field;

    public override GraphQLType TypeOf(int index) => itemType;

    public override (SlotStore? Store, int Index) ParentOf(int index) => (parent, parentSlots[index]);

    public override object StepOf(int index) => index - parent[parentSlots[index]].Start;

    public override void Release()
    {
        base.Release();
        Pooled.Give(ref parentSlots, Count);
    }
}
