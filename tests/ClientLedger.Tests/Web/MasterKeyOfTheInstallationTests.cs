using System.Security.Cryptography;
using ClientLedger.Messages;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Web;

/// <summary>All nodes of an installation have one master key, and so has one data folder at each start.</summary>
[Collection(HostCollection.Name)]
public sealed class MasterKeyOfTheInstallationTests : IDisposable
{
    private readonly HostFolder folder = new();
    private readonly HostFolder otherFolder = new();

    public void Dispose()
    {
        folder.Dispose();
        otherFolder.Dispose();
    }

    [Fact]
    public async Task A_node_with_another_key_is_refused_and_one_with_the_same_key_starts()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        var (owner, app) = (database.Address, TestLedger.AppAddress(database.Address));
        (string, string)[] settings =
        [
            ("Catalog:Provider", "Postgres"), ("Catalog:Owner", owner), ("Catalog:App", app),
            ("Shards:main:Provider", "Postgres"), ("Shards:main:Owner", owner), ("Shards:main:App", app),
        ];
        await using var first = await folder.StartAsync(settings);

        var refused = (await Assert.ThrowsAsync<RefusedException>(() => otherFolder.StartAsync(settings))).Refusal;
        Assert.Equal("secrets.masterKeyOfAnother", refused.Code.Code);
        Assert.Contains(otherFolder.PathOf("keys/master.key"), refused.In(Language.Chinese), StringComparison.Ordinal);

        var key = await File.ReadAllTextAsync(folder.PathOf("keys/master.key"));
        await using var second = await otherFolder.StartAsync([.. settings, ("CLIENTLEDGER_MASTER_KEY", key.Trim())]);
        Assert.Equal("Healthy", await second.Client.GetStringAsync("/health"));
    }

    [Fact]
    public async Task A_key_that_was_lost_and_made_anew_is_refused_at_the_next_start()
    {
        await using (await folder.StartAsync())
        {
        }

        File.Delete(folder.PathOf("keys/master.key"));
        var refused = (await Assert.ThrowsAsync<RefusedException>(() => folder.StartAsync())).Refusal;

        Assert.Contains("isn't the one that this installation was started with first", refused.In(Language.English), StringComparison.Ordinal);
        Assert.Contains("不是本系统首次启动时使用的主密钥", refused.In(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_with_another_key_is_refused_too()
    {
        await using (var host = await folder.StartAsync())
        {
            await HostFolder.AddTenantsAsync(host);
        }

        var other = Convert.ToBase64String(SHA256.HashData("another"u8));
        var (exitCode, output) = await folder.RunAsync("verify-log", "--tenant", TwoTenants.Acme, $"--CLIENTLEDGER_MASTER_KEY={other}");

        Assert.Equal(1, exitCode);
        Assert.Contains("The master key in CLIENTLEDGER_MASTER_KEY isn't the one", output, StringComparison.Ordinal);
    }
}
