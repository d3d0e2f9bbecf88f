using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>Resolving (6.4.2): asks a field of every object of a group, and keeps what came back, as it is, in the slots.</summary>
internal sealed partial class OperationRun
{
    private async ValueTask ResolveAsync(ObjectGroup group, int field)
    {
        var selected = group.Selection.Fields[field];
        if (selected.IsTypeName)
        {
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        if (!TryBindArguments(group, field, selected))
        {
            return;
        }

        var behavior = selected.Field.Behavior;
        if (behavior.Write is { } write)
        {
            await WriteAsync(group, field, write);
            return;
        }

        if (behavior.Resolve is { } resolve)
        {
            await AskAsync(group, field, resolve);
        }
        else
        {
            Read(group, field, selected);
        }

        if (selected.Type.Nullable is ListType)
        {
            await CollectStreamsAsync(group, field);
        }
    }

    /// <summary>Wrong arguments are an error of the field in every row.</summary>
    private bool TryBindArguments(ObjectGroup group, int field, SelectedField selected)
    {
        try
        {
            arguments.Of(selected);
            return true;
        }
        catch (GraphQLException refusal)
        {
            for (var row = 0; row < group.Count; row++)
            {
                failures.Add(group, (row * group.Width) + field, refusal);
            }

            return false;
        }
    }

    private async ValueTask AskAsync(ObjectGroup group, int field, Resolver resolve)
    {
        for (var row = 0; row < group.Count; row++)
        {
            if (!failures.IsLiveRow(group, row))
            {
                continue;
            }

            var slot = (row * group.Width) + field;
            try
            {
                call.TurnTo(group, row, field);
                var value = await resolve(call);
                group[slot].Value = value;
            }
            catch (Exception exception) when (IsOfField(exception))
            {
                failures.Add(group, slot, exception);
            }

            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Reads the field of every row from a property. Where all values turn out to be what the answer holds, there is nothing left to complete.</summary>
    private void Read(ObjectGroup group, int field, SelectedField selected)
    {
        var leaf = selected.Type.Nullable is NamedType ? selected.Leaf : null;
        var canBeNull = selected.Type is not NonNullType;
        var isComplete = leaf is not null;
        Type? type = null;
        SlotReader? read = null;
        for (var row = 0; row < group.Count; row++)
        {
            if (group.SourceOf(row) is not { } source || !failures.IsLiveRow(group, row))
            {
                isComplete = false;
                continue;
            }

            ref var slot = ref group[(row * group.Width) + field];
            try
            {
                if (source.GetType() != type)
                {
                    type = source.GetType();
                    read = PropertyReader.Of(type, selected.Field.Name);
                }

                read!(source, ref slot);
                isComplete = isComplete && (slot.Value is { } value ? leaf!.IsRight(value) : canBeNull);
            }
            catch (Exception exception) when (IsOfField(exception))
            {
                isComplete = false;
                failures.Add(group, (row * group.Width) + field, exception);
            }
        }

        group.Below(field).IsComplete = isComplete;
    }

    private async ValueTask WriteAsync(ObjectGroup group, int field, WritingResolver write)
    {
        for (var row = 0; row < group.Count; row++)
        {
            if (!failures.IsLiveRow(group, row))
            {
                continue;
            }

            var slot = (row * group.Width) + field;
            var start = scratch.Length;
            try
            {
                call.TurnTo(group, row, field);
                await write(call, scratch);
                Keep(group, slot, start);
            }
            catch (Exception exception) when (IsOfField(exception))
            {
                scratch.TruncateTo(start);
                failures.Add(group, slot, exception);
            }

            cancellation.ThrowIfCancellationRequested();
        }
    }

    private void Keep(ObjectGroup group, int slot, int start)
    {
        var length = scratch.Length - start;
        if (length == 0)
        {
            throw new InvalidOperationException("The writing resolver wrote nothing.");
        }

        group[slot] = scratch.WrittenSpan[start..].SequenceEqual("null"u8) ? default : new Slot { Value = Inline.Bytes, Start = start, Count = length };
    }

    /// <summary>Asynchronous sequences are read to their end, one after the other.</summary>
    private async ValueTask CollectStreamsAsync(ObjectGroup group, int field)
    {
        for (var row = 0; row < group.Count; row++)
        {
            var slot = (row * group.Width) + field;
            if (group[slot].Value is not IAsyncEnumerable<object?> stream)
            {
                continue;
            }

            try
            {
                var items = new StreamedItems();
                await foreach (var item in stream.WithCancellation(cancellation))
                {
                    CountValues(1);
                    items.Add(item);
                    if (items.Count > options.MaxListItems)
                    {
                        break;
                    }
                }

                group[slot].Value = items;
            }
            catch (Exception exception) when (IsOfField(exception))
            {
                failures.Add(group, slot, exception);
            }
        }
    }
}
