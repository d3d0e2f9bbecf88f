using ClientLedger.Messages;
using ClientLedger.Postgres;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using Npgsql;

namespace ClientLedger.Tests.Storage;

public sealed class PostgresMigratorTests
{
    [Fact]
    public async Task Several_that_start_together_migrate_once_and_once_more_does_nothing()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => MigrateAsync(database.Address, TestLedger.AppAddress(database.Address)))));
        await using (var ledger = new PostgresLedger(TestLedger.AppAddress(database.Address), BuiltInEntities.Schema))
        {
            await Rows.InsertCustomerAsync(ledger, TestLedger.Acme, 1, "Acme");
            await Rows.InsertCustomerAsync(ledger, TestLedger.Globex, 1, "Globex");
        }

        await MigrateAsync(database.Address, TestLedger.AppAddress(database.Address));
        Assert.Equal(2L, await ScalarAsync(database.Address, "SELECT count(*) FROM \"Customers\""));
        Assert.Equal(1L, await ScalarAsync(database.Address, $"SELECT count(*) FROM \"{LedgerContext.HistoryTable}\""));
    }

    [Fact]
    public async Task The_app_role_works_on_rows_and_owns_nothing()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        var app = TestLedger.AppAddress(ledger.OwnerAddress);
        Assert.Equal(0L, await ScalarAsync(app, "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = current_user"));
        Assert.Equal(true, await ScalarAsync(app, "SELECT has_database_privilege(current_database(), 'TEMPORARY')"));
        await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(app, "ALTER TABLE \"Customers\" DISABLE ROW LEVEL SECURITY"));
        await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(app, "CREATE TABLE mine (id int)"));
        await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(app, $"DELETE FROM \"{LedgerContext.HistoryTable}\""));
    }

    [Fact]
    public async Task A_table_of_a_later_migration_is_open_to_the_app_role()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        await ScalarAsync(ledger.OwnerAddress, "CREATE TABLE \"Later\" (\"Id\" int)");
        Assert.Equal(0L, await ScalarAsync(TestLedger.AppAddress(ledger.OwnerAddress), "SELECT count(*) FROM \"Later\""));
    }

    [Fact]
    public async Task Refuses_an_app_role_that_row_level_security_does_not_hold()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        var same = await Assert.ThrowsAsync<RefusedException>(() => MigrateAsync(database.Address, database.Address));
        Assert.Equal("storage.roleTooStrong", same.Refusal.Code.Code);

        await PostgresCluster.RunAsync("""
            DO $$ BEGIN
              PERFORM pg_advisory_xact_lock(hashtext('passer'));
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'passer') THEN CREATE ROLE passer LOGIN BYPASSRLS PASSWORD 'passer'; END IF;
            END $$
            """);
        var bypassing = await Assert.ThrowsAsync<RefusedException>(() => MigrateAsync(database.Address, database.AddressOf("passer", "passer")));
        Assert.Equal("storage.roleTooStrong", bypassing.Refusal.Code.Code);
    }

    [Theory]
    [InlineData("joiner", "GRANT \"{owner}\" TO joiner", "REVOKE \"{owner}\" FROM joiner")]
    [InlineData("settler", "CREATE TABLE theirs (id int); ALTER TABLE theirs OWNER TO settler", "DROP TABLE theirs")]
    public async Task Refuses_an_app_role_that_can_become_the_owner_or_owns_a_table(string role, string grant, string revoke)
    {
        await using var database = await PostgresDatabase.CreateAsync();
        await PostgresDatabase.EnsureRoleAsync(role, role);
        var owner = new NpgsqlConnectionStringBuilder(database.Address).Username;
        await ScalarAsync(database.Address, grant.Replace("{owner}", owner, StringComparison.Ordinal));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => MigrateAsync(database.Address, database.AddressOf(role, role)));
        Assert.Equal("storage.roleTooStrong", refused.Refusal.Code.Code);

        await ScalarAsync(database.Address, revoke.Replace("{owner}", owner, StringComparison.Ordinal));
        await MigrateAsync(database.Address, database.AddressOf(role, role));
    }

    [Fact]
    public async Task Creates_a_database_that_is_not_there()
    {
        await using var neighbour = await PostgresDatabase.CreateAsync();
        var name = neighbour.Name + "_new";
        var address = PostgresCluster.AddressOf(name);
        try
        {
            await MigrateAsync(address, TestLedger.AppAddress(address));
            Assert.Equal(0L, await ScalarAsync(TestLedger.AppAddress(address), "SELECT count(*) FROM \"Customers\""));
        }
        finally
        {
            await PostgresCluster.RunAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
        }
    }

    [Fact]
    public void Refuses_connections_that_keep_their_tenant_in_the_pool()
    {
        var refused = Assert.Throws<RefusedException>(() => new PostgresLedger("Host=localhost;No Reset On Close=true", BuiltInEntities.Schema));
        Assert.Equal("storage.resetNeeded", refused.Refusal.Code.Code);
    }

    private static async Task MigrateAsync(string owner, string app)
    {
        await using var context = new LedgerContext(PostgresLedger.Options(owner), tenantId: 0);
        await new PostgresMigrator().MigrateAsync(context, app, CancellationToken.None);
    }

    private static async Task<object?> ScalarAsync(string address, string text)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        return await command.ExecuteScalarAsync();
    }
}
