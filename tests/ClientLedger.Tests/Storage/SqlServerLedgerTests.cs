using ClientLedger.Storage;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Storage;

/// <summary>Shows as skipped that no server was named; with one, all theories over <see cref="Providers.Tested"/> run on it too.</summary>
public sealed class SqlServerLedgerTests
{
    [SqlServerFact]
    public async Task The_policies_keep_two_tenants_apart()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.SqlServer);
        await Rows.InsertCustomerAsync(ledger.Database, TestLedger.Acme, 1, "客户一");
        await Rows.InsertCustomerAsync(ledger.Database, TestLedger.Globex, 2, "客户二");
        Assert.Equal(1, await Rows.CountAsync(ledger.Database, TestLedger.Acme, "Customers"));
        Assert.Equal(1, await Rows.CountAsync(ledger.Database, TestLedger.Globex, "Customers"));
        Assert.Equal(0, await Rows.CountAsync(ledger.Database, tenantId: 3, "Customers"));
    }
}
