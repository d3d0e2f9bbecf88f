using ClientLedger.Messages;
using ClientLedger.Storage.Secrets;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Storage.Secrets;

public sealed class MasterKeyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Makes_its_file_once_and_for_its_owner_alone()
    {
        var file = folder.PathOf("keys/master.key");
        var first = MasterKey.ReadOrCreate(file, new FixedRandom(1));
        var second = MasterKey.ReadOrCreate(file, new FixedRandom(2));

        Assert.Equal(first.LogKey(1), second.LogKey(1));
        Assert.Equal(["master.key"], Directory.GetFiles(folder.PathOf("keys")).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Nodes_that_start_together_in_one_process_find_the_same_key()
    {
        for (var round = 0; round < 50; round++)
        {
            var file = folder.PathOf($"keys{round}/master.key");
            using var together = new Barrier(8);
            var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(node => Task.Factory.StartNew(
                () =>
                {
                    together.SignalAndWait();
                    return Convert.ToHexString(MasterKey.ReadOrCreate(file, new FixedRandom(node)).LogKey(1));
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));
            Assert.Equal([Convert.ToHexString(MasterKey.ReadOrCreate(file, new FixedRandom(99)).LogKey(1))], keys.Distinct());
            Assert.Single(Directory.GetFiles(folder.PathOf($"keys{round}")));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base 64")]
    [InlineData("AAAA")]
    public void Refuses_what_is_no_key_and_names_where_it_stands(string text)
    {
        var refusal = Assert.Throws<RefusedException>(() => MasterKey.Parse(text, "Keys:Master")).Refusal;
        Assert.Equal("secrets.masterKeyInvalid", refusal.Code.Code);
        Assert.Contains("Keys:Master", refusal.In(Language.Chinese), StringComparison.Ordinal);
    }
}
