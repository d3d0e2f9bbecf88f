using ClientLedger.TestKit;
using Microsoft.Data.Sqlite;

namespace ClientLedger.Tests.TestKit;

public sealed class SqliteDatabaseTests
{
    [Fact]
    public async Task Copies_what_was_prepared_once()
    {
        var prepared = 0;
        Task PrepareAsync(string address)
        {
            prepared++;
            return RunAsync(address, "PRAGMA journal_mode = WAL; CREATE TABLE t AS SELECT 1 AS x");
        }

        using var first = await SqliteDatabase.CreateAsync(nameof(Copies_what_was_prepared_once), PrepareAsync);
        using var second = await SqliteDatabase.CreateAsync(nameof(Copies_what_was_prepared_once), PrepareAsync);
        await RunAsync(first.Address, "INSERT INTO t VALUES (2)");

        Assert.Equal(1, prepared);
        Assert.Equal(2L, await RunAsync(first.Address, "SELECT count(*) FROM t"));
        Assert.Equal(1L, await RunAsync(second.Address, "SELECT count(*) FROM t"));
    }

    [Fact]
    public async Task Leaves_no_file_behind()
    {
        string file;
        using (var database = SqliteDatabase.Create())
        {
            file = database.File;
            await RunAsync(database.Address, "CREATE TABLE t (x)");
            Assert.True(File.Exists(file));
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(file)));
    }

    private static async Task<object?> RunAsync(string address, string statement)
    {
        await using var connection = new SqliteConnection(address);
        await connection.OpenAsync();
        await using var command = new SqliteCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }
}
