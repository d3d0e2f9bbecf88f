using System.Globalization;
using ClientLedger.Fields;
using ClientLedger.Fields.Lists;

namespace ClientLedger.TestKit.Generators;

/// <summary>Values of chance that a field accepts, as the canonical value or as a text that means it.</summary>
/// <param name="today">Dates and moments lie within some two years before it and some months after.</param>
/// <param name="persons">Accounts that a person field may name.</param>
public sealed class RandomValues(Chance chance, DateOnly today, IReadOnlyList<long> persons)
{
    private int taken;

    /// <summary>Codes of regions, of different levels.</summary>
    public static IReadOnlyList<string> Regions { get; } = Spread(ReferenceLists.Find("regions")!.Items, 40);

    /// <summary>Codes that a choice may hold; of a long list some from all its parts.</summary>
    public static IReadOnlyList<string> Codes(FieldDescriptor field)
    {
        return field.List switch
        {
            "regions" => Regions,
            "currencies" => ["CNY", "CNY", "USD", "EUR", "JPY"],
            _ => Spread(ReferenceLists.Find(field.List!)!.Items, 20),
        };
    }

    /// <summary>A canonical value for a field that isn't a reference; never empty.</summary>
    public object Canonical(FieldDescriptor field)
    {
        return field.Several ? Several(field) : One(field);
    }

    /// <summary>Empty in some cases, unless the field must have a value.</summary>
    public object? CanonicalOrEmpty(FieldDescriptor field)
    {
        return !field.Required && chance.In(35) ? null : Canonical(field);
    }

    private string[] Several(FieldDescriptor field) =>
        [.. Enumerable.Range(0, chance.Between(1, 3)).Select(_ => (string)One(field)).Distinct()];

    private object One(FieldDescriptor field) => field.Type switch
    {
        FieldType.Text when field.Unique => Unused(),
        FieldType.Text => Cut(field, field.Search == SearchKind.Name ? RandomWords.Name(chance) : RandomWords.Word(chance)),
        FieldType.LongText => Cut(field, RandomWords.Lines(chance)),
        FieldType.Integer => (long)decimal.Clamp(chance.Between(0, 20), field.Minimum ?? 0, field.Maximum ?? 20),
        FieldType.Decimal or FieldType.Money => decimal.Clamp(chance.Between(0, 400) * chance.Pick([0.5m, 1m, 2.25m, 0.0001m, 123.4567m]), field.Minimum ?? 0, field.Maximum ?? 100_000),
        FieldType.Boolean => chance.In(50),
        FieldType.Date => today.AddDays(chance.Between(-800, 200)),
        FieldType.Moment => today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(chance.Between(-18_000, 3_000)).AddMilliseconds(chance.Pick([0, 0, 1, 999])),
        FieldType.Choice => chance.Pick(Codes(field)),
        FieldType.Person => chance.Pick(persons),
        FieldType.Phone => RandomNumbers.Phone(chance),
        FieldType.Email => string.Create(CultureInfo.InvariantCulture, $"{chance.Pick(["info", "sales", "wang", "a_b", "a.b"])}{chance.Between(1, 30)}@{chance.Pick(["example.com", "example.cn", "mail.example.org"])}"),
        FieldType.WebAddress => string.Create(CultureInfo.InvariantCulture, $"https://{chance.Pick(["www", "shop"])}.example{chance.Between(1, 9)}.com/{chance.Pick(["", "About", "a_b"])}"),
        FieldType.Handle => string.Create(CultureInfo.InvariantCulture, $"wechat:user_{chance.Between(100, 150)}x"),
        FieldType.TaxNumber => RandomNumbers.TaxNumber(chance),
        FieldType.NationalId => RandomNumbers.NationalId(chance),
        FieldType.BankAccount => RandomNumbers.BankAccount(chance),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, "No values of that type are made here."),
    };

    private string Unused() => string.Create(CultureInfo.InvariantCulture, $"{chance.Pick(["N", "No ", "号"])}-{++taken:D5}");

    private static string Cut(FieldDescriptor field, string text) => text.Length <= field.MaxLength ? text : text[..field.MaxLength].Trim();

    private static List<string> Spread(IReadOnlyList<ReferenceItem> items, int count) =>
        [.. Enumerable.Range(0, Math.Min(count, items.Count)).Select(at => items[(int)((long)at * items.Count / Math.Min(count, items.Count))].Code)];
}
