using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>Slots of one kind in one pooled array: the fields of objects, or the items of lists. Each lies within another slot, up to the root.</summary>
internal abstract class SlotStore
{
    private Slot[] slots = [];

    /// <summary>The slot's place changes when slots are added.</summary>
    public ref Slot this[int index] => ref slots[index];

    /// <summary>How deep its slots lie: objects within objects, lists not counted.</summary>
    public abstract int Depth { get; }

    /// <summary>How many slots are in use.</summary>
    protected abstract int Used { get; }

    /// <summary>The field that a slot belongs to.</summary>
    public abstract SelectedField FieldOf(int index);

    /// <summary>The type that the value of a slot must have.</summary>
    public abstract GraphQLType TypeOf(int index);

    /// <summary>The slot that a slot lies within; no store at the root.</summary>
    public abstract (SlotStore? Store, int Index) ParentOf(int index);

    /// <summary>How the path goes on from the parent's slot: a response key or a list index.</summary>
    public abstract object StepOf(int index);

    /// <summary>The path of a slot from the root (7.1.2).</summary>
    public IReadOnlyList<object> PathOf(int index)
    {
        var path = new List<object>();
        for (SlotStore? store = this; store is not null;)
        {
            path.Add(store.StepOf(index));
            var (parent, parentIndex) = store.ParentOf(index);
            (store, index) = (parent, parentIndex);
        }

        path.Reverse();
        return path;
    }

    /// <summary>Gives the arrays back to their pools, which are left with nothing to keep alive.</summary>
    public virtual void Release() => Pooled.Give(ref slots, Used);

    /// <summary>Makes room for a number of slots, and keeps those that are in use already.</summary>
    protected void Reserve(int used, int count) => Pooled.Reserve(ref slots, used, count);
}
