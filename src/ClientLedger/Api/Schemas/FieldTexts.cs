using ClientLedger.Fields;
using ClientLedger.Fields.Lists;

namespace ClientLedger.Api.Schemas;

/// <summary>What the schema says of a field: what it is, its form, unit and an example.</summary>
internal static class FieldTexts
{
    private const int MostCodes = 12;

    /// <summary>The description of a field's values.</summary>
    public static string Of(FieldDescriptor field) =>
        string.Join(" ", Parts(field).OfType<string>().Select(part => part.TrimEnd('.') + "."));

    private static IEnumerable<string?> Parts(FieldDescriptor field)
    {
        yield return field.Label.English;
        yield return field.Help?.English;
        yield return FormOf(field);
        yield return field.Several ? "Several values, the first is the primary one" : null;
        yield return field.Unit is { } unit ? $"In {unit.English}" : null;
        yield return field.CurrencyField is { } currency ? $"In the currency that `{currency}` names" : null;
        yield return (field.Minimum, field.Maximum) switch
        {
            ({ } least, { } most) => $"{least} to {most}",
            ({ } least, null) => $"At least {least}",
            (null, { } most) => $"At most {most}",
            _ => null,
        };
        yield return field.Unique ? "No two records have the same" : null;
        yield return field.Derived && field.Name != SystemFields.Id ? "Kept by the ledger itself" : null;
        yield return field.Example is { } example ? $"Example: `{example}`" : null;
    }

    private static string? FormOf(FieldDescriptor field) => field.Type switch
    {
        FieldType.Text when !field.Several => $"One line of up to {field.MaxLength} characters",
        FieldType.LongText => "Several lines",
        FieldType.Decimal or FieldType.Money => "A number with up to four places",
        FieldType.Date => "A day, `2026-03-02`",
        FieldType.Moment => "A point in time in UTC, `2026-03-02T08:30:00.000Z`",
        FieldType.Choice => CodesOf(field),
        FieldType.Reference when field.Name == SystemFields.Id => "For ever the same",
        FieldType.Person => "The id of an account, `acc_…`",
        FieldType.Phone => "A phone number in E.164, `+8613800138000`; it is read in any spelling",
        FieldType.Email => "An e-mail address in lower case",
        FieldType.WebAddress => "An address that begins with `https://` or `http://`",
        FieldType.Handle => "The network and the name there, `wechat:liwei88`",
        FieldType.TaxNumber or FieldType.NationalId or FieldType.BankAccount => "Upper-case letters and digits",
        _ => null,
    };

    private static string? CodesOf(FieldDescriptor field)
    {
        if (field.List is not { } name || ReferenceLists.Find(name) is not { } list)
        {
            return null;
        }

        return list.Items.Count > MostCodes
            ? $"A code of the list `{name}`, such as `{list.Items[0].Code}`"
            : $"One of {string.Join(", ", list.Items.Select(item => $"`{item.Code}` ({item.Label.English})"))}";
    }
}
