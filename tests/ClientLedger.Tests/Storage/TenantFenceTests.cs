using ClientLedger.Customers;
using ClientLedger.Postgres;
using ClientLedger.SqlServer;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Writing.Sql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ClientLedger.Tests.Storage;

/// <summary>What the database itself does when the two fences before it are gone.</summary>
public sealed class TenantFenceTests
{
    private static readonly CancellationToken Unhurried = CancellationToken.None;

    [Fact]
    public async Task Every_table_of_the_model_is_fenced_on_PostgreSQL()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        await using var connection = new NpgsqlConnection(ledger.OwnerAddress);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            SELECT c.relname FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid
            WHERE c.relrowsecurity AND c.relforcerowsecurity AND p.polcmd = '*' AND p.polpermissive
              AND pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid) AND pg_get_expr(p.polqual, p.polrelid) LIKE '%"TenantId" = %app_tenant()%'
            """, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var fenced = new List<string>();
        while (await reader.ReadAsync())
        {
            fenced.Add(reader.GetString(0));
        }

        Assert.Equal(TablesOf(PostgresLedger.Options("Host=localhost")), fenced.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_table_of_the_model_is_fenced_on_SQL_Server()
    {
        using var context = new LedgerContext(SqlServerLedger.Options("Server=localhost"), tenantId: 0);
        var script = context.Database.GenerateCreateScript();
        Assert.All(TablesOf(SqlServerLedger.Options("Server=localhost")), table =>
        {
            Assert.Contains($"ADD FILTER PREDICATE [dbo].[TenantFence]([TenantId]) ON [dbo].[{table}],", script, StringComparison.Ordinal);
            Assert.Contains($"ADD BLOCK PREDICATE [dbo].[TenantFence]([TenantId]) ON [dbo].[{table}]\n", script.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_query_without_any_condition_sees_its_own_tenant_alone()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        await FillAsync(ledger.Database);
        foreach (var entity in BuiltInEntities.Schema.Entities)
        {
            var table = ledger.Database.Tables.Of(entity).Name;
            Assert.Equal(1, await Rows.CountAsync(ledger.Database, TestLedger.Acme, table));
            Assert.Equal(1, await Rows.CountAsync(ledger.Database, TestLedger.Globex, table));
            Assert.Equal(0, await Rows.CountAsync(ledger.Database, tenantId: 3, table));
        }
    }

    [Fact]
    public async Task With_the_filter_lifted_LINQ_sees_its_own_tenant_alone_too()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        await FillAsync(ledger.Database);
        await using var context = ledger.Database.CreateContext(TestLedger.Acme);
        var seen = await context.Set<Customer>().IgnoreQueryFilters([LedgerContext.TenantFilter, LedgerContext.DeletedFilter]).ToListAsync();
        Assert.Equal(TestLedger.Acme, Assert.Single(seen).TenantId);
    }

    [Fact]
    public async Task Nothing_of_a_tenant_stays_on_a_connection_that_read_for_it()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        await FillAsync(ledger.Database);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(TestLedger.AppAddress(ledger.OwnerAddress)) { MaxPoolSize = 1 });
        await using (var connection = await source.OpenConnectionAsync())
        {
            using var turns = new ReadingTurns(1, TimeSpan.FromSeconds(1), TimeProvider.System);
            await using var kept = new KeptConnections(source, most: 0);
            await using (var reader = await new PostgresReading(connection, TestLedger.Acme, kept, await turns.TakeAsync(Unhurried)).QueryAsync(new SqlStatement("SELECT 1 FROM \"Customers\"", []), Unhurried))
            {
                Assert.True(await reader.ReadAsync());
            }

            Assert.Equal(0L, await CountAsync(connection));
            await using var transaction = await connection.BeginTransactionAsync();
            await PostgresTenant.SetAsync(connection, transaction, TestLedger.Acme, Unhurried);
            Assert.Equal(1L, await CountAsync(connection));
            await transaction.RollbackAsync();
            Assert.Equal(0L, await CountAsync(connection));
        }

        await using var again = await source.OpenConnectionAsync();
        Assert.Equal(0L, await CountAsync(again));
    }

    [Fact]
    public async Task A_forged_tenant_is_refused_in_every_table()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        var database = ledger.Database;
        await FillAsync(database);
        foreach (var entity in BuiltInEntities.Schema.Entities)
        {
            await using var transaction = await database.BeginAsync(TestLedger.Acme, Unhurried);
            var forged = Rows.OfRecord(database.Tables, entity, TestLedger.Globex, id: 99, parent: 1);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => database.Writer.InsertAsync(transaction, forged, Unhurried));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task Changes_and_deletes_nothing_of_another_tenant()
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Postgres);
        var database = ledger.Database;
        await FillAsync(database);
        var table = database.Tables.Of(CustomerFields.Entity);
        var rows = new TableRows(table.Name);
        rows.Add(table.TenantId).AddValue(TestLedger.Globex);
        rows.Add(table.Id).AddValue(1L);
        rows.Add(table.Version).AddValue(9L);
        await using var transaction = await database.BeginAsync(TestLedger.Acme, Unhurried);
        Assert.Empty(await database.Writer.UpdateAsync(transaction, rows, keys: 2, report: 1, Unhurried));
        Assert.Equal(0, await transaction.ExecuteAsync(new SqlStatement("UPDATE \"Notes\" SET \"Version\" = 9 WHERE \"TenantId\" = 2", []), Unhurried));
        Assert.Equal(0, await transaction.ExecuteAsync(new SqlStatement("DELETE FROM \"Notes\" WHERE \"TenantId\" = 2", []), Unhurried));
        await transaction.CommitAsync(Unhurried);
        Assert.Equal(1, await Rows.CountAsync(database, TestLedger.Globex, "Notes"));
    }

    /// <summary>One row of every record, with id 1, in each of the two tenants. Entities come after those that they need.</summary>
    private static async Task FillAsync(LedgerDatabase database)
    {
        foreach (var tenantId in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            await using var transaction = await database.BeginAsync(tenantId, Unhurried);
            foreach (var entity in BuiltInEntities.Schema.Entities)
            {
                await database.Writer.InsertAsync(transaction, Rows.OfRecord(database.Tables, entity, tenantId, id: 1, parent: 1), Unhurried);
            }

            await transaction.CommitAsync(Unhurried);
        }
    }

    private static async Task<object?> CountAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT count(*) FROM \"Customers\"", connection);
        return await command.ExecuteScalarAsync();
    }

    private static IEnumerable<string> TablesOf(DbContextOptions<LedgerContext> options)
    {
        using var context = new LedgerContext(options, tenantId: 0);
        return [.. context.Model.GetEntityTypes().Select(type => type.GetTableName()!).Order(StringComparer.Ordinal)];
    }
}
