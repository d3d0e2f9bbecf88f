using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Api;

/// <summary>A condition that a client forgot to fill in doesn't find everything, however it was forgotten.</summary>
public sealed class ForgottenConditionTests
{
    [Theory]
    [InlineData("{ customers(where: { city: null }) { totalCount } }", "api.conditionMissing")]
    [InlineData("{ customers(where: { city: {} }) { totalCount } }", "api.conditionMissing")]
    [InlineData("{ customers(where: { city: { equals: null } }) { totalCount } }", "api.conditionMissing")]
    [InlineData("{ customers(where: { parent: {} }) { totalCount } }", "api.conditionMissing")]
    [InlineData("{ customers(where: { parent: { matches: { city: {} } } }) { totalCount } }", "api.conditionMissing")]
    [InlineData("{ customers(where: { orders: {} }) { totalCount } }", "api.conditionMissing")]
    [InlineData("{ customers(where: { orders: { some: null } }) { totalCount } }", "api.conditionMissing")]
    [InlineData("{ customers(where: { orders: { aggregate: [] } }) { totalCount } }", "api.conditionMissing")]
    [InlineData("{ customers(where: { orders: { aggregate: [{ function: COUNT }] } }) { totalCount } }", "api.conditionMissing")]
    [InlineData("{ customers(where: { orders: { aggregate: [{ function: COUNT, greater: null }] } }) { totalCount } }", "api.conditionMissing")]
    [InlineData("{ customers(where: { not: { or: [{ city: {} }] } }) { totalCount } }", "api.conditionMissing")]
    [InlineData("{ customers(where: { city: { contains: \"\" } }) { totalCount } }", "query.partEmpty")]
    [InlineData("{ customers { nodes { contacts(where: { phones: { startsWith: \"+\" } }) { totalCount } } } }", "query.partEmpty")]
    [InlineData("query ($v: String) { customers(where: { city: { equals: $v } }) { totalCount } }", "api.variableMissing")]
    [InlineData("query ($v: TextWhere) { customers(where: { city: $v }) { totalCount } }", "api.variableMissing")]
    [InlineData("query ($v: [CustomerWhere!]) { customers(where: { and: $v }) { totalCount } }", "api.variableMissing")]
    [InlineData("query ($v: CustomerWhere) { customers(where: { and: [{ not: $v }] }) { totalCount } }", "api.variableMissing")]
    [InlineData("query ($v: Value) { customers(where: { orders: { aggregate: [{ function: COUNT, greater: $v }] } }) { totalCount } }", "api.variableMissing")]
    [InlineData("query ($v: String) { customersAggregate(where: { city: { equals: $v } }) { count } }", "api.variableMissing")]
    [InlineData("query ($v: String) { customers { nodes { orders(where: { number: { equals: $v } }) { totalCount } } } }", "api.variableMissing")]
    [InlineData("query ($v: String) { customers { nodes { ordersAggregate(where: { number: { equals: $v } }) { count } } } }", "api.variableMissing")]
    [InlineData("query ($v: String) { customers { ...C } } fragment C on CustomerConnection { nodes { orders(where: { number: { equals: $v } }) { totalCount } } }", "api.variableMissing")]
    public async Task It_is_refused(string document, string code)
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        Assert.Equal(code, await ApiOf(gates).CodeAsync(gates.Owner(), document));
    }

    [Theory]
    [InlineData("query ($v: CustomerWhere) { customers(where: $v) { totalCount } }")]
    [InlineData("{ customers(where: null) { totalCount } }")]
    [InlineData("{ customers(where: {}) { totalCount } }")]
    [InlineData("query ($v: String = \"Ulm\") { customers(where: { not: { city: { equals: $v } } }) { totalCount } }")]
    [InlineData("{ customers(where: { orders: { every: {} } }) { totalCount } }")]
    public async Task Who_says_nothing_of_records_is_given_all(string document)
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var api = ApiOf(gates);
        await api.DataAsync(gates.Owner(), "mutation { createCustomer(values: { name: \"One\" }) { id } }");
        Assert.Equal("""{"customers":{"totalCount":1}}""", (await api.DataAsync(gates.Owner(), document)).Text());
    }

    [Fact]
    public async Task The_message_names_what_is_missing()
    {
        await using var gates = await TestGates.CreateAsync(Provider.Sqlite);
        var api = ApiOf(gates);
        Assert.Contains("“where”中的变量“$v”没有值", await api.AnswerAsync(gates.Owner(), "query ($v: String) { customers(where: { city: { equals: $v } }) { totalCount } }", language: Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("The condition 'orders.some' in 'where' is null or empty", await api.AnswerAsync(gates.Owner(), "{ customers(where: { orders: { some: null } }) { totalCount } }"), StringComparison.Ordinal);
    }

    private static ApiCase ApiOf(TestGates gates) => new(BuiltInEntities.Schema, gates.Reading, gates.Writing);
}
