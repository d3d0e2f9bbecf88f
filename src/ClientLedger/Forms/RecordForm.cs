using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.Tenancy;
using ClientLedger.Writing;
using Microsoft.AspNetCore.Http;

namespace ClientLedger.Forms;

/// <summary>
/// A form drawn from an entity's descriptors. Beside each input stands what the field was when the form was made: only what the person changed becomes part
/// of the change, so that what others change meanwhile is left alone.
/// </summary>
public sealed class RecordForm
{
    /// <summary>Before the name of an input that holds what the field was.</summary>
    public const string Was = "was.";

    /// <summary>Before the name of an input that holds the id of the record that a reference named.</summary>
    public const string WasId = "was-id.";

    public required EntityDescriptor Entity { get; init; }

    /// <summary>The fields that the caller may fill in, by section.</summary>
    public required IReadOnlyList<(string Section, IReadOnlyList<FieldDescriptor> Fields)> Sections { get; init; }

    /// <summary>What stands in the inputs.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>What the fields were when the form was made.</summary>
    public required IReadOnlyDictionary<string, string> Before { get; init; }

    /// <summary>Ids of the records that references named when the form was made.</summary>
    public IReadOnlyDictionary<string, string> BeforeIds { get; init; } = new Dictionary<string, string>();

    /// <summary>Version of the record that the form shows; null for a new one.</summary>
    public long? Version { get; init; }

    /// <summary>Whom a record can be given to, by id.</summary>
    public required IReadOnlyList<MemberName> People { get; init; }

    /// <summary>What was refused; its fields are named as the inputs.</summary>
    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>Fields that somebody else changed meanwhile, with both values as they are shown.</summary>
    public IReadOnlyList<(FieldDescriptor Field, string? Mine, string? Theirs)> Conflicts { get; init; } = [];

    /// <summary>Records that look like the one that was entered.</summary>
    public IReadOnlyList<DuplicateHit> Duplicates { get; init; } = [];

    /// <summary>The fields of a form: what may be written, without the book, which is chosen elsewhere.</summary>
    internal static IReadOnlyList<FieldDescriptor> FieldsOf(LedgerScope scope, EntityDescriptor entity) =>
        [.. ShownFields.Writable(scope, entity).Where(field => !Book.IsNamedBy(field))];

    /// <summary>The changes that a posted form asks for.</summary>
    /// <param name="isNew">Everything that was filled in counts, not only what differs from the start.</param>
    internal static FieldValues Changes(LedgerScope scope, EntityDescriptor entity, IFormCollection form, bool isNew)
    {
        var names = new List<string>();
        var values = new List<object?>();
        foreach (var field in FieldsOf(scope, entity).Where(field => form.ContainsKey(field.Name)))
        {
            var typed = Posted(field, form);
            if (isNew ? typed.Length > 0 || field.Default is not null : IsChanged(field, form))
            {
                names.Add(field.Name);
                values.Add(ValueOf(scope, field, typed, form));
            }
        }

        return new FieldValues(names, values);
    }

    /// <summary>What was posted, as the form shows it again.</summary>
    internal static Dictionary<string, string> Posted(IEnumerable<FieldDescriptor> fields, IFormCollection form, string prefix = "") =>
        fields.ToDictionary(field => field.Name, field => Posted(field, form, prefix));

    /// <summary>What was posted of one field.</summary>
    internal static string Posted(FieldDescriptor field, IFormCollection form, string prefix = "") => Typed(form[prefix + field.Name].ToString());

    /// <summary>Whether the person made something else of a field than it was when the form was made.</summary>
    internal static bool IsChanged(FieldDescriptor field, IFormCollection form) => form.ContainsKey(field.Name) && Posted(field, form) != Posted(field, form, Was);

    /// <summary>A reference is typed as the title of what it names, or as an id; unchanged it stays the record that it was.</summary>
    private static object? ValueOf(LedgerScope scope, FieldDescriptor field, string typed, IFormCollection form)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        if (field.Type != FieldType.Reference)
        {
            return typed;
        }

        var target = scope.Schema[field.Target!];
        if (form[WasId + field.Name].ToString() is { Length: > 0 } id && typed == Posted(field, form, Was))
        {
            return id;
        }

        return RecordIds.TryParse(typed, target.IdPrefix, out _) ? typed : new RecordReference.ByField(target.Title, typed);
    }

    /// <summary>Browsers end lines with CR LF.</summary>
    private static string Typed(string posted) => posted.ReplaceLineEndings("\n").Trim();
}
