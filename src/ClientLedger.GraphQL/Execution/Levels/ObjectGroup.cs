using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>All objects of one type that one field answers with on one level: a row each, whose slots are the fields of the selection.</summary>
/// <param name="selection">What is asked of each.</param>
/// <param name="parent">The store of the slots that the objects stand in; null for the root.</param>
/// <param name="depth">How deep they lie.</param>
internal sealed class ObjectGroup(Selection selection, SlotStore? parent, int depth) : SlotStore
{
    private readonly Children[] children = new Children[selection.Fields.Length];
    private object?[] sources = [];
    private int[] parentSlots = [];

    public Selection Selection => selection;

    /// <summary>How many fields a row has.</summary>
    public int Width => selection.Fields.Length;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    public override int Depth => depth;

    protected override int Used => Count * Width;

    /// <summary>Adds an object that stands in a slot of the parent.</summary>
    public int Add(object? source, int parentSlot)
    {
        Pooled.Reserve(ref sources, Count, Count + 1);
        Pooled.Reserve(ref parentSlots, Count, Count + 1);
        sources[Count] = source;
        parentSlots[Count] = parentSlot;
        return Count++;
    }

    /// <summary>Makes the slots, once all objects are there.</summary>
    public void Open() => Reserve(0, Used);

    public object? SourceOf(int row) => sources[row];

    /// <summary>What lies below a field.</summary>
    public ref Children Below(int field) => ref children[field];

    public override SelectedField FieldOf(int index) => selection.Fields[index % Width];

    public override GraphQLType TypeOf(int index) => FieldOf(index).Field.Type;

    public override (SlotStore? Store, int Index) ParentOf(int index) => ParentOfRow(index / Width);

    public (SlotStore? Store, int Index) ParentOfRow(int row) => (parent, parentSlots[row]);

    public override object StepOf(int index) => FieldOf(index).ResponseKey;

    public override void Release()
    {
        base.Release();
        Pooled.Give(ref sources, Count);
        Pooled.Give(ref parentSlots, Count);
    }
}

/// <summary>What lies below the slots of one field: items, or objects by their type.</summary>
internal struct Children
{
    /// <summary>Whether the slots hold scalars already, as the answer does.</summary>
    public bool IsComplete;

    public ItemStore? Items;

    /// <summary>Objects of the type that came up last.</summary>
    public ObjectGroup? Latest;

    public List<ObjectGroup>? Others;
}
