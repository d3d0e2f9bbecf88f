using ClientLedger.TestKit;

namespace ClientLedger.Tests.Web;

/// <summary>Two processes on one data folder. The lock is the operating system's, so that it refuses this process as it would refuse another.</summary>
[Collection(HostCollection.Name)]
public sealed class SecondProcessTests : IDisposable
{
    private readonly HostFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("catalog.db")]
    [InlineData("ledger.db")]
    public async Task Is_refused_before_it_migrates_anything(string held)
    {
        await using var other = Take(held);

        foreach (var arguments in new string[][] { ["migrate"], ["--urls=http://127.0.0.1:0", "--Demo=false"] })
        {
            var (exitCode, output) = await folder.RunAsync(arguments);
            Assert.Equal(1, exitCode);
            Assert.Contains($"The database {folder.PathOf(held)} is in use by another ClientLedger process.", output, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFiles(folder.FullName, "*.db"));
    }

    [Fact]
    public async Task Is_refused_for_as_long_as_a_server_lives()
    {
        await using (await folder.StartAsync())
        {
            Assert.Throws<IOException>(() => Take("catalog.db"));
            Assert.Throws<IOException>(() => Take("ledger.db"));
        }

        await Take("catalog.db").DisposeAsync();
        await Take("ledger.db").DisposeAsync();
    }

    [Fact]
    public async Task Is_refused_where_only_the_catalog_is_a_file()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        (string Name, string Value)[] shard =
        [
            ("Shards:main:Provider", "Postgres"), ("Shards:main:Owner", database.Address), ("Shards:main:App", TestLedger.AppAddress(database.Address)),
        ];
        await using (await folder.StartAsync(shard))
        {
            Assert.Throws<IOException>(() => Take("catalog.db"));
        }

        await using var other = Take("catalog.db");
        var (exitCode, output) = await folder.RunAsync([.. shard.Select(setting => $"--{setting.Name}={setting.Value}"), "--urls=http://127.0.0.1:0", "--Demo=false"]);
        Assert.Equal(1, exitCode);
        Assert.Contains("catalog.db 正被另一个 ClientLedger 进程使用", output, StringComparison.Ordinal);
    }

    private FileStream Take(string file) => new(folder.PathOf(file) + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
