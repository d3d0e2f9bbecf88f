using System.Text.Json;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading.Answers;

namespace ClientLedger.Reading.Binding;

/// <content>What rows show.</content>
internal sealed partial class Binder
{
    private long counted;
    private int references;

    /// <summary>Binds what is shown of a row.</summary>
    /// <param name="many">How many such rows there can be in the answer.</param>
    private void Select(BoundRow row, IReadOnlyList<Selection> selections, long many, Action hasLists)
    {
        Enter();
        Shape.Add('(').Add(Math.Max(1, selections.Count));
        if (selections.Count == 0)
        {
            row.Select.Add(Value(row, AnswerKeys.Of(SystemFields.Id), SystemFields.Id));
        }

        var keys = selections.Count > 1 ? new HashSet<string>(selections.Count) : null;
        foreach (var selection in selections)
        {
            if (keys?.Add(selection.Key) == false)
            {
                throw Refused(Refusal.Of(ReadMessages.KeyTwice, ("key", selection.Key)), selection.Key);
            }

            Enter();
            row.Select.Add(selection switch
            {
                FieldSelection field => Value(row, AnswerKeys.Of(field.Key), field.Field),
                ReferenceSelection reference => Referenced(row, reference, many, hasLists),
                ChildrenSelection children => Listed(row, children, many, hasLists),
                AggregateSelection aggregate => new BoundAggregateSelection(
                    AnswerKeys.Of(aggregate.Key), Aggregate(row.Table, aggregate.Relation, aggregate.Function, aggregate.Field, aggregate.Where)),
                _ => throw new ArgumentException($"{selection.GetType()} is no selection.", nameof(selections)),
            });
            Leave();
        }

        Shape.Add(')');
        Leave();
    }

    private BoundValue Value(BoundRow row, JsonEncodedText key, string name)
    {
        var table = row.Table;
        var ordinal = Known(table, name);
        var field = table.Entity.Fields[ordinal];
        Shape.Add('v');
        if (field.Custom)
        {
            Shape.Add('c');
        }
        else
        {
            Shape.Add(ordinal);
        }

        var clear = ShownAs(table, ordinal, ReadRight.Clear);
        var masked = clear is { Ever: true, Rows: null } ? Shown.Never : ShownAs(table, ordinal, ReadRight.Masked);
        return new BoundValue(key, row, field, ordinal, field.Custom ? row.Custom.Add(field.Name) : -1, clear, masked)
        {
            Computed = IsComputed(table, ordinal) ? Field(table, ordinal) : null,
            IdPrefix = IdPrefixOf(table, ordinal),
        };
    }

    private Shown ShownAs(BoundTable table, int ordinal, ReadRight least)
    {
        if (table.Rights is not null && !IsId(ordinal) && table.Rights.Best(ordinal) < least)
        {
            Shape.Add('0');
            return Shown.Never;
        }

        var those = Clear(table, ordinal, least);
        Shape.Add(those is null ? '1' : '?');
        return new Shown(true, those);
    }

    private string IdPrefixOf(BoundTable table, int ordinal) => table.Entity.Fields[ordinal] switch
    {
        _ when IsId(ordinal) => table.Entity.IdPrefix,
        { Type: FieldType.Person } => Shared.RecordIds.Account,
        { Type: FieldType.Reference, Target: { } target } => scope.Schema.Find(target)?.IdPrefix ?? "",
        _ => "",
    };

    private BoundReferenceSelection Referenced(BoundRow row, ReferenceSelection selection, long many, Action hasLists)
    {
        Shape.Add('R');
        if (++references > limits.References)
        {
            throw Refused(Refusal.Of(ReadMessages.TooManyReferences, ("most", limits.References)), selection.Key);
        }

        var (reference, target) = Reference(row.Table, selection.Reference);
        var targetRow = new BoundRow(target);
        Select(targetRow, selection.Select, many, hasLists);
        return new BoundReferenceSelection(AnswerKeys.Of(selection.Key), reference, targetRow);
    }

    private BoundChildrenSelection Listed(BoundRow row, ChildrenSelection selection, long many, Action hasLists)
    {
        hasLists();
        CheckSize(selection.First);
        Shape.Add('C').Add(selection.First).Add(selection.Where is null ? '0' : '1');
        var (children, by) = Children(row.Table, selection.Relation);
        var parents = Shape.IdsSlot();
        var where = selection.Where is null ? null : Filter(children, selection.Where);
        var order = Sorted(children, selection.OrderBy, mayDrive: false);
        var childRow = new BoundRow(children);
        var level = new BoundLevel(childRow, where, order.Keys, selection.First)
        {
            IdDescending = order.IdDescending,
            By = by,
            ParentsSlot = parents,
        };
        var outer = references;
        references = 0;
        Select(childRow, selection.Select, Counted(many * selection.First), () => level.HasLists = true);
        references = outer;
        return new BoundChildrenSelection(AnswerKeys.Of(selection.Key), level);
    }

    private static void CheckSize(int size)
    {
        if (size is < 1 or > LedgerQuery.LargestPage)
        {
            throw Refused(Refusal.Of(ReadMessages.SizeOutOfRange, ("size", size), ("least", 1), ("most", LedgerQuery.LargestPage)));
        }
    }

    private long Counted(long added)
    {
        counted += added;
        return counted <= limits.Rows ? added : throw Refused(Refusal.Of(ReadMessages.TooManyRows, ("rows", counted), ("most", limits.Rows)));
    }
}
