using System.Globalization;
using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Settings;
using ClientLedger.Tenancy;

namespace ClientLedger.Shared.Pages;

/// <summary>Values of fields as a page writes them, whether they come from an answer of the read gate or from the log.</summary>
/// <param name="wording">The request's language and zone.</param>
/// <param name="scope">The ledger, whose books are shown by their names.</param>
/// <param name="people">The ledger's people.</param>
internal sealed class FieldText(Wording wording, LedgerScope scope, IEnumerable<MemberName> people)
{
    private readonly Dictionary<long, string> names = people.ToDictionary(person => person.Id, person => person.Name);

    /// <summary>The text of a value in an answer; null where there is none. A reference was selected with its title.</summary>
    /// <param name="row">The record's row, which also holds the currency of its amounts.</param>
    public string? Of(FieldDescriptor field, JsonElement row) =>
        row.TryGetProperty(field.Name, out var value) ? Of(field, CanonicalOf(field, value), CurrencyOf(field, row)) : null;

    /// <summary>The text of a canonical value; null where there is none.</summary>
    public string? Of(FieldDescriptor field, object? value, string? currency) => (field.Type, value) switch
    {
        (_, null) => null,
        (_, string[] several) => string.Join(wording.Language == Messages.Language.Chinese ? "、" : ", ", several.Select(element => One(field, element))),

        // What was converted to the base currency has places that nobody paid.
        (FieldType.Money, decimal amount) => Wording.Money(field is { Derived: true, CurrencyField: null } ? decimal.Round(amount, 2) : amount, currency),
        (_, decimal number) => Wording.Number(number),
        (FieldType.Person, long id) => names.GetValueOrDefault(id) ?? RecordIds.Format(RecordIds.Account, id),
        (_, long number) => Book.IsNamedBy(field) && scope.Books.TryGetValue(number, out var book) ? book : Wording.Number(number),
        (_, bool isSo) => wording[isSo ? SharedTexts.Yes : SharedTexts.No],
        (_, DateOnly date) => Wording.Date(date),
        (_, DateTime moment) => wording.Moment(moment),
        (_, string text) => One(field, text),
        _ => value.ToString(),
    };

    private string One(FieldDescriptor field, string text) =>
        field.Type == FieldType.Choice && field.List is not null && ReferenceLists.Find(field.List) is { } list ? ReferencePaths.Of(list, text, wording.Language) : text;

    private static object? CanonicalOf(FieldDescriptor field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when field.Type == FieldType.Integer => value.GetInt64(),
        JsonValueKind.Number => value.GetDecimal(),
        JsonValueKind.Array => value.EnumerateArray().Select(element => element.GetString()!).ToArray() is { Length: > 0 } several ? several : null,

        // A reference: its id and title.
        JsonValueKind.Object => value.EnumerateObject().Last().Value.ToString(),
        _ => FromText(field, value.GetString()!),
    };

    private static object FromText(FieldDescriptor field, string text) => field.Type switch
    {
        FieldType.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
        FieldType.Moment when DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) => moment,
        FieldType.Person when RecordIds.TryParse(text, RecordIds.Account, out var id) => id,
        _ => text,
    };

    private static string? CurrencyOf(FieldDescriptor field, JsonElement row) =>
        field.CurrencyField is { } name && row.TryGetProperty(name, out var currency) && currency.ValueKind == JsonValueKind.String ? currency.GetString() : null;
}
