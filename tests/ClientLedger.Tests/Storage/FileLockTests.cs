using System.Diagnostics;
using ClientLedger.Messages;
using ClientLedger.Sqlite;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Storage;

public sealed class FileLockTests
{
    [Fact]
    public void Is_held_until_the_last_holder_of_the_process_lets_go()
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("ledger.db");
        var first = FileLock.Take(file);
        var second = FileLock.Take(file);
        first.Dispose();
        first.Dispose();
        Assert.Throws<IOException>(() => Open(file));
        second.Dispose();
        Open(file).Dispose();
    }

    [Fact]
    public async Task Refuses_a_file_that_another_process_has_and_takes_it_when_that_one_was_killed()
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("ledger.db");

        // flock(1) takes the same lock as the runtime does.
        using var other = Process.Start(new ProcessStartInfo("flock", ["--no-fork", file + ".lock", "bash", "-c", "echo taken; read"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        })!;
        Assert.Equal("taken", await other.StandardOutput.ReadLineAsync());
        var refused = Assert.Throws<RefusedException>(() => new SqliteLedger($"Data Source={file}", BuiltInEntities.Schema));
        Assert.Equal("storage.fileInUse", refused.Refusal.Code.Code);
        Assert.Contains(file, refused.Refusal.In(Language.Chinese), StringComparison.Ordinal);

        other.Kill();
        await other.WaitForExitAsync();
        FileLock.Take(file).Dispose();
    }

    private static FileStream Open(string file) => new(file + ".lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None);
}
