using ClientLedger.Fields;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Fields;

public sealed class CustomFieldsTests
{
    private static readonly FieldDescriptor CreditScore =
        new() { Id = 0, Name = "creditScore", Label = new("信用评分", "Credit score"), Type = FieldType.Integer, Indexed = true };

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_name_once_used_by_a_field_is_never_used_again(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        Assert.Empty(await CustomFields.AddAsync(await tenants.OpenAsync(TwoTenants.Acme), "customer", CreditScore, default));
        await tenants.EditAsync(TwoTenants.Acme, async context => (await context.Set<CustomField>().SingleAsync()).Retired = true);

        var scope = await tenants.OpenAsync(TwoTenants.Acme);
        Assert.Null(scope.Schema["customer"].Find("creditScore"));
        Assert.Equal("customField.nameTaken", Assert.Single(await CustomFields.AddAsync(scope, "customer", CreditScore, default)).Code.Code);
        Assert.Empty(await CustomFields.AddAsync(scope, "order", CreditScore, default));
        Assert.Equal(CustomField.FirstId + 1, (await tenants.OpenAsync(TwoTenants.Acme)).Schema["order"].Find("creditScore")!.Id);
    }

    [Fact]
    public async Task What_is_wrong_with_a_field_is_told_and_nothing_is_saved()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var scope = await tenants.OpenAsync(TwoTenants.Acme);

        Assert.Equal("customField.nameTaken", Assert.Single(await CustomFields.AddAsync(scope, "customer", CreditScore with { Name = "city" }, default)).Code.Code);
        await using var context = tenants.Ledger.CreateContext(scope.TenantId);
        Assert.Equal(0, await context.Set<CustomField>().CountAsync());
    }

    [Fact]
    public async Task Identity_numbers_are_sensitive_whatever_is_asked()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var field = CreditScore with { Name = "passport", Type = FieldType.NationalId, Indexed = false };
        Assert.Empty(await CustomFields.AddAsync(await tenants.OpenAsync(TwoTenants.Acme), "customer", field, default));

        Assert.Equal(Sensitivity.Sensitive, (await tenants.OpenAsync(TwoTenants.Acme)).Schema["customer"].Find("passport")!.Sensitivity);
    }
}
