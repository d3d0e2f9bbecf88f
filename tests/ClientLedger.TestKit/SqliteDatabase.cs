using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ClientLedger.TestKit;

/// <summary>A fresh SQLite database in a folder of its own, which goes when it is disposed of.</summary>
public sealed class SqliteDatabase : IDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> Prepared = new(StringComparer.Ordinal);

    private readonly TemporaryFolder folder = new();

    public string File => folder.PathOf("test.db");

    public string Address => AddressOf(File);

    /// <summary>A database without tables; the file isn't there yet.</summary>
    public static SqliteDatabase Create() => new();

    /// <summary>A copy of a prepared database. The first who asks for a key prepares it; all others of the process copy.</summary>
    /// <param name="key">Names what is prepared; the same key must always mean the same content.</param>
    /// <param name="prepare">Fills an empty database; given its connection string.</param>
    public static async Task<SqliteDatabase> CreateAsync(string key, Func<string, Task> prepare)
    {
        var content = await Prepared.GetOrAdd(key, _ => new Lazy<Task<byte[]>>(() => PrepareAsync(prepare))).Value;
        var database = new SqliteDatabase();
        await System.IO.File.WriteAllBytesAsync(database.File, content);
        return database;
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(Address))
        {
            SqliteConnection.ClearPool(connection);
        }

        folder.Dispose();
    }

    private static string AddressOf(string file) => new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;

    private static async Task<byte[]> PrepareAsync(Func<string, Task> prepare)
    {
        using var draft = new SqliteDatabase();
        await prepare(draft.Address);
        await using (var connection = new SqliteConnection(draft.Address))
        {
            // What still stands in the write-ahead log belongs to the copy.
            await connection.OpenAsync();
            await using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await checkpoint.ExecuteNonQueryAsync();
        }

        return await System.IO.File.ReadAllBytesAsync(draft.File);
    }
}
