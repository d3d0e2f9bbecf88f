using ClientLedger.Postgres;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using Npgsql;

namespace ClientLedger.Tests.Storage;

public sealed class KeptConnectionsTests
{
    private static readonly CancellationToken Unhurried = CancellationToken.None;
    private static readonly SqlStatement Process = new("SELECT pg_backend_pid()", []);
    private static readonly int[] Tenants = [TestLedger.Acme, TestLedger.Globex];

    /// <summary>Connections that lie idle beside the pool must not be all that it may have.</summary>
    [Fact]
    public async Task Every_way_of_reading_goes_on_where_the_pool_is_no_larger_than_what_is_kept()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        await using var small = LedgerOf(ledger, pool: 2, readsAtOnce: 2);
        await using (await small.OpenAsync(TestLedger.Acme, Unhurried))
        await using (await small.OpenAsync(TestLedger.Globex, Unhurried))
        {
        }

        var numbers = await small.NumbersAsync(Tenants, tenant => new SqlStatement($"SELECT {tenant}::bigint", []), Unhurried);
        Assert.Equal(Tenants.ToDictionary(tenant => tenant, tenant => (long)tenant), numbers);
    }

    [Fact]
    public async Task The_connection_that_came_back_last_reads_next()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        await using var database = LedgerOf(ledger, pool: 8, readsAtOnce: 4);
        var first = await database.OpenAsync(TestLedger.Acme, Unhurried);
        var second = await database.OpenAsync(TestLedger.Globex, Unhurried);
        var (one, other) = (await ProcessOf(first), await ProcessOf(second));
        Assert.NotEqual(one, other);
        await second.DisposeAsync();
        await first.DisposeAsync();
        for (var again = 0; again < 3; again++)
        {
            await using var reading = await database.OpenAsync(TestLedger.Globex, Unhurried);
            Assert.Equal(one, await ProcessOf(reading));
        }
    }

    /// <summary>As when the database was restarted: one read fails, and no second one because of the others that were kept.</summary>
    [Fact]
    public async Task What_broke_is_kept_no_longer_and_nothing_that_was_kept_beside_it()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        await using var database = LedgerOf(ledger, pool: 8, readsAtOnce: 4);
        var readings = new List<LedgerConnection>();
        for (var number = 0; number < 4; number++)
        {
            readings.Add(await database.OpenAsync(TestLedger.Acme, Unhurried));
        }

        var processes = new List<int>();
        foreach (var reading in readings)
        {
            processes.Add(await ProcessOf(reading));
            await reading.DisposeAsync();
        }

        await using (var owner = new NpgsqlConnection(ledger.OwnerAddress))
        {
            await owner.OpenAsync(Unhurried);
            await using var end = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid, 10000)) FROM unnest($1) AS pid", owner) { Parameters = { new() { Value = processes.ToArray() } } };
            Assert.Equal((long)processes.Count, await end.ExecuteScalarAsync(Unhurried));
        }

        await using (var broken = await database.OpenAsync(TestLedger.Acme, Unhurried))
        {
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => ProcessOf(broken));
        }

        await using var whole = await database.OpenAsync(TestLedger.Globex, Unhurried);
        Assert.DoesNotContain(await ProcessOf(whole), processes);
    }

    private static PostgresLedger LedgerOf(TestLedger ledger, int pool, int readsAtOnce) => new(
        new NpgsqlConnectionStringBuilder(TestLedger.AppAddress(ledger.OwnerAddress)) { MaxPoolSize = pool, Timeout = 10 }.ConnectionString, BuiltInEntities.Schema, readsAtOnce);

    private static async Task<int> ProcessOf(LedgerConnection reading)
    {
        await using var rows = await reading.QueryAsync(Process, Unhurried);
        Assert.True(await rows.ReadAsync(Unhurried));
        return rows.GetInt32(0);
    }
}
