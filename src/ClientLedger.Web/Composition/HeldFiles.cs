using ClientLedger.Messages;
using ClientLedger.Sqlite;
using ClientLedger.Storage;

namespace ClientLedger.Web.Composition;

/// <summary>
/// The SQLite files of this installation, which this process has for itself from before it migrates them until the host is disposed of. Commands that
/// only read take none.
/// </summary>
internal sealed class HeldFiles : IDisposable
{
    private readonly List<FileLock> held = [];

    /// <summary>Takes the lock of each SQLite file, the catalog's first.</summary>
    /// <exception cref="RefusedException">Another process has one.</exception>
    public void Take(DatabaseSettings databases)
    {
        foreach (var database in databases.All.Where(database => database.Provider == Provider.Sqlite))
        {
            held.Add(FileLock.Of(database.Owner));
        }
    }

    public void Dispose()
    {
        held.ForEach(file => file.Dispose());
        held.Clear();
    }
}
