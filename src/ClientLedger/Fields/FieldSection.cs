using ClientLedger.Messages;

namespace ClientLedger.Fields;

/// <summary>Writes down the built-in fields of one section of an entity; a field's number is its place in the order too.</summary>
/// <param name="entity">Id of the entity.</param>
/// <param name="section">Heading: <c>basic</c>, <c>business</c> or <c>history</c>.</param>
internal sealed class FieldSection(int entity, string section)
{
    public FieldDescriptor Text(int number, string name, string chinese, string english) => Field(number, name, chinese, english, FieldType.Text);

    public FieldDescriptor LongText(int number, string name, string chinese, string english) =>
        Field(number, name, chinese, english, FieldType.LongText) with { MaxLength = 100_000 };

    public FieldDescriptor Integer(int number, string name, string chinese, string english) => Field(number, name, chinese, english, FieldType.Integer);

    public FieldDescriptor Decimal(int number, string name, string chinese, string english) => Field(number, name, chinese, english, FieldType.Decimal);

    /// <summary>An amount; <paramref name="currency"/> names the field of the same record that holds its currency.</summary>
    public FieldDescriptor Money(int number, string name, string chinese, string english, string? currency = "currency") =>
        Field(number, name, chinese, english, FieldType.Money) with { CurrencyField = currency };

    public FieldDescriptor Boolean(int number, string name, string chinese, string english) => Field(number, name, chinese, english, FieldType.Boolean);

    public FieldDescriptor Date(int number, string name, string chinese, string english) => Field(number, name, chinese, english, FieldType.Date);

    public FieldDescriptor Moment(int number, string name, string chinese, string english) => Field(number, name, chinese, english, FieldType.Moment);

    /// <summary>A code of a controlled list.</summary>
    public FieldDescriptor Choice(int number, string name, string chinese, string english, string list) =>
        Field(number, name, chinese, english, FieldType.Choice) with { List = list, MaxLength = 40 };

    /// <summary>Names a record of another entity; always indexed, since the other side lists its children by it.</summary>
    public FieldDescriptor Reference(int number, string name, string chinese, string english, string target) =>
        Field(number, name, chinese, english, FieldType.Reference) with { Target = target, Indexed = true };

    /// <summary>Names an account; always indexed, since own records are found by it.</summary>
    public FieldDescriptor Person(int number, string name, string chinese, string english) =>
        Field(number, name, chinese, english, FieldType.Person) with { Indexed = true };

    /// <summary>Phone numbers, E.164, the first one primary.</summary>
    public FieldDescriptor Phones(int number, string name, string chinese, string english) => Field(number, name, chinese, english, FieldType.Phone) with
    {
        Several = true,
        MaxLength = 20,
        Search = SearchKind.Phone,
        Mask = new(6, 4),
        Example = "+86 138 0013 8000",
    };

    /// <summary>E-mail addresses, the first one primary.</summary>
    public FieldDescriptor Emails(int number, string name, string chinese, string english) => Field(number, name, chinese, english, FieldType.Email) with
    {
        Several = true,
        MaxLength = 254,
        Search = SearchKind.Code,
        Mask = new(2, 4),
        Example = "li.wei@example.com",
    };

    public FieldDescriptor Field(int number, string name, string chinese, string english, FieldType type) => new()
    {
        Id = (entity * 1000) + number,
        Name = name,
        Label = new Label(chinese, english),
        Type = type,
        Section = section,
        Order = number,
    };
}
