using ClientLedger.Fields;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Web;

[Collection(HostCollection.Name)]
public sealed class VerifyLogCommandTests : IDisposable
{
    private readonly HostFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Tells_that_a_log_holds_and_of_an_altered_one_what_is_wrong()
    {
        await WriteCustomersAsync();

        var sound = await folder.RunAsync("verify-log", "--tenant", TwoTenants.Acme);
        await AlterAsync("UPDATE LogSet SET ActorName = 'Somebody else' WHERE TenantId = 1 AND Number = 2");
        var altered = await folder.RunAsync("verify-log", "--tenant", TwoTenants.Acme);
        var other = await folder.RunAsync("verify-log", "--tenant", TwoTenants.Globex);

        Assert.Equal(0, sound.ExitCode);
        Assert.Contains("3 sets with 3 entries, compared with 2 anchors", sound.Output, StringComparison.Ordinal);
        Assert.Contains("变更日志完整无误", sound.Output, StringComparison.Ordinal);
        Assert.Equal(1, altered.ExitCode);
        Assert.Contains("Set 2 ", altered.Output, StringComparison.Ordinal);
        Assert.Contains("第 2 组", altered.Output, StringComparison.Ordinal);
        Assert.Equal(0, other.ExitCode);
    }

    [Fact]
    public async Task Finds_a_restored_copy_that_is_older_than_the_anchors()
    {
        await WriteCustomersAsync();
        CopyLedger("ledger.db", "older.db");
        await WriteCustomersAsync();
        CopyLedger("older.db", "ledger.db");

        var older = await folder.RunAsync("verify-log", "--tenant", TwoTenants.Acme);
        Assert.Equal(1, older.ExitCode);
        Assert.Contains("an older copy of the ledger", older.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_option_is_missing_or_names_no_tenant()
    {
        await folder.RunAsync("migrate");
        var missing = await folder.RunAsync("verify-log");
        var unknown = await folder.RunAsync("verify-log", "--tenant", "initech");

        Assert.Equal((1, 1), (missing.ExitCode, unknown.ExitCode));
        Assert.Contains("--tenant acme", missing.Output, StringComparison.Ordinal);
        Assert.Contains("initech", unknown.Output, StringComparison.Ordinal);
    }

    /// <summary>The lock is the operating system's, so that it refuses this process as it would refuse another.</summary>
    [Fact]
    public async Task Runs_beside_a_server_that_has_the_folder_and_is_just_writing()
    {
        await WriteCustomersAsync();
        await using var server = new FileStream(folder.PathOf("ledger.db.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        await using var writer = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.PathOf("ledger.db"), Pooling = false }.ConnectionString);
        await writer.OpenAsync();
        await using var transaction = writer.BeginTransaction();
        await using var command = new SqliteCommand("UPDATE LogHead SET Number = Number + 1", writer, transaction);
        Assert.Equal(2, await command.ExecuteNonQueryAsync());

        var verified = await folder.RunAsync("verify-log", "--tenant", TwoTenants.Acme);
        var migrated = await folder.RunAsync("migrate");

        Assert.Contains("3 sets with 3 entries", verified.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (verified.ExitCode, migrated.ExitCode));
    }

    [Fact]
    public async Task Holds_a_tenants_own_fields_against_the_log_too()
    {
        await WriteCustomersAsync();
        await using (var host = await folder.StartAsync())
        {
            var scopes = host.Services.GetRequiredService<LedgerScopes>();
            var actor = ClientLedger.Access.Actor.System("test");
            var motto = new FieldDescriptor { Id = 0, Name = "motto", Label = new("格言", "Motto"), Type = FieldType.Text };
            Assert.Empty(await CustomFields.AddAsync(await scopes.OpenAsync(TwoTenants.Acme, actor, default), "customer", motto, default));
            var change = new RecordChange(Verb.Create, "customer") { Values = FieldValues.Of(("name", "Nova"), ("motto", "Festina lente")) };
            var result = await host.Services.GetRequiredService<WriteGate>()
                .ApplyAsync(await scopes.OpenAsync(TwoTenants.Acme, actor, default), new ChangeSet(Door.Page, [change]), default);
            Assert.Empty(result.Rows[0].Refusals);
        }

        Assert.Equal(0, (await folder.RunAsync("verify-log", "--tenant", TwoTenants.Acme)).ExitCode);
        await AlterAsync("UPDATE Customers SET Custom = '{\"motto\":\"Carpe diem\"}' WHERE Custom IS NOT NULL");
        var altered = await folder.RunAsync("verify-log", "--tenant", TwoTenants.Acme);

        Assert.Equal(1, altered.ExitCode);
        Assert.Contains("Motto of the Customer cus_", altered.Output, StringComparison.Ordinal);
    }

    private async Task WriteCustomersAsync()
    {
        await using var host = await folder.StartAsync();
        var services = host.Services;
        var isNew = !File.Exists(folder.PathOf("anchors.txt"));
        var actor = isNew ? await HostFolder.AddTenantsAsync(host) : ClientLedger.Access.Actor.System("test");
        foreach (var tenant in new[] { TwoTenants.Acme, TwoTenants.Globex })
        {
            var scope = await services.GetRequiredService<LedgerScopes>().OpenAsync(tenant, actor, default);
            for (var number = 1; number <= 3; number++)
            {
                var change = new RecordChange(Verb.Create, "customer") { Values = FieldValues.Of(("name", $"Customer {number} {isNew}"), ("kind", "organisation")) };
                var result = await services.GetRequiredService<WriteGate>().ApplyAsync(scope, new ChangeSet(Door.Page, [change]), default);
                Assert.Empty(result.Rows[0].Refusals);
            }
        }
    }

    private void CopyLedger(string from, string to)
    {
        // With its last connection a file takes in its write-ahead log.
        SqliteConnection.ClearAllPools();
        Assert.False(File.Exists(folder.PathOf(from + "-wal")));
        File.Copy(folder.PathOf(from), folder.PathOf(to), overwrite: true);
    }

    private async Task AlterAsync(string statement)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.PathOf("ledger.db"), Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new SqliteCommand(statement, connection);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
