using ClientLedger.Messages;
using ClientLedger.Storage;
using Npgsql;

namespace ClientLedger.Postgres;

/// <summary>The role under which the product works: it reads and writes rows of tables that it doesn't own.</summary>
internal static class PostgresAppRole
{
    /// <summary>
    /// Makes the role if the cluster has none of that name, and lets it work on the tables that are there and those to come. The role must be held by
    /// row-level security.
    /// </summary>
    public static async Task GrantAsync(NpgsqlConnection owner, string ownerRole, NpgsqlConnectionStringBuilder app, CancellationToken cancellationToken)
    {
        var role = app.Username ?? throw new RefusedException(Refusal.Of(StorageMessages.AppUserMissing));
        if (role == ownerRole)
        {
            throw new RefusedException(Refusal.Of(StorageMessages.RoleTooStrong, ("role", role)));
        }

        // Names and passwords can't be parameters of these statements: quote_ident and format do it.
        await RunAsync(owner, """
            SELECT pg_advisory_xact_lock(hashtext('ClientLedger role ' || $1)),
              CASE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = $1) THEN '' ELSE format('CREATE ROLE %I LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD %L', $1, $2) END
            """, 1, cancellationToken, role, app.Password ?? "");

        // A member of the owner's role can become it, and whoever owns a table is above its policies.
        var tooStrong = await ScalarAsync(owner, """
            SELECT (rolsuper OR rolbypassrls OR pg_has_role(rolname, current_user, 'MEMBER') OR EXISTS (
              SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND pg_has_role(rolname, c.relowner, 'MEMBER')))::text
            FROM pg_roles WHERE rolname = $1
            """, 0, cancellationToken, role);
        if (tooStrong is not "false")
        {
            throw new RefusedException(Refusal.Of(StorageMessages.RoleTooStrong, ("role", role)));
        }

        await RunAsync(owner, """
            SELECT format('GRANT CONNECT, TEMPORARY ON DATABASE %1$I TO %2$I; GRANT USAGE ON SCHEMA public TO %2$I; '
              'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %2$I; GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO %2$I; '
              'GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO %2$I; '
              'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %2$I; '
              'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO %2$I', current_database(), $1)
            """, 0, cancellationToken, role);

        // What migrations there were is the owner's business.
        await RunAsync(owner, """
            SELECT coalesce(string_agg(format('REVOKE INSERT, UPDATE, DELETE ON %I FROM %I', tablename, $1), '; '), '')
            FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE '\_\_Migrations\_%'
            """, 0, cancellationToken, role);
    }

    /// <summary>Runs the statements that a query has written.</summary>
    private static async Task RunAsync(NpgsqlConnection owner, string writing, int column, CancellationToken cancellationToken, params string[] names)
    {
        await using var transaction = await owner.BeginTransactionAsync(cancellationToken);
        if (await ScalarAsync(owner, writing, column, cancellationToken, names) is { Length: > 0 } text)
        {
            await using var command = new NpgsqlCommand(text, owner, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<string?> ScalarAsync(NpgsqlConnection owner, string text, int column, CancellationToken cancellationToken, params string[] names)
    {
        await using var command = new NpgsqlCommand(text, owner);
        foreach (var name in names)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) && !await reader.IsDBNullAsync(column, cancellationToken) ? reader.GetString(column) : null;
    }
}
