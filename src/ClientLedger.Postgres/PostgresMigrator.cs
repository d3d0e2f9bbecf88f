using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ClientLedger.Postgres;

/// <summary>Migrates a PostgreSQL database under an advisory lock, which goes with its connection; each migration is a transaction.</summary>
public sealed class PostgresMigrator : DatabaseMigrator
{
    /// <summary>Any number that nobody else takes for a lock in these databases.</summary>
    private const long LockNumber = 0x436C69656E744C65;

    /// <inheritdoc/>
    public override async Task MigrateAsync(DbContext context, string? appConnectionString, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        await CreateDatabaseAsync(context, cancellationToken);

        // Not pooled: the connection's end releases the lock, whatever happens.
        var owner = new NpgsqlConnectionStringBuilder(context.Database.GetConnectionString()) { Pooling = false };
        await using var connection = new NpgsqlConnection(owner.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using (var wait = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new NpgsqlParameter<long> { TypedValue = LockNumber } }, CommandTimeout = 0 })
        {
            await wait.ExecuteNonQueryAsync(cancellationToken);
        }

        await context.Database.MigrateAsync(cancellationToken);
        if (appConnectionString is not null)
        {
            var app = new NpgsqlConnectionStringBuilder(appConnectionString);
            await PostgresAppRole.GrantAsync(connection, owner.Username!, app, cancellationToken);
        }
    }

    private static async Task CreateDatabaseAsync(DbContext context, CancellationToken cancellationToken)
    {
        var creator = (IRelationalDatabaseCreator)context.GetService<IDatabaseCreator>();
        if (await creator.ExistsAsync(cancellationToken))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node was faster.
        }
    }
}
