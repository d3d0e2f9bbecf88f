using ClientLedger.TestKit;
using Npgsql;

namespace ClientLedger.Tests.TestKit;

public sealed class PostgresDatabaseTests
{
    [Fact]
    public async Task Copies_what_was_prepared_once()
    {
        var prepared = 0;
        async Task PrepareAsync(string address)
        {
            prepared++;
            await using var source = NpgsqlDataSource.Create(address);
            await using var command = source.CreateCommand("CREATE TABLE t AS SELECT 1 AS x");
            await command.ExecuteNonQueryAsync();
        }

        await using var first = await PostgresDatabase.CreateAsync(nameof(Copies_what_was_prepared_once), PrepareAsync);
        await using var second = await PostgresDatabase.CreateAsync(nameof(Copies_what_was_prepared_once), PrepareAsync);
        await PostgresCluster.RunAsync("INSERT INTO t VALUES (2)", first.Name);

        Assert.Equal(1, prepared);
        Assert.Equal(2L, await CountAsync(first));
        Assert.Equal(1L, await CountAsync(second));
    }

    [Fact]
    public async Task A_role_is_made_once_for_all_databases()
    {
        await PostgresDatabase.EnsureRoleAsync("test_reader", "only-here");
        await PostgresDatabase.EnsureRoleAsync("test_reader", "only-here");
        await using var database = await PostgresDatabase.CreateAsync();

        await using var source = NpgsqlDataSource.Create(database.AddressOf("test_reader", "only-here"));
        await using var command = source.CreateCommand("SELECT current_user");
        Assert.Equal("test_reader", await command.ExecuteScalarAsync());
    }

    private static async Task<long> CountAsync(PostgresDatabase database)
    {
        await using var source = NpgsqlDataSource.Create(database.Address);
        await using var command = source.CreateCommand("SELECT count(*) FROM t");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
