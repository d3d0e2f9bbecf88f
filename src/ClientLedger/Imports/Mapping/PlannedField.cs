using ClientLedger.Fields;
using ClientLedger.Imports.Files;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Writing;

namespace ClientLedger.Imports.Mapping;

/// <summary>One field of a plan, made ready for a file: columns by their place, and the field by its descriptor.</summary>
internal sealed class PlannedField
{
    private readonly ValueSource? from;
    private readonly ValueSource? ifNew;
    private readonly int[] fromColumns;
    private readonly int[] ifNewColumns;
    private readonly IReadOnlyList<string> headings;
    private readonly CellConversion conversion;
    private readonly object? fromConstant;
    private readonly object? ifNewConstant;

    public PlannedField(FieldPlan plan, FieldDescriptor descriptor, ImportPlan import, IReadOnlyList<string> headings, LedgerSchema schema, TenantSettings settings)
    {
        Descriptor = descriptor;
        Erases = plan.Erases;
        UnreadableTo = plan.Convert.UnreadableTo;
        this.headings = headings;
        (from, ifNew) = (plan.From, plan.IfNew);
        var places = headings.ToList();
        fromColumns = [.. PlanCheck.ColumnsOf(from).Select(column => places.IndexOf(column))];
        ifNewColumns = [.. PlanCheck.ColumnsOf(ifNew).Select(column => places.IndexOf(column))];
        conversion = new CellConversion(descriptor, plan.Convert, import, headings, schema, settings);
        fromConstant = ConstantOf(from);
        ifNewConstant = ConstantOf(ifNew);
    }

    public FieldDescriptor Descriptor { get; }

    public string Name => Descriptor.Name;

    public bool Erases { get; }

    public string? UnreadableTo { get; }

    /// <summary>The entity whose record of the same line the field refers to, or null.</summary>
    public string? LinesEntity => (from as RecordOfLine ?? ifNew as RecordOfLine)?.Entity;

    /// <summary>Whether the value shows that a line is about a record: what is the same in all lines doesn't.</summary>
    public bool IsFromFile => fromColumns.Length > 0;

    /// <summary>What the line gives; null for nothing.</summary>
    /// <param name="isOnlyIfNew">The value is for a new record alone.</param>
    /// <param name="unreadable">What couldn't be read and goes elsewhere instead of a refusal.</param>
    public object? ValueOf(MarkedRow row, out bool isOnlyIfNew, out string? unreadable, out Refusal? refusal)
    {
        (isOnlyIfNew, unreadable) = (false, null);
        var value = ValueOf(from, fromColumns, fromConstant, row, out refusal);
        if (refusal is not null && UnreadableTo is not null)
        {
            unreadable = string.Join('\n', fromColumns.Where(column => row.Row[column] is not null).Select(column => $"{headings[column]}: {CellKinds.TextOf(row.Row[column])}"));
            refusal = null;
            return null;
        }

        if (value is null && refusal is null && ifNew is not null)
        {
            isOnlyIfNew = true;
            value = ValueOf(ifNew, ifNewColumns, ifNewConstant, row, out refusal);
        }

        return value;
    }

    private object? ConstantOf(ValueSource? source)
    {
        if (source is not Constant constant)
        {
            return null;
        }

        var value = conversion.Convert(constant.Value, NoRow, out var refusal);
        return refusal is null ? value : throw new RefusedException(refusal);
    }

    private static readonly FileRow NoRow = new(0, []);

    private object? ValueOf(ValueSource? source, int[] columns, object? constant, MarkedRow row, out Refusal? refusal)
    {
        refusal = null;
        switch (source)
        {
            case FromColumn:
                return conversion.Convert(row.Row[columns[0]], row.Row, out refusal);
            case Constant:
                return constant;
            case FromColumns:
                return Together(columns, row, out refusal);
            case JoinedColumns joined:
                var parts = Array.ConvertAll(columns, column => CellKinds.TextOf(row.Row[column])?.Trim());
                return Array.Exists(parts, part => part is null) ? null : conversion.Convert(string.Join(joined.Separator, parts), row.Row, out refusal);
            case RunningNumber running:
                return row.Number == 0 ? null : $"{CellKinds.TextOf(row.Row[columns[0]])!.Trim()}{running.Separator}{row.Number}";
            case ProductOfColumns:
                return Product(columns, row, out refusal);
            case RecordByField link:
                return CellKinds.TextOf(row.Row[columns[0]]) is { } text ? new RecordReference.ByField(link.Field, text) : null;
            default:
                return null;
        }
    }

    private string[]? Together(int[] columns, MarkedRow row, out Refusal? refusal)
    {
        refusal = null;
        var elements = new List<string>();
        foreach (var column in columns)
        {
            var value = conversion.Convert(row.Row[column], row.Row, out refusal);
            if (refusal is not null)
            {
                return null;
            }

            elements.AddRange((value as string[] ?? []).Where(element => !elements.Contains(element)));
        }

        return elements.Count == 0 ? null : [.. elements];
    }

    private decimal? Product(int[] columns, MarkedRow row, out Refusal? refusal)
    {
        refusal = null;
        var product = 1m;
        foreach (var column in columns)
        {
            if (conversion.NumberOf(row.Row[column], out refusal) is not { } factor)
            {
                return null;
            }

            product *= factor;
        }

        return Math.Round(product, 4, MidpointRounding.ToEven);
    }
}
