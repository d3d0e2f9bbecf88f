using System.Globalization;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;

namespace ClientLedger.Views;

/// <summary>A condition as a row of the filter's form.</summary>
/// <param name="Entity">Name in addresses of the list.</param>
/// <param name="IsFirst">There is none before it to be joined to.</param>
/// <param name="Fields">What can be compared, as name and text.</param>
/// <param name="Field">The field that is compared; null while none is chosen.</param>
/// <param name="Choices">What the value can be, as value and text; empty where it is typed.</param>
internal sealed record ConditionRow(
    string Entity, bool IsFirst, Condition Condition, IReadOnlyList<(string Name, string Text)> Fields, FieldDescriptor? Field, IReadOnlyList<(string Value, string Text)> Choices)
{
    /// <summary>The comparison that is chosen, or the field's usual one.</summary>
    public Comparison? Comparison => Field is null ? null : Condition.Of(Field);
}

/// <summary>Makes the rows of the filter's form out of descriptors: what may be compared, how, and with what.</summary>
internal sealed class ConditionForm(LedgerScope scope, EntityDescriptor entity, IReadOnlyList<MemberName> people, Wording wording)
{
    private IReadOnlyList<(string Name, string Text)> Fields => field ??=
    [
        .. entity.Fields
            .Where((one, ordinal) => ordinal is not (SystemFields.IdOrdinal or SystemFields.VersionOrdinal) && scope.Rights.On(entity.Name).Best(ordinal) == ReadRight.Clear)
            .Select(one => (one.Name, wording[one.Label])),
    ];

    /// <summary>The conditions of an address, and an empty one to go on with.</summary>
    public IReadOnlyList<ConditionRow> RowsOf(ListAddress address) =>
        [.. address.Conditions.Append(new Condition(IsAlternative: false, "", "", "")).Select((condition, at) => RowOf(condition, isFirst: at == 0))];

    /// <summary>One condition.</summary>
    public ConditionRow RowOf(Condition condition, bool isFirst)
    {
        var compared = Fields.Any(one => one.Name == condition.Field) ? entity.Find(condition.Field) : null;
        return new ConditionRow(entity.Plural, isFirst, condition, Fields, compared, compared is null ? [] : ChoicesOf(compared));
    }

    /// <summary>A condition in words: what chips above the list say.</summary>
    public string TextOf(Condition condition)
    {
        if (entity.Find(condition.Field) is not { } compared)
        {
            return condition.Field;
        }

        var comparison = condition.Of(compared);
        var value = comparison.Entered == Entered.Nothing ? "" : ChoicesOf(compared).FirstOrDefault(choice => choice.Value == condition.Value).Text ?? condition.Value;
        return $"{wording[compared.Label]} {wording[comparison.Text]} {value}".TrimEnd();
    }

    private IReadOnlyList<(string Value, string Text)> ChoicesOf(FieldDescriptor compared) => compared switch
    {
        { Type: FieldType.Boolean } => [("true", wording[SharedTexts.Yes]), ("false", wording[SharedTexts.No])],
        { Type: FieldType.Person } => [.. people.Select(person => (RecordIds.Format(RecordIds.Account, person.Id), person.Id == scope.Actor.Id ? $"{person.Name} ({wording[ViewTexts.Me]})" : person.Name))],
        { Type: FieldType.Choice, List: { } name } when ReferenceLists.Find(name) is { HasLevels: false } list => [.. list.Items.Select(item => (item.Code, wording[item.Label]))],
        _ when Book.IsNamedBy(compared) => [.. scope.Books.OrderBy(book => book.Key).Select(book => (book.Key.ToString(CultureInfo.InvariantCulture), book.Value))],
        _ => [],
    };
}
