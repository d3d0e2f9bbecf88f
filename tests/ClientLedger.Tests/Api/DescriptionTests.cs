using System.Text.Json.Nodes;
using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;

namespace ClientLedger.Tests.Api;

/// <summary>What a client is told of the caller, the ledger and its fields, so that it can draw a form.</summary>
public sealed class DescriptionTests
{
    private const string Entities = "{ entities { name plural idPrefix title canCreate canDelete fields { name masked writable target } relations { name entity field } } }";

    [Fact]
    public async Task Callers_learn_who_they_are_and_whose_ledger_it_is()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var (api, owner) = (ApiOf(gates), gates.Owner());
        var data = await api.DataAsync(owner, "{ me { id person name isOwner } tenant { name company zone language baseCurrency defaultCountry books { number name } } }");
        Assert.Equal(owner.Actor.Name, (string)data["me"]!["name"]!);
        Assert.True((bool)data["me"]!["isOwner"]!);
        Assert.StartsWith("acc_", (string)data["me"]!["id"]!, StringComparison.Ordinal);
        Assert.Equal((string)data["me"]!["id"]!, (string)data["me"]!["person"]!);
        Assert.Equal((owner.TenantName, "Asia/Shanghai", "EN", "CNY"), ((string)data["tenant"]!["name"]!, (string)data["tenant"]!["zone"]!, (string)data["tenant"]!["language"]!, (string)data["tenant"]!["baseCurrency"]!));
        Assert.Equal(owner.Books.Count, data["tenant"]!["books"]!.AsArray().Count);
    }

    [Fact]
    public async Task Fields_are_described_in_the_language_that_is_asked_for()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite, RandomFields.Extend(BuiltInEntities.Schema));
        const string Asked = "{ entities(name: \"customer\") { label zh: label(language: ZH) fields { name label type required options(under: null) { code label } } } }";
        foreach (var language in Enum.GetValues<Language>())
        {
            var customer = JsonNode.Parse(await ApiOf(gates).AnswerAsync(gates.Owner(), Asked, language: language))!["data"]!["entities"]![0]!;
            Assert.Equal((gates.Schema["customer"].Label.In(language), "客户"), ((string)customer["label"]!, (string)customer["zh"]!));
            var fields = customer["fields"]!.AsArray().ToDictionary(field => (string)field!["name"]!);
            Assert.Equal(gates.Schema["customer"].Fields.Select(field => field.Name), fields.Keys);
            Assert.Equal(("CHOICE", true), ((string)fields["kind"]!["type"]!, (bool)fields["kind"]!["required"]!));
            Assert.Equal(["organisation", "person"], fields["kind"]!["options"]!.AsArray().Select(option => (string)option!["code"]!));
            Assert.Equal("TAX_NUMBER", (string)fields["ownTaxNumber"]!["type"]!);
        }
    }

    [Fact]
    public async Task Only_what_the_caller_may_see_is_described()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var api = ApiOf(gates);
        var restricted = gates.Scope(TestLedger.Acme, TestGates.Anna, RoleTemplates.Restricted(gates.Schema));
        var customer = (await api.DataAsync(restricted, Entities))["entities"]!.AsArray().Single(entity => (string)entity!["name"]! == "customer")!;
        Assert.True((bool)customer["canCreate"]!);
        Assert.False((bool)customer["canDelete"]!);
        var fields = customer["fields"]!.AsArray().ToDictionary(field => (string)field!["name"]!);
        Assert.DoesNotContain("creditLimit", fields.Keys);
        Assert.Equal((true, false), ((bool)fields["phones"]!["masked"]!, (bool)fields["phones"]!["writable"]!));
        Assert.False((bool)fields["orderCount"]!["writable"]!);

        var contacts = gates.Scope(TestLedger.Acme, TestGates.Anna, [new Grant("contact", new EveryRecord())]);
        var text = (await api.DataAsync(contacts, Entities)).Text();
        Assert.Equal(["contact"], JsonNode.Parse(text)!["entities"]!.AsArray().Select(entity => (string)entity!["name"]!));
        Assert.DoesNotContain("order", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("customer", text, StringComparison.Ordinal);
    }

    private static ApiCase ApiOf(TestGates gates) => new(BuiltInEntities.Schema, gates.Reading, gates.Writing);
}
