using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Reading.Answers;

namespace ClientLedger.Reading.Binding;

/// <summary>Something that each row of a list shows. The columns that it reads are known when the statement is written.</summary>
internal abstract class BoundSelection(JsonEncodedText key)
{
    public JsonEncodedText Key { get; } = key;

    /// <summary>The column of its value: the field's, the aggregate's, the id of the record that a reference names, the parent of children.</summary>
    public int Column { get; set; } = -1;
}

/// <summary>On which rows a field is shown in some way.</summary>
/// <param name="Rows">The rows; null for all of them.</param>
internal readonly record struct Shown(bool Ever, BoundFilter? Rows)
{
    public static readonly Shown Always = new(true, null);
    public static readonly Shown Never = new(false, null);
}

/// <summary>The value of a field.</summary>
/// <param name="custom">Place among the custom fields of its table that are read; −1 for a built-in field.</param>
internal sealed class BoundValue(JsonEncodedText key, BoundRow row, FieldDescriptor field, int ordinal, int custom, Shown clear, Shown masked) : BoundSelection(key)
{
    public BoundRow Row { get; } = row;

    public FieldDescriptor Field { get; } = field;

    public int Ordinal { get; } = ordinal;

    public int Custom { get; } = custom;

    public Shown Clear { get; } = clear;

    /// <summary>Where it isn't clear.</summary>
    public Shown Masked { get; } = masked;

    /// <summary>Column that says whether it is clear on the row; −1 when that needs no asking.</summary>
    public int ClearColumn { get; set; } = -1;

    /// <summary>Column that says whether the mask is shown on the row; −1 when that needs no asking.</summary>
    public int MaskedColumn { get; set; } = -1;

    /// <summary>A total that is computed, not a column of the record.</summary>
    public BoundField? Computed { get; init; }

    /// <summary>Prefix of the ids that a reference shows.</summary>
    public string IdPrefix { get; init; } = "";
}

/// <summary>The record that a reference names, with what it shows of it.</summary>
internal sealed class BoundReferenceSelection(JsonEncodedText key, BoundField reference, BoundRow target) : BoundSelection(key)
{
    public BoundField Reference { get; } = reference;

    public BoundRow Target { get; } = target;
}

/// <summary>A list of children; it is read by a statement of its own.</summary>
/// <param name="row">The row that holds it.</param>
/// <param name="level">The list.</param>
/// <param name="total">Their number; null where it isn't shown.</param>
internal sealed class BoundChildrenSelection(JsonEncodedText key, BoundRow row, BoundLevel level, BoundAggregate? total) : BoundSelection(key)
{
    public BoundRow Row { get; } = row;

    public BoundLevel Level { get; } = level;

    public BoundAggregate? Total { get; } = total;

    public int TotalColumn { get; set; } = -1;
}

/// <summary>Lists of children as one.</summary>
/// <param name="lists">The lists, each read by a statement of its own.</param>
/// <param name="first">Most rows of a page.</param>
/// <param name="isLater">There are rows before the page.</param>
internal sealed class BoundTimeline(JsonEncodedText key, IReadOnlyList<BoundChildrenSelection> lists, int first, bool isLater) : BoundSelection(key)
{
    public IReadOnlyList<BoundChildrenSelection> Lists { get; } = lists;

    public int First { get; } = first;

    public bool IsLater { get; } = isLater;

    /// <summary>What is shown: as of each of its lists.</summary>
    public IReadOnlyList<BoundPart> Parts => Lists[0].Level.Parts!;
}

/// <summary>The moment of a row of a timeline.</summary>
internal sealed class BoundMoment(JsonEncodedText key, BoundLevel level) : BoundSelection(key)
{
    public BoundLevel Level { get; } = level;
}

/// <summary>A text.</summary>
internal sealed class BoundText(JsonEncodedText key, JsonEncodedText text) : BoundSelection(key)
{
    public JsonEncodedText Text { get; } = text;
}

/// <summary>The place of a list's row.</summary>
internal sealed class BoundCursor(JsonEncodedText key, BoundLevel level) : BoundSelection(key)
{
    public BoundLevel Level { get; } = level;
}

/// <summary>An object that shows something of the same row.</summary>
internal sealed class BoundGroup(JsonEncodedText key, IReadOnlyList<BoundSelection> select) : BoundSelection(key)
{
    public IReadOnlyList<BoundSelection> Select { get; } = select;
}

/// <summary>An aggregate over the children.</summary>
internal sealed class BoundAggregateSelection(JsonEncodedText key, BoundAggregate aggregate) : BoundSelection(key)
{
    public BoundAggregate Aggregate { get; } = aggregate;
}

/// <summary>A row of a table and what is shown of it.</summary>
internal sealed class BoundRow(BoundTable table)
{
    private (List<BoundChildrenSelection> Lists, List<BoundTimeline> Timelines)? held;

    public BoundTable Table { get; } = table;

    public List<BoundSelection> Select { get; } = [];

    /// <summary>The lists that it holds and that have to be read, through references too, in the order of their selection; once all of it is bound.</summary>
    public IReadOnlyList<BoundChildrenSelection> Lists => (held ??= HeldIn(Select, ([], []))).Lists;

    /// <summary>The timelines that it holds, through references too; their lists are among <see cref="Lists"/>.</summary>
    public IReadOnlyList<BoundTimeline> Timelines => (held ??= HeldIn(Select, ([], []))).Timelines;

    /// <summary>The custom fields that are shown, in the order of <see cref="BoundValue.Custom"/>.</summary>
    public CustomValues Custom { get; } = new();

    /// <summary>The column of the JSON document with the custom fields; −1 when none is shown.</summary>
    public int CustomColumn { get; set; } = -1;

    /// <summary>Finds both in one walk.</summary>
    private static (List<BoundChildrenSelection> Lists, List<BoundTimeline> Timelines) HeldIn(
        IReadOnlyList<BoundSelection> select, (List<BoundChildrenSelection> Lists, List<BoundTimeline> Timelines) found)
    {
        foreach (var selection in select)
        {
            switch (selection)
            {
                case BoundChildrenSelection { Level.IsRead: true } list:
                    found.Lists.Add(list);
                    break;
                case BoundTimeline timeline:
                    found.Timelines.Add(timeline);
                    HeldIn(timeline.Lists, found);
                    break;
                case BoundReferenceSelection reference:
                    HeldIn(reference.Target.Select, found);
                    break;
                case BoundGroup group:
                    HeldIn(group.Select, found);
                    break;
            }
        }

        return found;
    }
}

/// <summary>A whole query.</summary>
internal sealed record BoundQuery(BoundLevel Page, bool Count, IReadOnlyList<BoundSum> Sums)
{
    /// <summary>The currencies by which sums are told apart.</summary>
    public List<BoundField> Currencies => [.. Sums.Select(sum => sum.Currency).OfType<BoundField>().Distinct()];
}

/// <summary>A field that is added up over all records of a query.</summary>
/// <param name="Currency">By which it is added up; null for a field without a currency of its own.</param>
internal sealed record BoundSum(BoundField Field, BoundField? Currency);
