using System.Text.RegularExpressions;
using ClientLedger.Fields.Lists;
using ClientLedger.Messages;
using ClientLedger.Reading;

namespace ClientLedger.Fields;

/// <summary>What a tenant's own field must be before it is saved.</summary>
public static partial class CustomFieldRules
{
    /// <summary>Longest API name.</summary>
    public const int MaxName = 40;

    /// <summary>Names that filters give a meaning of their own, and what a customer tells besides its fields and lists.</summary>
    private static readonly string[] Reserved = ["and", "or", "not", "timeline"];

    /// <summary>What the name of a list goes on with where it tells what its records come to.</summary>
    private const string OfLists = "Aggregate";

    /// <summary>All that is wrong with a new field of an entity; names of retired fields are checked where they are stored.</summary>
    public static IReadOnlyList<Refusal> Check(LedgerSchema schema, string entity, FieldDescriptor field)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(field);
        return schema.Find(entity) is { } found
            ? [.. Broken(schema, found, field).Select(refusal => refusal with { Field = field.Name })]
            : [Refusal.Of(CustomFieldMessages.EntityUnknown, ("entity", entity))];
    }

    private static IEnumerable<Refusal> Broken(LedgerSchema schema, EntityDescriptor entity, FieldDescriptor field)
    {
        if (!NamePattern().IsMatch(field.Name) || field.Name.Length > MaxName)
        {
            yield return Refusal.Of(CustomFieldMessages.Name, ("name", field.Name), ("max", MaxName));
        }

        if (entity.Find(field.Name) is not null || entity.Children.Any(children => field.Name.StartsWith(children.Name, StringComparison.Ordinal) && field.Name[children.Name.Length..] is "" or OfLists) || Reserved.Contains(field.Name))
        {
            yield return Refusal.Of(CustomFieldMessages.NameTaken, ("name", field.Name), ("entity", entity.Label));
        }

        if (string.IsNullOrWhiteSpace(field.Label.Chinese) || string.IsNullOrWhiteSpace(field.Label.English))
        {
            yield return Refusal.Of(CustomFieldMessages.Label, ("name", field.Name));
        }

        if (field.Several && (!field.Type.IsText() || field.Type == FieldType.LongText || IsSensitive(field)))
        {
            yield return Refusal.Of(CustomFieldMessages.Several, ("name", field.Name));
        }

        if ((field.Unique || field.Indexed) && (field.Type == FieldType.LongText || field.Several || IsSensitive(field)))
        {
            yield return Refusal.Of(CustomFieldMessages.Unique, ("name", field.Name));
        }
        else if ((field.Unique || field.Indexed || field.Several) && field.Type.IsText() && field.MaxLength > FieldIndex.LongestText)
        {
            yield return Refusal.Of(CustomFieldMessages.TooLong, ("name", field.Name), ("max", FieldIndex.LongestText));
        }

        foreach (var refusal in BrokenNames(schema, entity, field))
        {
            yield return refusal;
        }
    }

    private static IEnumerable<Refusal> BrokenNames(LedgerSchema schema, EntityDescriptor entity, FieldDescriptor field)
    {
        if (field.Type == FieldType.Reference && schema.Find(field.Target ?? "") is null)
        {
            yield return Refusal.Of(CustomFieldMessages.Target, ("name", field.Name), ("target", field.Target));
        }

        if (field.Type == FieldType.Choice && ReferenceLists.Find(field.List ?? "") is null)
        {
            yield return Refusal.Of(CustomFieldMessages.List, ("name", field.Name), ("list", field.List));
        }

        if (field.CurrencyField is { } currency && entity.Find(currency)?.Type != FieldType.Choice)
        {
            yield return Refusal.Of(CustomFieldMessages.Currency, ("name", field.Name), ("currency", currency), ("entity", entity.Label));
        }

        if (field.Pattern is { } pattern && !IsPattern(pattern))
        {
            yield return Refusal.Of(CustomFieldMessages.Pattern, ("name", field.Name), ("pattern", pattern));
        }

        if (field.Formula is not null || field.Derived)
        {
            yield return Refusal.Of(CustomFieldMessages.Computed, ("name", field.Name));
        }
    }

    /// <summary>Identity and account numbers are sensitive whatever their descriptor says.</summary>
    internal static Sensitivity SensitivityOf(FieldDescriptor field) =>
        field.Type is FieldType.NationalId or FieldType.BankAccount ? Sensitivity.Sensitive : field.Sensitivity;

    private static bool IsSensitive(FieldDescriptor field) => SensitivityOf(field) == Sensitivity.Sensitive;

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (Exception broken) when (broken is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^[a-z][a-zA-Z0-9]*\z", RegexOptions.None, 1_000)]
    private static partial Regex NamePattern();
}
