using ClientLedger.Fields;

namespace ClientLedger.TestKit.Generators;

/// <summary>A tenant's own fields: on customers one of every type that a tenant can define, on orders and contacts a few.</summary>
public static class RandomFields
{
    private static readonly FieldType[] Types =
    [
        FieldType.Text, FieldType.LongText, FieldType.Integer, FieldType.Decimal, FieldType.Money, FieldType.Boolean, FieldType.Date, FieldType.Moment,
        FieldType.Choice, FieldType.Reference, FieldType.Person, FieldType.Phone, FieldType.Email, FieldType.WebAddress, FieldType.Handle,
        FieldType.TaxNumber, FieldType.NationalId, FieldType.BankAccount,
    ];

    /// <summary>The built-in schema with these fields.</summary>
    public static LedgerSchema Extend(LedgerSchema builtIn)
    {
        var id = 1_000_000;
        var fields = new List<(string Entity, FieldDescriptor Field)>();
        foreach (var type in Types)
        {
            fields.Add(("customer", Make(++id, "own" + type, type)));
            fields.Add(("customer", Make(++id, "indexed" + type, type) with { Indexed = type is not (FieldType.LongText or FieldType.NationalId or FieldType.BankAccount) }));
        }

        foreach (var type in new[] { FieldType.Text, FieldType.Phone, FieldType.Email, FieldType.Choice })
        {
            fields.Add(("customer", Make(++id, "several" + type, type) with { Several = true }));
        }

        fields.Add(("customer", Make(++id, "uniqueText", FieldType.Text) with { Unique = true, Indexed = true }));
        fields.Add(("customer", Make(++id, "secretText", FieldType.Text) with { Sensitivity = Sensitivity.Sensitive, Mask = new(1, 2) }));
        fields.Add(("order", Make(++id, "ownScore", FieldType.Integer) with { Minimum = 0, Maximum = 10 }));
        fields.Add(("order", Make(++id, "ownDay", FieldType.Date) with { Indexed = true }));
        fields.Add(("contact", Make(++id, "ownMotto", FieldType.Text) with { Mask = new(2, 2) }));
        return builtIn.With(fields.ToLookup(field => field.Entity, field => field.Field));
    }

    private static FieldDescriptor Make(int id, string name, FieldType type) => new()
    {
        Id = id,
        Name = name,
        Label = new(name, name),
        Type = type,
        Custom = true,
        List = type == FieldType.Choice ? "grades" : null,
        Target = type == FieldType.Reference ? "product" : null,
        Sensitivity = type is FieldType.NationalId or FieldType.BankAccount ? Sensitivity.Sensitive : Sensitivity.Normal,
        Mask = new(3, 4),
        MaxLength = type == FieldType.LongText ? 100_000 : 200,
        Section = "own",
    };
}
