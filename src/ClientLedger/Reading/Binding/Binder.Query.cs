using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading.Answers;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Binding;

/// <content>A whole query: its order, its page and its cursor.</content>
internal sealed partial class Binder
{
    /// <summary>Binds a query.</summary>
    public BoundQuery Query(LedgerQuery query)
    {
        if (query.AsOf is not null)
        {
            throw Refused(Refusal.Of(ReadMessages.AsOfUnavailable));
        }

        CheckSize(query.Size);
        var backward = IsBackward(query.After, query.Before, query.FromEnd);
        Shape.Add('Q').Add(query.Size).Add(backward ? 'b' : 'f').Add(query.Count ? 'n' : '-').Add(query.Where is null ? '0' : '1');
        var table = Table(Entity(query.Entity), isLive: !query.Deleted);
        var where = query.Where is null ? null : Filter(table, query.Where);

        // Deleted records are few: they are sorted sooner than picked out of an index of all records.
        var order = Sorted(table, query.OrderBy, mayDrive: !query.Deleted);
        var level = new BoundLevel(table, where, order.Keys, query.Size)
        {
            IdDescending = order.IdDescending,
            IsBackward = backward,
        };
        level.CursorSlots = (query.After ?? query.Before) is { } text ? CursorSlots(level, text) : null;
        var many = Counted(query.Size);
        var counts = query.Count;
        if (query.Parts is { } parts)
        {
            counts |= Show(level, parts, many);
        }
        else
        {
            (level.TellsMore, level.HasCursors, level.TellsEnds) = (true, true, true);
            var form = Form(level);
            Select(form, level, query.Select, many);
            if (query.Select.Count == 0)
            {
                form.Select.Add(Value(form, AnswerKeys.Of(SystemFields.Id), SystemFields.Id));
            }
        }

        return new BoundQuery(level, counts, Sums(table, query.Sums));
    }

    private static bool IsBackward(string? after, string? before, bool fromEnd) => (after, before) switch
    {
        (not null, not null) => throw Refused(Refusal.Of(ReadMessages.CursorsBoth)),
        _ => before is not null || (fromEnd && after is null),
    };

    private (IReadOnlyList<BoundSort> Keys, bool IdDescending) Sorted(BoundTable table, IReadOnlyList<SortKey> orderBy, bool mayDrive)
    {
        if (orderBy.Count > LedgerQuery.MostSortKeys)
        {
            throw Refused(Refusal.Of(ReadMessages.TooManySortKeys, ("most", LedgerQuery.MostSortKeys)));
        }

        var keys = new List<BoundSort>(orderBy.Count);
        var (byId, idDescending) = (false, false);
        Shape.Add('<').Add(orderBy.Count);
        foreach (var key in orderBy)
        {
            Shape.Add(key.Descending ? 'd' : 'a');
            var field = Field(table, key.Field);
            if (!field.Field.Type.IsSortable() || field.Field.Several || field.Field.Sensitivity == Sensitivity.Sensitive)
            {
                throw Refused(Refusal.Of(ReadMessages.NotSortable, ("field", field.Field.Label)), key.Field);
            }

            // Keys behind the id, and a field that is named again, decide nothing.
            if (IsId(field.Ordinal))
            {
                (byId, idDescending) = byId ? (byId, idDescending) : (true, key.Descending);
            }
            else if (!byId && !keys.Exists(other => other.Field.Ordinal == field.Ordinal))
            {
                // Own fields are no part of the shape, but which of them decide is.
                Shape.Add('k');
                keys.Add(new BoundSort(field, key.Descending, mayDrive && keys.Count == 0 && field is { ByIndex: true, Clear: null }));
            }
        }

        return (keys, idDescending);
    }

    /// <summary>The values of a cursor as slots; which of them are null belongs to the shape.</summary>
    private int[] CursorSlots(BoundLevel level, string text)
    {
        var values = Cursor.Open(scope.Secrets.CursorKey, level, text) ?? throw Refused(Refusal.Of(ReadMessages.CursorInvalid));
        var slots = new int[level.Sort.Count + 1];
        Shape.Add('^');
        for (var i = 0; i < level.Sort.Count; i++)
        {
            Shape.Add(values[i] is null ? '0' : '1');
            slots[i] = values[i] is { } value ? Shape.Slot(Cursor.KindOf(level.Sort[i]), value) : -1;
        }

        slots[^1] = Shape.Slot(StoreKind.Int64, values[^1]!);
        return slots;
    }
}
