using ClientLedger.Storage;
using ClientLedger.TestKit;
using Npgsql;

namespace ClientLedger.Tests.Storage;

/// <summary>The app's role, which owns no table, has the database count anew.</summary>
public sealed class StatisticsTests
{
    [Fact]
    public async Task PostgreSQL_counts_all_tenants_rows_when_the_app_asks_and_for_nobody_else()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        await FillAsync(ledger.Database);
        const string Known = "SELECT reltuples::bigint FROM pg_class WHERE relname = 'Customers'";
        Assert.Equal(-1L, await ScalarAsync(ledger.OwnerAddress, Known));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ledger.Database.RefreshStatisticsAsync(CancellationToken.None)));
        Assert.Equal(3L, await ScalarAsync(ledger.OwnerAddress, Known));
        Assert.Equal(0L, await ScalarAsync(ledger.OwnerAddress, "SELECT count(*) FROM pg_class WHERE relrowsecurity AND reltuples < 0"));

        await PostgresDatabase.EnsureRoleAsync("stranger", "stranger");
        var stranger = new NpgsqlConnectionStringBuilder(ledger.OwnerAddress) { Username = "stranger", Password = "stranger" }.ConnectionString;
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(stranger, "SELECT app_refresh_statistics()"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private static async Task FillAsync(LedgerDatabase database)
    {
        await Rows.InsertCustomerAsync(database, TestLedger.Acme, 1, "Acme");
        await Rows.InsertCustomerAsync(database, TestLedger.Acme, 2, "Acme");
        await Rows.InsertCustomerAsync(database, TestLedger.Globex, 1, "Globex");
    }

    private static async Task<object?> ScalarAsync(string address, string text)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        return await command.ExecuteScalarAsync();
    }
}
