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
    /// <param name="level">The list that the row belongs to, or whose row refers to it.</param>
    /// <param name="many">How many such rows there can be in the answer.</param>
    private void Select(BoundRow row, BoundLevel level, IReadOnlyList<Selection> selections, long many)
    {
        Enter();
        row.Select.AddRange(Each(row, level, selections, many));
        Leave();
    }

    /// <summary>Binds selections of a row; an object within it is no level of its own.</summary>
    private List<BoundSelection> Each(BoundRow row, BoundLevel level, IReadOnlyList<Selection> selections, long many)
    {
        var bound = new List<BoundSelection>(selections.Count);
        Shape.Add('(').Add(selections.Count);
        var keys = selections.Count > 1 ? new HashSet<string>(selections.Count) : null;
        foreach (var selection in selections)
        {
            Once(keys, selection.Key);
            Part();
            bound.Add(selection switch
            {
                FieldSelection field => Value(row, AnswerKeys.Of(field.Key), field.Field),
                ReferenceSelection reference => Referenced(row, level, reference, many),
                ChildrenSelection children => Listed(row, level, children, many),
                AggregateSelection aggregate => new BoundAggregateSelection(
                    AnswerKeys.Of(aggregate.Key), Aggregate(row.Table, aggregate.Relation, aggregate.Function, aggregate.Field, aggregate.Where)),
                TextSelection text => new BoundText(AnswerKeys.Of(text.Key), AnswerKeys.Of(text.Text)),
                CursorSelection cursor => Placed(level, cursor),
                TimelineSelection timeline => Interleaved(row, level, timeline, many),
                MomentSelection moment => Timed(level, moment),
                GroupSelection group => new BoundGroup(AnswerKeys.Of(group.Key), Each(row, level, group.Select, many)),
                _ => throw new ArgumentException($"{selection.GetType()} is no selection.", nameof(selections)),
            });
        }

        Shape.Add(')');
        return bound;
    }

    private static void Once(HashSet<string>? keys, string key)
    {
        if (keys?.Add(key) == false)
        {
            throw Refused(Refusal.Of(ReadMessages.KeyTwice, ("key", key)), key);
        }
    }

    private BoundCursor Placed(BoundLevel level, CursorSelection cursor)
    {
        Shape.Add('P');
        level.HasCursors = true;
        return new BoundCursor(AnswerKeys.Of(cursor.Key), level);
    }

    private BoundMoment Timed(BoundLevel level, MomentSelection moment)
    {
        Shape.Add('m');
        level.HasCursors = true;
        return new BoundMoment(AnswerKeys.Of(moment.Key), level);
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

    private BoundReferenceSelection Referenced(BoundRow row, BoundLevel level, ReferenceSelection selection, long many)
    {
        Shape.Add('R');
        if (++references > limits.References)
        {
            throw Refused(Refusal.Of(ReadMessages.TooManyReferences, ("most", limits.References)), selection.Key);
        }

        var (reference, target) = Reference(row.Table, selection.Reference);
        var targetRow = new BoundRow(target);
        Select(targetRow, level, selection.Select, many);
        return new BoundReferenceSelection(AnswerKeys.Of(selection.Key), reference, targetRow);
    }

    private BoundChildrenSelection Listed(BoundRow row, BoundLevel outer, ChildrenSelection selection, long many)
    {
        outer.HasLists = true;
        CheckSize(selection.First);
        var backward = IsBackward(selection.After, selection.Before, selection.FromEnd);
        Shape.Add('C').Add(selection.First).Add(backward ? 'b' : 'f').Add(selection.Where is null ? '0' : '1');
        var (children, by) = Children(row.Table, selection.Relation);
        var parents = Shape.IdsSlot();
        var where = selection.Where is null ? null : Filter(children, selection.Where);
        var order = Sorted(children, selection.OrderBy, mayDrive: false);
        var level = new BoundLevel(children, where, order.Keys, selection.First)
        {
            IdDescending = order.IdDescending,
            By = by,
            ParentsSlot = parents,
            IsBackward = backward,
        };
        level.CursorSlots = (selection.After ?? selection.Before) is { } text ? CursorSlots(level, text) : null;
        var referencesOutside = references;
        references = 0;
        var rows = Counted(many * selection.First);
        var counts = false;
        if (selection.Parts is { } parts)
        {
            counts = Show(level, parts, rows);
        }
        else
        {
            Select(Form(level), level, selection.Select, rows);
        }

        references = referencesOutside;
        var total = counts ? Aggregate(row.Table, selection.Relation, AggregateFunction.Count, null, selection.Where) : null;
        return new BoundChildrenSelection(AnswerKeys.Of(selection.Key), row, level, total);
    }

    private BoundTimeline Interleaved(BoundRow row, BoundLevel outer, TimelineSelection selection, long many)
    {
        Shape.Add('T').Add(selection.Lists.Count);
        var lists = new List<BoundChildrenSelection>(selection.Lists.Count);
        foreach (var list in selection.Lists)
        {
            var bound = Listed(row, outer, list with { First = selection.First }, many);

            // Where rows stand among those of the other lists, their keys tell.
            bound.Level.TimelineKind = list.Relation;
            bound.Level.HasCursors |= bound.Level.IsRead;
            lists.Add(bound);
        }

        return new BoundTimeline(AnswerKeys.Of(selection.Key), lists, selection.First, selection.IsLater);
    }

    /// <summary>One more form in which a list shows its rows.</summary>
    private static BoundRow Form(BoundLevel level)
    {
        var row = new BoundRow(level.Table);
        level.Forms.Add(row);
        return row;
    }

    /// <summary>Binds what a list shows as an object.</summary>
    /// <returns>Whether the number of all its records is shown.</returns>
    private bool Show(BoundLevel level, IReadOnlyList<ListPart> parts, long many)
    {
        Enter();
        var counts = false;
        level.Parts = Each(parts);
        Leave();
        return counts;

        List<BoundPart> Each(IReadOnlyList<ListPart> each)
        {
            var bound = new List<BoundPart>(each.Count);
            Shape.Add('{').Add(each.Count);
            var keys = each.Count > 1 ? new HashSet<string>(each.Count) : null;
            foreach (var part in each)
            {
                Once(keys, part.Key);
                Part();
                bound.Add(Bind(part, AnswerKeys.Of(part.Key)));
            }

            Shape.Add('}');
            return bound;
        }

        BoundPart Bind(ListPart part, JsonEncodedText key)
        {
            switch (part)
            {
                case RowsPart rows:
                    Shape.Add('r');
                    Form(level).Select.AddRange(this.Each(level.Forms[^1], level, rows.Select, many));
                    return new BoundRowsPart(key, level.Forms.Count - 1);
                case PartsPart inner:
                    return new BoundPartsPart(key, Each(inner.Parts));
                case FactPart fact:
                    Shape.Add('i').Add((int)fact.Fact);
                    counts |= fact.Fact == PageFact.Total;
                    level.TellsMore |= fact.Fact == (level.IsBackward ? PageFact.HasPrevious : PageFact.HasNext);
                    level.TellsEnds |= fact.Fact is PageFact.Start or PageFact.End;
                    level.HasCursors |= level.TellsEnds;
                    return new BoundFactPart(key, fact.Fact);
                case TextPart text:
                    return new BoundTextPart(key, AnswerKeys.Of(text.Text));
                default:
                    throw new ArgumentException($"{part.GetType()} is no part of a list.", nameof(part));
            }
        }
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
