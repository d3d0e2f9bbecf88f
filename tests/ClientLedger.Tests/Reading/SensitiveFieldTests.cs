using ClientLedger.Access;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Reading;

/// <summary>Sensitive values are found by hash alone and shown in clear to who may see them.</summary>
public sealed class SensitiveFieldTests
{
    private const string Account = "6222021234567890123";

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_bank_account_is_found_whole_and_by_its_last_four_characters(Provider provider)
    {
        await using var made = await ReadCase.OfCustomersAsync(provider, new() { ["bankAccount"] = Account }, new() { ["bankAccount"] = "6222029999999990199" }, []);

        Assert.Equal(["Customer 1"], await made.NamesAsync(new FieldFilter("bankAccount", Operator.Equals, "6222 0212 3456 7890 123")));
        Assert.Equal(["Customer 1"], await made.NamesAsync(new FieldFilter("bankAccount", Operator.In, [Account, "6222021234567890999"])));
        Assert.Equal(["Customer 1"], await made.NamesAsync(new FieldFilter("bankAccount", Operator.EndsWith, "0123")));
        Assert.Equal(["Customer 2", "Customer 3"], await made.NamesAsync(new Not(new FieldFilter("bankAccount", Operator.EndsWith, "0123"))));
        Assert.Equal(["Customer 3"], await made.NamesAsync(new FieldFilter("bankAccount", Operator.IsEmpty, [])));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task It_is_shown_in_clear_masked_or_not_at_all(Provider provider)
    {
        await using var made = await ReadCase.OfCustomersAsync(provider, new Dictionary<string, object?> { ["bankAccount"] = Account });
        var query = new LedgerQuery("customer") { Select = [new FieldSelection("bankAccount")] };

        Assert.Equal(Account, (await made.ReadAsync(made.Owner, query)).Rows[0]!["bankAccount"]!.GetValue<string>());
        var masked = made.Caller(new Grant("customer", new EveryRecord()) { Fields = new Dictionary<string, FieldRight> { ["bankAccount"] = new(ReadRight.Masked, WriteRight.No) } });
        Assert.Equal("***************0123", (await made.ReadAsync(masked, query)).Rows[0]!["bankAccount"]!.GetValue<string>());
        var mixed = made.Caller(
            new Grant("customer", new EveryRecord()) { Fields = new Dictionary<string, FieldRight> { ["bankAccount"] = FieldRight.None } },
            new Grant("customer", new OwnRecords()));
        Assert.Null((await made.ReadAsync(mixed, query)).Rows[0]!["bankAccount"]);
    }
}
