using ClientLedger.Fields;
using ClientLedger.Messages;

namespace ClientLedger.Tests.Fields;

public sealed class CustomFieldRulesTests
{
    private static readonly FieldDescriptor Good = new() { Id = 0, Name = "creditScore", Label = new("信用评分", "Credit score"), Type = FieldType.Integer };

    public static TheoryData<string, FieldDescriptor> Broken => new()
    {
        { "customField.name", Good with { Name = "Credit score" } },
        { "customField.name", Good with { Name = new string('a', 41) } },
        { "customField.name", Good with { Name = "name~" } },
        { "customField.nameTaken", Good with { Name = "city" } },
        { "customField.nameTaken", Good with { Name = "version" } },
        { "customField.nameTaken", Good with { Name = "orders" } },
        { "customField.nameTaken", Good with { Name = "or" } },
        { "customField.label", Good with { Label = new Label("", "Credit score") } },
        { "customField.several", Good with { Several = true } },
        { "customField.unique", Good with { Type = FieldType.LongText, Indexed = true } },
        { "customField.unique", Good with { Type = FieldType.NationalId, Unique = true } },
        { "customField.tooLong", Good with { Type = FieldType.Text, Unique = true, MaxLength = 501 } },
        { "customField.tooLong", Good with { Type = FieldType.Text, Several = true, MaxLength = 501 } },
        { "customField.target", Good with { Type = FieldType.Reference, Target = "supplier" } },
        { "customField.list", Good with { Type = FieldType.Choice, List = "shoeSizes" } },
        { "customField.currency", Good with { Type = FieldType.Money, CurrencyField = "city" } },
        { "customField.pattern", Good with { Pattern = "[a-" } },
        { "customField.computed", Good with { Formula = "1 + 1" } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Refuses_a_field_that_can_not_work(string code, FieldDescriptor field)
    {
        var refusal = Assert.Single(CustomFieldRules.Check(BuiltInEntities.Schema, "customer", field));
        Assert.Equal(code, refusal.Code.Code);
        Assert.Equal(field.Name, refusal.Field);
    }

    [Fact]
    public void Refuses_a_field_of_no_entity() =>
        Assert.Equal("customField.entityUnknown", Assert.Single(CustomFieldRules.Check(BuiltInEntities.Schema, "supplier", Good)).Code.Code);

    [Fact]
    public void A_field_reads_back_from_its_row()
    {
        var field = Good with
        {
            Id = 1_000_003, Type = FieldType.Money, CurrencyField = "currency", Required = true, Mask = new(1, 2), Minimum = 0.5m, Section = "credit",
            Help = new("分数", "Points"), Custom = true,
        };
        Assert.Empty(CustomFieldRules.Check(BuiltInEntities.Schema, "customer", field));
        Assert.Equal(field, CustomField.Of("customer", field).Read());
    }
}
