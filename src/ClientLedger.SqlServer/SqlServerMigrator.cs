using System.Data;
using ClientLedger.Messages;
using ClientLedger.Storage;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.SqlServer;

/// <summary>Migrates a SQL Server database; EF holds an application lock, which goes with its connection.</summary>
public sealed class SqlServerMigrator : DatabaseMigrator
{
    /// <summary>Another node was faster (sys.messages).</summary>
    private const int DatabaseExists = 1801;

    /// <inheritdoc/>
    public override async Task MigrateAsync(DbContext context, string? appConnectionString, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var owner = new SqlConnectionStringBuilder(context.Database.GetConnectionString());
        await CreateDatabaseAsync(owner, cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        if (appConnectionString is not null && new SqlConnectionStringBuilder(appConnectionString).UserID is { Length: > 0 } app && app != owner.UserID)
        {
            await GrantAsync(owner, app, cancellationToken);
        }
    }

    private static async Task CreateDatabaseAsync(SqlConnectionStringBuilder owner, CancellationToken cancellationToken)
    {
        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(owner.ConnectionString) { InitialCatalog = "master" }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        try
        {
            await RunAsync(connection, $"""
                DECLARE @text nvarchar(max) = N'CREATE DATABASE ' + QUOTENAME(@name) + N' COLLATE {SqlServerLedger.Collation}';
                IF DB_ID(@name) IS NULL EXEC(@text);
                """, owner.InitialCatalog, cancellationToken);
        }
        catch (SqlException e) when (e.Number == DatabaseExists)
        {
        }

        await using var look = new SqlCommand("SELECT CONVERT(nvarchar(128), DATABASEPROPERTYEX(@name, 'Collation'))", connection);
        look.Parameters.Add(new SqlParameter("@name", SqlDbType.NVarChar, 128) { Value = owner.InitialCatalog });
        if (await look.ExecuteScalarAsync(cancellationToken) is string collation && collation != SqlServerLedger.Collation)
        {
            throw new RefusedException(Refusal.Of(
                StorageMessages.CollationNotUtf8, ("database", owner.InitialCatalog), ("collation", collation), ("wanted", SqlServerLedger.Collation)));
        }
    }

    /// <summary>The login must be there: a server's logins are its administrator's. The user of the database is made if it is missing.</summary>
    private static async Task GrantAsync(SqlConnectionStringBuilder owner, string app, CancellationToken cancellationToken)
    {
        await using var connection = new SqlConnection(owner.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await RunAsync(connection, """
            DECLARE @user nvarchar(300) = QUOTENAME(@name);
            DECLARE @text nvarchar(max) = N'CREATE USER ' + @user + N' FOR LOGIN ' + @user;
            IF DATABASE_PRINCIPAL_ID(@name) IS NULL EXEC(@text);
            SET @text = N'GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::dbo TO ' + @user;
            EXEC(@text);
            """, app, cancellationToken);
    }

    private static async Task RunAsync(SqlConnection connection, string text, string name, CancellationToken cancellationToken)
    {
        await using var command = new SqlCommand(text, connection);
        command.Parameters.Add(new SqlParameter("@name", SqlDbType.NVarChar, 128) { Value = name });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
