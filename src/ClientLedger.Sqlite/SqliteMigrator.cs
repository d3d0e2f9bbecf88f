using System.Collections.Concurrent;
using ClientLedger.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Sqlite;

/// <summary>
/// Migrates a SQLite file. EF's own lock is a row that outlives the process: under a lock that doesn't (the file's, and one for this process) an
/// abandoned row is cleared first, on which EF would wait for ever.
/// </summary>
public sealed class SqliteMigrator : DatabaseMigrator
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Migrating = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override async Task MigrateAsync(DbContext context, string? appConnectionString, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var connectionString = context.Database.GetConnectionString()!;
        var file = SqliteAddress.FileOf(connectionString);
        using var process = FileLock.Of(connectionString);
        var gate = Migrating.GetOrAdd(file, static _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            await using (var connection = new SqliteConnection(connectionString))
            {
                await connection.OpenAsync(cancellationToken);
                await using var command = new SqliteCommand("PRAGMA journal_mode = WAL; DROP TABLE IF EXISTS \"__EFMigrationsLock\"", connection);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            await context.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }
}
