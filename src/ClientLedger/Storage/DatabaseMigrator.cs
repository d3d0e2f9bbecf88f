using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Storage;

/// <summary>
/// Brings a database to its newest migration, as its owner. Nodes may start it together: one migrates, the others wait and find nothing to do. A
/// migrator that was killed leaves nothing that the next one stumbles over.
/// </summary>
public abstract class DatabaseMigrator
{
    /// <summary>Applies what is missing, then makes sure that the app's role can work on the tables and no more. A database that isn't there is created.</summary>
    /// <param name="context">Under the owner's connection string.</param>
    /// <param name="appConnectionString">The app's; null, or with the owner's user, grants nothing.</param>
    /// <exception cref="Messages.RefusedException">The database, its lock or the app's role isn't as it must be.</exception>
    public abstract Task MigrateAsync(DbContext context, string? appConnectionString, CancellationToken cancellationToken);
}
