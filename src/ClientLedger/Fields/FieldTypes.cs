namespace ClientLedger.Fields;

/// <summary>What the types of fields have in common.</summary>
public static class FieldTypes
{
    /// <summary>Canonical values are strings.</summary>
    public static bool IsText(this FieldType type) => type is FieldType.Text or FieldType.LongText or FieldType.Choice
        or FieldType.Phone or FieldType.Email or FieldType.WebAddress or FieldType.Handle
        or FieldType.TaxNumber or FieldType.NationalId or FieldType.BankAccount;

    /// <summary>Compared by the folded key, since people write the same text in several ways; the others have one canonical form.</summary>
    public static bool HasFoldedKey(this FieldType type) => type is FieldType.Text or FieldType.LongText;

    /// <summary>Stored as whole ten-thousandths.</summary>
    public static bool IsTenThousandths(this FieldType type) => type is FieldType.Decimal or FieldType.Money;

    /// <summary>Stored as a whole number: an id, a count, or ten-thousandths.</summary>
    public static bool IsNumber(this FieldType type) => type is FieldType.Integer or FieldType.Decimal or FieldType.Money
        or FieldType.Reference or FieldType.Person;

    /// <summary>Has an order that a list can be sorted by.</summary>
    public static bool IsSortable(this FieldType type) => type is not FieldType.LongText;
}
