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
