using System.Buffers;
using System.Text;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Writing;
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

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_new_indexed_field_lists_the_live_records_that_are_there_as_empty(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        foreach (var tenant in new[] { TwoTenants.Acme, TwoTenants.Globex })
        {
            var scope = await tenants.OpenAsync(tenant);
            var made = await tenants.Writing.ApplyAsync(scope, new ChangeSet(Door.Page, [Customer("张三"), Customer("李四"), Customer("王五")]), default);
            await tenants.Writing.ApplyAsync(scope, new ChangeSet(Door.Page, [new RecordChange(Verb.Delete, "customer") { Id = made.Rows[2].Id }]), default);
        }

        Assert.Empty(await CustomFields.AddAsync(await tenants.OpenAsync(TwoTenants.Acme), "customer", CreditScore, default));
        var acme = await tenants.OpenAsync(TwoTenants.Acme);
        await tenants.Writing.ApplyAsync(acme, new ChangeSet(Door.Page, [Customer("赵六", ("creditScore", "70"))]), default);

        var query = new LedgerQuery("customer") { Select = [new FieldSelection("name")], OrderBy = [new SortKey("creditScore")] };
        Assert.Equal("""{"rows":[{"name":"张三"},{"name":"李四"},{"name":"赵六"}]}""", await ReadAsync(tenants, acme, query));
        await using var globex = tenants.Ledger.CreateContext(2);
        Assert.Equal(0, await globex.Set<FieldIndex>().CountAsync(row => row.FieldId >= CustomField.FirstId));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task What_a_record_holds_of_a_retired_field_outlives_changes_of_others(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        Assert.Empty(await CustomFields.AddAsync(await tenants.OpenAsync(TwoTenants.Acme), "customer", CreditScore, default));
        Assert.Empty(await CustomFields.AddAsync(await tenants.OpenAsync(TwoTenants.Acme), "customer", CreditScore with { Name = "motto", Type = FieldType.Text }, default));
        var made = await tenants.Writing.ApplyAsync(
            await tenants.OpenAsync(TwoTenants.Acme), new ChangeSet(Door.Page, [Customer("张三", ("creditScore", "70"), ("motto", "Ａ b"))]), default);
        await RetireAsync(retired: true);

        var scope = await tenants.OpenAsync(TwoTenants.Acme);
        var changed = new RecordChange(Verb.Update, "customer") { Id = made.Rows[0].Id, Values = FieldValues.Of([("motto", null), ("city", "杭州")]) };
        Assert.True((await tenants.Writing.ApplyAsync(scope, new ChangeSet(Door.Page, [changed]), default)).Applied);
        await RetireAsync(retired: false);

        var query = new LedgerQuery("customer") { Select = [new FieldSelection("city"), new FieldSelection("creditScore"), new FieldSelection("motto")] };
        Assert.Equal(
            """{"rows":[{"city":"杭州","creditScore":70,"motto":null}]}""", await ReadAsync(tenants, await tenants.OpenAsync(TwoTenants.Acme), query));

        Task RetireAsync(bool retired) =>
            tenants.EditAsync(TwoTenants.Acme, async context => (await context.Set<CustomField>().SingleAsync(field => field.Name == "creditScore")).Retired = retired);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task What_a_field_allows_is_held_against_every_value(Provider provider)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        FieldDescriptor[] fields =
        [
            CreditScore with { Minimum = 1, Maximum = 100 },
            CreditScore with { Name = "shelf", Type = FieldType.Text, Pattern = "[A-Z][0-9]{2}|none", Example = "B07", MaxLength = 5 },
            CreditScore with { Name = "discount", Type = FieldType.Decimal, Maximum = 0.5m, Indexed = false },
        ];
        foreach (var field in fields)
        {
            Assert.Empty(await CustomFields.AddAsync(await tenants.OpenAsync(TwoTenants.Acme), "customer", field, default));
        }

        var scope = await tenants.OpenAsync(TwoTenants.Acme);
        Assert.Equal(["write.tooLarge", "write.patternMismatch", "write.tooLarge"], await RefusedAsync(("creditScore", "101"), ("shelf", "B7"), ("discount", "0.51")));
        Assert.Equal(["write.tooSmall", "write.patternMismatch"], await RefusedAsync(("creditScore", "0"), ("shelf", "XB07")));
        Assert.Equal(["write.tooLong"], await RefusedAsync(("shelf", "B07B07")));
        Assert.Empty(await RefusedAsync(("creditScore", "100"), ("shelf", "none"), ("discount", "0.5")));

        async Task<IEnumerable<string>> RefusedAsync(params (string, object?)[] values) =>
            (await tenants.Writing.ApplyAsync(scope, new ChangeSet(Door.Page, [Customer("张三", values)]), default)).Rows[0].Refusals.Select(refusal => refusal.Code.Code);
    }

    [Fact]
    public async Task Only_an_owner_adds_a_field()
    {
        await using var tenants = await TwoTenants.CreateAsync(Provider.Sqlite);
        var anna = await tenants.AddMemberAsync(TwoTenants.Acme, "Anna");
        await tenants.AddRoleAsync(TwoTenants.Acme, "all", [new Grant("customer", new EveryRecord())], anna);

        var refusals = await CustomFields.AddAsync(await tenants.OpenAsync(TwoTenants.Acme, anna), "customer", CreditScore, default);
        Assert.Equal("access.ownersOnly", Assert.Single(refusals).Code.Code);
        Assert.Null((await tenants.OpenAsync(TwoTenants.Acme)).Schema["customer"].Find("creditScore"));
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

    private static RecordChange Customer(string name, params (string Name, object? Value)[] values) =>
        new(Verb.Create, "customer") { Values = FieldValues.Of([("name", name), ("kind", "person"), .. values]) };

    private static async Task<string> ReadAsync(TwoTenants tenants, LedgerScope scope, LedgerQuery query)
    {
        var output = new ArrayBufferWriter<byte>();
        await tenants.Reading.ReadAsync(scope, query, output, default);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
