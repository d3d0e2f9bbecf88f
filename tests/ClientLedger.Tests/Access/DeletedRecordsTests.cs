using System.Buffers;
using System.Text;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Access;

/// <summary>A record rule decides about a deleted record as it did while the record was live.</summary>
public sealed class DeletedRecordsTests
{
    private static readonly Filter Brand = new FieldFilter("brands", Operator.Contains, "acme");

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_rule_that_excludes_by_one_of_several_values_excludes_deleted_records_too(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var (own, other) = (0L, 0L);
        foreach (var owner in new[] { gates.Owner(TestLedger.Globex), gates.Owner() })
        {
            own = await DeleteAsync(gates, owner, "Own", "globex");
            other = await DeleteAsync(gates, owner, "Other", "Acme GmbH, initech");
        }

        var anna = gates.Scope(TestLedger.Acme, TestGates.Anna, [new Grant("customer", new MatchingRecords(new Not(Brand))) { Delete = true }]);
        Assert.Equal("""{"rows":[{"name":"Own"}]}""", await NamesAsync(gates, anna, null));
        var refused = (await gates.ApplyAsync(anna, new RecordChange(Verb.Restore, "customer") { Id = other })).Rows[0];
        Assert.Equal("write.recordUnknown", Assert.Single(refused.Refusals).Code.Code);
        await gates.DoneAsync(anna, new RecordChange(Verb.Restore, "customer") { Id = own });
        Assert.Equal("""{"rows":[{"name":"Other"}]}""", await NamesAsync(gates, gates.Owner(), Brand));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Values_of_deleted_records_are_free_and_come_back_with_them(Provider provider)
    {
        var field = new FieldDescriptor { Id = 1_000_000, Name = "code", Label = new("代码", "Code"), Type = FieldType.Text, Custom = true, Unique = true, Indexed = true };
        await using var gates = await TestGates.CreateAsync(provider, BuiltInEntities.Schema.With(new[] { field }.ToLookup(_ => "customer")));
        await DeleteAsync(gates, gates.Owner(TestLedger.Globex), "First", "acme", ("code", "A1"), ("phones", "13800138001"));
        var first = await DeleteAsync(gates, gates.Owner(), "First", "acme", ("code", "A1"), ("phones", "13800138001"));
        var second = await gates.DoneAsync(gates.Owner(), WriteGateTests.Create("customer", ("name", "Second"), ("code", "A1"), ("phones", "13800138001")));

        var refused = (await gates.ApplyAsync(gates.Owner(), new RecordChange(Verb.Restore, "customer") { Id = first })).Rows[0];
        Assert.Equal("code: write.taken", refused.Refusals.Single(refusal => refusal.Field == "code").ToString());
        await gates.DoneAsync(gates.Owner(), WriteGateTests.Update("customer", second, null, ("code", "B2"), ("phones", null)));
        await gates.DoneAsync(gates.Owner(), new RecordChange(Verb.Restore, "customer") { Id = first });
        Assert.Equal("""{"rows":[{"name":"First"}]}""", await NamesAsync(gates, gates.Owner(), new FieldFilter("code", Operator.Equals, "A1"), deleted: false));
        Assert.Equal("""{"rows":[{"name":"First"}]}""", await NamesAsync(gates, gates.Owner(), new FieldFilter("phones", Operator.Equals, "13800138001"), deleted: false));
    }

    private static async Task<long> DeleteAsync(TestGates gates, LedgerScope owner, string name, string brands, params (string, object?)[] values)
    {
        var id = await gates.DoneAsync(owner, WriteGateTests.Create("customer", [("name", name), ("brands", brands), .. values]));
        return await gates.DoneAsync(owner, new RecordChange(Verb.Delete, "customer") { Id = id });
    }

    private static async Task<string> NamesAsync(TestGates gates, LedgerScope scope, Filter? where, bool deleted = true)
    {
        var output = new ArrayBufferWriter<byte>();
        var query = new LedgerQuery("customer") { Select = [new FieldSelection("name")], Where = where, Deleted = deleted };
        await gates.Reading.ReadAsync(scope, query, output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
