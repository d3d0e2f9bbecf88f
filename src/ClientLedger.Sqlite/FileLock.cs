using ClientLedger.Messages;
using ClientLedger.Storage;

namespace ClientLedger.Sqlite;

/// <summary>
/// Keeps a database file for this process, by a lock of the operating system on a file beside it: the write queue knows this process alone, and the
/// lock goes with the process, however it ends. Within the process it may be taken several times.
/// </summary>
public sealed class FileLock : IDisposable
{
    /// <summary>What tells that somebody else has the lock: EWOULDBLOCK of Linux, of macOS, and Windows' sharing violation.</summary>
    private static readonly int[] InUse = [11, 35, unchecked((int)0x80070020)];

    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, (FileStream Lock, int Holders)> Held = new(StringComparer.Ordinal);

    private readonly string file;
    private bool released;

    private FileLock(string file) => this.file = file;

    /// <summary>Takes the lock of the database that a connection string names, and makes its folder if need be.</summary>
    /// <exception cref="RefusedException">Another process has it, or it can't be written.</exception>
    public static FileLock Of(string connectionString)
    {
        var path = SqliteAddress.FileOf(connectionString);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, failure);
        }

        return Take(path);
    }

    /// <summary>Takes the lock of a database file. The path is absolute.</summary>
    /// <exception cref="RefusedException">Another process has it.</exception>
    internal static FileLock Take(string file)
    {
        lock (Gate)
        {
            Held[file] = Held.TryGetValue(file, out var held) ? (held.Lock, held.Holders + 1) : (Open(file), 1);
        }

        return new FileLock(file);
    }

    /// <summary>Lets go of the file, once.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            if (released)
            {
                return;
            }

            released = true;
            var (stream, holders) = Held[file];
            if (holders > 1)
            {
                Held[file] = (stream, holders - 1);
            }
            else
            {
                Held.Remove(file);
                stream.Dispose();
            }
        }
    }

    private static FileStream Open(string file)
    {
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (InUse.Contains(failure.HResult))
        {
            throw new RefusedException(Refusal.Of(StorageMessages.FileInUse, ("file", file)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unusable(file, failure);
        }
    }

    private static RefusedException Unusable(string file, Exception failure) =>
        new(Refusal.Of(StorageMessages.FileUnusable, ("file", file), ("reason", failure.Message)));
}
