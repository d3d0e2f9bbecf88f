using ClientLedger.Fields;

namespace ClientLedger.Storage;

/// <summary>The shadow properties that stand beside a field's value in the model; their columns are named alike.</summary>
internal static class ColumnNames
{
    public const string Key = "Key", Hash = "Hash", Tail = "Tail";

    /// <summary>Folded key of a text, or null where a field has none.</summary>
    public static string? KeyOf(FieldDescriptor field) =>
        field.Type.HasFoldedKey() && !field.Several && field.Sensitivity == Sensitivity.Normal ? RecordTable.PropertyOf(field) + Key : null;

    /// <summary>Keyed hash of a sensitive value, or null.</summary>
    public static string? HashOf(FieldDescriptor field) => field.Sensitivity == Sensitivity.Sensitive ? RecordTable.PropertyOf(field) + Hash : null;

    /// <summary>Keyed hash of a sensitive value's last four characters, or null.</summary>
    public static string? TailOf(FieldDescriptor field) => field.Sensitivity == Sensitivity.Sensitive ? RecordTable.PropertyOf(field) + Tail : null;
}
