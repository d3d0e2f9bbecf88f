using System.Collections;
using System.Text.Json;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>CompleteValue (6.4.3): makes of what resolvers gave what the answer holds, and finds the objects of the next level.</summary>
internal sealed partial class OperationRun
{
    private void Complete(ObjectGroup group, int field)
    {
        var selected = group.Selection.Fields[field];
        if (selected.IsTypeName || group.Below(field).IsComplete)
        {
            return;
        }

        var type = selected.Type;
        var leaf = type.Nullable is NamedType ? selected.Leaf : null;
        for (var row = 0; row < group.Count; row++)
        {
            var slot = (row * group.Width) + field;
            if ((leaf is null || group[slot].Value is not { } value || !leaf.IsRight(value)) && failures.IsLiveRow(group, row))
            {
                Complete(group, slot, type, selected, ref group.Below(field));
            }
        }
    }

    private void Complete(SlotStore store, int index, GraphQLType type, SelectedField field, ref Children below)
    {
        try
        {
            var value = store[index].ToObject();
            if (value is IDeferred deferred)
            {
                value = deferred.Take();
            }

            if (value is Exception failure)
            {
                throw failure;
            }

            if (value is null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined })
            {
                store[index] = default;
                if (type is NonNullType)
                {
                    throw new GraphQLException($"Cannot return null for non-nullable field {field}.");
                }

                return;
            }

            switch (type.Nullable)
            {
                case var _ when value == Inline.Bytes:
                    break;
                case ListType list:
                    CompleteList(store, index, value, list, field, ref below);
                    break;
                case CompositeType composite:
                    CompleteObject(store, index, value, composite, field, ref below);
                    break;
                default:
                    store[index].Value = field.Leaf!.IsRight(value) ? value : field.Leaf.Serialize(value);
                    break;
            }
        }
        catch (Exception exception) when (IsOfField(exception))
        {
            failures.Add(store, index, exception);
        }
    }

    private void CompleteList(SlotStore store, int index, object value, ListType type, SelectedField field, ref Children below)
    {
        if (Items.In(value) is not { } given)
        {
            throw new GraphQLException($"Expected Iterable, but did not find one for field \"{field}\".");
        }

        if (below.Items is not { } items)
        {
            items = below.Items = new ItemStore(field, type.OfType, store);
            stores.Add(items);
        }

        var start = items.Count;
        if (given is IList list)
        {
            Limit(list.Count);
            CountValues(list is StreamedItems ? 0 : list.Count);
            items.Expect(list.Count);
            for (var at = 0; at < list.Count; at++)
            {
                items.Add(list[at], index);
            }
        }
        else
        {
            foreach (var item in given)
            {
                CountValues(1);
                items.Add(item, index);
                Limit(items.Count - start);
            }
        }

        store[index] = new Slot { Value = items, Start = start, Count = items.Count - start };
        CompleteItems(items, start, field);
    }

    private void CompleteItems(ItemStore items, int start, SelectedField field)
    {
        var type = items.ItemType;
        var leaf = type.Nullable is NamedType ? field.Leaf : null;
        var end = items.Count;
        for (var index = start; index < end; index++)
        {
            if (leaf is not null && items[index].Value is { } value && leaf.IsRight(value))
            {
                continue;
            }

            Complete(items, index, type, field, ref items.Below);
            if (failures.HasPropagated && !failures.IsLive(items, index))
            {
                // The list is null by now, so the items that are left don't matter.
                return;
            }
        }
    }

    private void Limit(int count)
    {
        if (count > options.MaxListItems)
        {
            throw new GraphQLException($"The list has more than {options.MaxListItems} items.", ErrorCodes.LimitExceeded);
        }
    }

    private void CompleteObject(SlotStore store, int index, object value, CompositeType type, SelectedField field, ref Children below)
    {
        var objectType = type as ObjectType ?? RuntimeType.Of(plan.Schema, type, value, field);
        if (objectType.IsTypeOf is { } isTypeOf && !isTypeOf(value))
        {
            throw new GraphQLException($"Expected value of type \"{objectType}\" but got: {Inspection.Show(value)}.");
        }

        var group = GroupOf(objectType, store, field, ref below);
        var row = group.Add(value, index);
        store[index] = new Slot { Value = group, Start = row };
    }

    private ObjectGroup GroupOf(ObjectType type, SlotStore store, SelectedField field, ref Children below)
    {
        if (below.Latest?.Selection.Type == type)
        {
            return below.Latest;
        }

        var others = below.Others ??= [];
        var group = others.Find(group => group.Selection.Type == type);
        if (group is null)
        {
            if (store.Depth >= options.MaxDepth)
            {
                throw new GraphQLException($"The answer is deeper than {options.MaxDepth} levels.", ErrorCodes.LimitExceeded);
            }

            group = new ObjectGroup(field.SelectionOf(type), store, store.Depth + 1);
            others.Add(group);
            nextLevel.Add(group);
        }

        return below.Latest = group;
    }
}
