using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Fields.Lists;

namespace ClientLedger.Api.Schemas;

/// <summary>How a field shows in the schema: the types of its values, of its filter, and what can be done by it.</summary>
internal static class FieldShape
{
    public const string Id = "ID", Text = "String", Boolean = "Boolean";

    /// <summary>The type of its values, going out.</summary>
    public static string OutputOf(FieldDescriptor field) => field.Name == SystemFields.Id ? Id + "!"
        : IsLink(field) ? TypeNames.Record(field.Target!)
        : Listed(field, ScalarOf(field));

    /// <summary>The type of its values, coming in. A reference is given by its id.</summary>
    public static string InputOf(FieldDescriptor field) => Listed(field, ScalarOf(field));

    /// <summary>The type of its filter.</summary>
    public static string WhereOf(FieldDescriptor field) =>
        IsLink(field) ? TypeNames.ReferenceWhere(field.Target!)
        : field.Sensitivity == Sensitivity.Sensitive ? FilterTypes.Sensitive
        : field.Name == SystemFields.Id ? FilterTypes.Id
        : field.Type switch
        {
            FieldType.LongText => FilterTypes.LongText,
            FieldType.Integer => FilterTypes.Long,
            FieldType.Decimal or FieldType.Money => FilterTypes.Decimal,
            FieldType.Boolean => FilterTypes.Boolean,
            FieldType.Date => FilterTypes.Date,
            FieldType.Moment => FilterTypes.Moment,
            FieldType.Choice => field.List is { } list && ReferenceLists.Find(list)?.HasLevels == true ? FilterTypes.LeveledChoice : FilterTypes.Choice,
            FieldType.Person or FieldType.Reference => FilterTypes.Person,
            _ => FilterTypes.Text,
        };

    /// <summary>It names a record, which is shown in its place.</summary>
    public static bool IsLink(FieldDescriptor field) => field is { Type: FieldType.Reference, Several: false, Target: not null };

    /// <summary>The least right by which a field is there for a caller: what stands for a record can't be shown through a mask.</summary>
    public static ReadRight LeastShown(FieldDescriptor field) => IsLink(field) ? ReadRight.Clear : ReadRight.Masked;

    /// <summary>Lists can be sorted by it.</summary>
    public static bool IsSortable(FieldDescriptor field) => field.Type.IsSortable() && field is { Several: false, Sensitivity: not Sensitivity.Sensitive };

    /// <summary>It can be aggregated, if only to the smallest and the largest.</summary>
    public static bool IsAggregable(FieldDescriptor field) =>
        field.IsSummable || field is { Type: FieldType.Date or FieldType.Moment, Several: false, Sensitivity: not Sensitivity.Sensitive };

    private static string ScalarOf(FieldDescriptor field) => field.Type switch
    {
        FieldType.Integer => ApiScalars.Long,
        FieldType.Decimal or FieldType.Money => ApiScalars.Decimal,
        FieldType.Boolean => Boolean,
        FieldType.Date => ApiScalars.Date,
        FieldType.Moment => ApiScalars.DateTime,
        FieldType.Reference or FieldType.Person => Id,
        _ => Text,
    };

    private static string Listed(FieldDescriptor field, string type) => field.Several ? $"[{type}!]" : type;
}
