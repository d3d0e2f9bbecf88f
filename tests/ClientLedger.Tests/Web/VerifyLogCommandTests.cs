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
        Assert.Contains("2", altered.Output, StringComparison.Ordinal);
        Assert.Equal(0, other.ExitCode);
    }

    [Fact]
    public async Task Finds_a_restored_copy_that_is_older_than_the_anchors()
    {
        await WriteCustomersAsync();
        CopyLedger("ledger.db", "older.db");
        await WriteCustomersAsync();
        CopyLedger("older.db", "ledger.db");

        Assert.Equal(1, (await folder.RunAsync("verify-log", "--tenant", TwoTenants.Acme)).ExitCode);
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
