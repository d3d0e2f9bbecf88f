using System.Net;
using ClientLedger.Shared;
using ClientLedger.Storage.Catalog;
using ClientLedger.TestKit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Web;

[Collection(HostCollection.Name)]
public sealed class LedgerHostTests : IDisposable
{
    private readonly HostFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Migrates_an_empty_data_folder_and_answers_on_its_health_address()
    {
        await using var host = await folder.StartAsync();

        var answer = await host.Client.GetAsync("/health");

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.True(File.Exists(folder.PathOf("catalog.db")));
        Assert.True(File.Exists(folder.PathOf("ledger.db")));
        Assert.True(File.Exists(folder.PathOf("keys/master.key")));
        Assert.NotEqual(0, host.Services.GetRequiredService<IdSource>().Next());
    }

    [Fact]
    public async Task A_restart_keeps_keys_and_takes_another_node_number()
    {
        string token;
        await using (var first = await folder.StartAsync())
        {
            token = first.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("form").Protect("token");
        }

        await using var second = await folder.StartAsync();
        Assert.Equal("token", second.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("form").Unprotect(token));
        await using var catalog = second.Services.GetRequiredService<CatalogDatabase>().CreateContext();
        Assert.Equal([0, 1], await catalog.NodeLeases.OrderBy(lease => lease.Node).Select(lease => lease.Node).ToListAsync());
    }

    [Fact]
    public async Task A_tenant_is_found_under_its_path()
    {
        await using var host = await folder.StartAsync();
        var client = host.Client;
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/t/acme/health")).StatusCode);

        await HostFolder.AddTenantsAsync(host);

        Assert.Equal("Healthy", await client.GetStringAsync("/t/acme/health"));
    }

    [Fact]
    public async Task Runs_on_postgresql_by_configuration_alone()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        var (owner, app) = (database.Address, TestLedger.AppAddress(database.Address));
        await using var host = await folder.StartAsync(
            ("Catalog:Provider", "Postgres"), ("Catalog:Owner", owner), ("Catalog:App", app),
            ("Shards:main:Provider", "Postgres"), ("Shards:main:Owner", owner), ("Shards:main:App", app));

        Assert.Equal("Healthy", await host.Client.GetStringAsync("/health"));
        Assert.Empty(Directory.GetFiles(folder.FullName, "*.db"));
    }

    [Fact]
    public async Task Two_nodes_start_together_on_an_empty_database()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        var (owner, app) = (database.Address, TestLedger.AppAddress(database.Address));
        (string, string)[] settings =
        [
            ("Catalog:Provider", "Postgres"), ("Catalog:Owner", owner), ("Catalog:App", app),
            ("Shards:main:Provider", "Postgres"), ("Shards:main:Owner", owner), ("Shards:main:App", app),
        ];
        var nodes = await Task.WhenAll(Task.Run(() => folder.StartAsync(settings)), Task.Run(() => folder.StartAsync(settings)));
        await using var first = nodes[0];
        await using var second = nodes[1];

        Assert.Equal(["Healthy", "Healthy"], await Task.WhenAll(nodes.Select(node => node.Client.GetStringAsync("/health"))));
        Assert.Equal([0, 1], nodes.Select(node => node.Services.GetRequiredService<IdSource>().Next() >> 12 & 1023).Order());
    }

    [Fact]
    public async Task Migrating_twice_by_command_does_nothing_the_second_time()
    {
        Assert.Equal(0, (await folder.RunAsync("migrate")).ExitCode);
        var (exitCode, output) = await folder.RunAsync("migrate");

        Assert.Equal(0, exitCode);
        Assert.Contains("Shards:main (Sqlite) is at its newest migration.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_names_those_that_there_are()
    {
        var (exitCode, output) = await folder.RunAsync("migrte");
        Assert.Equal(2, exitCode);
        Assert.Contains("'migrte' is no command.", output, StringComparison.Ordinal);
        Assert.Contains("没有“migrte”这个命令。", output, StringComparison.Ordinal);
        Assert.Contains("verify-log", output, StringComparison.Ordinal);
        Assert.Contains("将所有数据库迁移到最新版本", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Catalog:Provider=Oracle", "The setting Catalog:Provider is 'Oracle'.", "设置 Catalog:Provider 的值为“Oracle”")]
    [InlineData("--Shards:main:Provider=Postgres", "The setting Shards:main:Owner is missing.", "缺少设置 Shards:main:Owner。")]
    [InlineData("--Shards:main:ReadsAtOnce=0", "The setting Shards:main:ReadsAtOnce is '0'.", "设置 Shards:main:ReadsAtOnce 的值为“0”")]
    [InlineData("--CLIENTLEDGER_MASTER_KEY=short", "The master key in CLIENTLEDGER_MASTER_KEY isn't 32 bytes", "CLIENTLEDGER_MASTER_KEY 中的主密钥")]
    [InlineData("--Catalog:Owner=nonsense", "The setting Catalog:Owner is no connection string", "设置 Catalog:Owner 不是有效的连接字符串")]
    [InlineData("--Shards:main:App=Speed=high", "The setting Shards:main:App is no connection string", "设置 Shards:main:App 不是有效的连接字符串")]
    [InlineData("--Catalog:Owner=Data Source=/dev/null/catalog.db", "/dev/null/catalog.db can't be opened", "无法打开数据库 /dev/null/catalog.db")]
    [InlineData("--CLIENTLEDGER_DATA=/dev/null/data", "The folder /dev/null/data, named by CLIENTLEDGER_DATA, can't be used", "无法使用 CLIENTLEDGER_DATA 指定的文件夹 /dev/null/data")]
    [InlineData("--urls=nonsense", "The server can't listen on nonsense", "服务器无法监听 nonsense")]
    public async Task A_wrong_setting_is_refused_in_both_languages(string setting, string english, string chinese)
    {
        var (exitCode, output) = await folder.RunAsync("--Demo=false", "--urls=http://127.0.0.1:0", setting);

        Assert.Equal(1, exitCode);
        Assert.Contains(english, output, StringComparison.Ordinal);
        Assert.Contains(chinese, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Owner", "Host=127.0.0.1;Port=1;Username=nobody", "The database at Catalog:Owner can't be used", "无法使用 Catalog:Owner 指定的数据库")]
    [InlineData("Owner", "Host=there.invalid;Username=nobody", "The database at Catalog:Owner can't be used", "无法使用 Catalog:Owner 指定的数据库")]
    [InlineData("App", "Host=127.0.0.1;Port=1;Username=nobody", "The database at Catalog:App can't be used", "无法使用 Catalog:App 指定的数据库")]
    [InlineData("App", "Host=127.0.0.1", "The app connection string names no user", "应用连接字符串没有指定用户")]
    [InlineData("App", "Port=many", "The setting Catalog:App is no connection string", "设置 Catalog:App 不是有效的连接字符串")]
    public async Task A_database_server_that_cant_be_used_is_named_in_both_languages(string setting, string address, string english, string chinese)
    {
        await using var database = await PostgresDatabase.CreateAsync();
        var (owner, app) = setting == "Owner" ? (address, TestLedger.AppAddress(database.Address)) : (database.Address, address);

        var (exitCode, output) = await folder.RunAsync(
            "--Demo=false", "--urls=http://127.0.0.1:0", "--Catalog:Provider=Postgres", $"--Catalog:Owner={owner}", $"--Catalog:App={app}");

        Assert.Equal(1, exitCode);
        Assert.Contains(english, output, StringComparison.Ordinal);
        Assert.Contains(chinese, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_another_server_has_is_refused_in_both_languages()
    {
        using var other = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (exitCode, output) = await folder.RunAsync("--Demo=false", $"--urls=http://{other.LocalEndpoint}");

        Assert.Equal(1, exitCode);
        Assert.Contains($"The server can't listen on http://{other.LocalEndpoint}", output, StringComparison.Ordinal);
        Assert.Contains($"服务器无法监听 http://{other.LocalEndpoint}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_on_a_folder_without_databases_says_so_in_both_languages()
    {
        var (exitCode, output) = await folder.RunAsync("verify-log", "--tenant", TwoTenants.Acme);

        Assert.Equal(1, exitCode);
        Assert.Contains("The database at Catalog:App can't be used", output, StringComparison.Ordinal);
        Assert.Contains("无法使用 Catalog:App 指定的数据库", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_file_that_cant_be_read_is_named_in_both_languages()
    {
        Directory.CreateDirectory(folder.PathOf("keys/master.key"));

        var (exitCode, output) = await folder.RunAsync("--Demo=false", "--urls=http://127.0.0.1:0");

        Assert.Equal(1, exitCode);
        Assert.Contains($"The key file {folder.PathOf("keys/master.key")} can't be used", output, StringComparison.Ordinal);
        Assert.Contains($"无法使用密钥文件 {folder.PathOf("keys/master.key")}", output, StringComparison.Ordinal);
    }
}
