using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Settings;

namespace ClientLedger.Shared.Pages;

/// <summary>A short table of records, as <c>_RecordTable</c> shows it: the first column leads to the record, so there is always one.</summary>
internal sealed record RecordTable(EntityDescriptor Entity, IReadOnlyList<FieldDescriptor> Columns, IReadOnlyList<JsonElement> Rows, FieldText Text)
{
    /// <summary>Address of the page before; null where there is none.</summary>
    public string? Previous { get; init; }

    /// <summary>Address of the page after; null where there is none.</summary>
    public string? Next { get; init; }

    /// <summary>The record's id as it is written outside.</summary>
    public static string IdOf(JsonElement row) => row.GetProperty(SystemFields.Id).GetString()!;

    /// <summary>Cells of a column stand at the right, so that digits stand under each other.</summary>
    public static bool IsAmount(FieldDescriptor column) => column.Type is (FieldType.Integer or FieldType.Decimal or FieldType.Money) && !Book.IsNamedBy(column);

    /// <summary>What the first column shows: a record without a title is named by its id.</summary>
    public string TitleOf(JsonElement row) => Text.Of(Columns[0], row) ?? IdOf(row);

    /// <summary>What the other columns show, in one line.</summary>
    public string LineOf(JsonElement row) => string.Join(" · ", Columns.Skip(1).Select(column => Text.Of(column, row)).OfType<string>());
}

/// <summary>The fields of a record in their sections, as <c>_RecordProfile</c> shows them.</summary>
/// <param name="Targets">Entities that references name, by name.</param>
internal sealed record RecordProfile(
    EntityDescriptor Entity, IReadOnlyList<(string Section, IReadOnlyList<FieldDescriptor> Fields)> Sections, JsonElement Row, FieldText Text, LedgerSchema Targets)
{
    /// <summary>The record that a reference names, where the caller may see it.</summary>
    public (EntityDescriptor Entity, string Id)? Referenced(FieldDescriptor field) =>
        field is { Type: FieldType.Reference, Target: { } target } && Row.TryGetProperty(field.Name, out var value) && value.ValueKind == JsonValueKind.Object
            ? (Targets[target], value.GetProperty(SystemFields.Id).GetString()!)
            : null;
}
