using System.Globalization;
using ClientLedger.Fields;
using ClientLedger.Fields.Lists;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Generators;

/// <summary>
/// One valid record of every entity with every field filled in, made from the descriptors alone: a new entity or field needs no word here.
/// Families of one number look alike in everything that is found, compared or unique; only the mark in plain texts differs.
/// </summary>
/// <param name="number">1 to 8; other families share no unique or searched value.</param>
/// <param name="mark">Stands in every text that isn't searched.</param>
/// <param name="person">The account that every person field names.</param>
public sealed class ValidRecords(LedgerSchema schema, int number, string mark, long person)
{
    private static readonly string[] NationalIds =
    [
        "11010519491231002X", "440524188001010014", "110105194912310011", "11010519491231002X", "110105194912310038", "110105194912310046", "110105194912310054", "110105194912310062",
    ];

    /// <summary>Creations of one record of each entity, those that are referred to first. Labels are the entities' names.</summary>
    public IReadOnlyList<RecordChange> Creations() =>
        [.. ReferenceOrder.Of(schema).Select(entity => new RecordChange(Verb.Create, entity.Name) { Label = entity.Name, Values = Values(entity) })];

    /// <summary>Raw values for all fields of an entity that may be written; references go by label. A reference to the own entity is left empty.</summary>
    public FieldValues Values(EntityDescriptor entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var fields = entity.Fields.Where(field => !field.Derived && field.Target != entity.Name).ToList();
        return new FieldValues([.. fields.Select(field => field.Name)], [.. fields.Select(Value)]);
    }

    /// <summary>The raw value of a field.</summary>
    public object Value(FieldDescriptor field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Type switch
        {
            FieldType.Text when field.Unique => $"{field.Name}-{number}",
            FieldType.Text when IsFound(field) => $"{Names[number]}{field.Label.Chinese}",
            FieldType.Text or FieldType.LongText => $"{field.Name} {mark}",
            FieldType.Integer => (long)Within(field, number),
            FieldType.Decimal or FieldType.Money => Within(field, number + 0.5m),
            FieldType.Boolean => true,
            FieldType.Date => new DateOnly(2026, 3, number),
            FieldType.Moment => new DateTime(2026, 3, number, 4, 0, 0, DateTimeKind.Utc),
            FieldType.Choice => field.Default ?? ReferenceLists.Find(field.List!)!.Items[0].Code,
            FieldType.Reference => new RecordReference.ByLabel(field.Target!),
            FieldType.Person => person,
            FieldType.Phone => string.Create(CultureInfo.InvariantCulture, $"1380013800{number}"),
            FieldType.Email => string.Create(CultureInfo.InvariantCulture, $"info{number}@example.com"),
            FieldType.WebAddress => string.Create(CultureInfo.InvariantCulture, $"https://www{number}.example.com/"),
            FieldType.Handle => string.Create(CultureInfo.InvariantCulture, $"wechat:a{number}liwei"),
            FieldType.TaxNumber => RandomNumbers.TaxNumber(new Chance(number)),
            FieldType.NationalId => NationalIds[number - 1],
            FieldType.BankAccount => string.Create(CultureInfo.InvariantCulture, $"622202000011112222{number}"),
            _ => throw new InvalidOperationException($"No valid value of {field.Type} is known here."),
        };
    }

    /// <summary>A raw value as a person would type it into a filter.</summary>
    public static string Typed(object raw) => raw switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)raw,
    };

    private static readonly string[] Names = ["", "华为", "腾讯", "百度", "小米", "联想", "格力", "美的", "海尔"];

    /// <summary>Compared with other records' values.</summary>
    private static bool IsFound(FieldDescriptor field) => field.Search != SearchKind.None || field.WarnOnDuplicates || field.Indexed;

    private static decimal Within(FieldDescriptor field, decimal value) => Math.Clamp(value, field.Minimum ?? value, field.Maximum ?? value);
}
