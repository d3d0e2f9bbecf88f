using ClientLedger.SqlServer;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClientLedger.Migrations;

/// <summary>Writes the T-SQL that tests/ClientLedger.SqlServer.Check reads, without a server.</summary>
internal static class SqlServerScript
{
    /// <summary>
    /// Writes into a folder, for each context, what creates its database as it is now (<c>catalog.sql</c>), and its migrations
    /// one after the other (<c>migrations/catalog.sql</c>). The ledger's is <c>model.sql</c>, since queries are checked against it.
    /// </summary>
    public static async Task WriteAsync(string folder)
    {
        var migrations = Directory.CreateDirectory(Path.Combine(folder, "migrations")).FullName;
        foreach (var migrated in MigratedContext.All.Where(migrated => migrated.Provider == Provider.SqlServer))
        {
            await using var context = migrated.Create();
            var name = migrated.Name == "Ledger" ? "model.sql" : migrated.Name.ToLowerInvariant() + ".sql";
            await File.WriteAllTextAsync(Path.Combine(folder, name), InTheOpen(context.Database.GenerateCreateScript()));
            await File.WriteAllTextAsync(Path.Combine(migrations, name), context.GetService<IMigrator>().GenerateScript());
        }
    }

    /// <summary>The check sees what a script creates in the open, not in a text that it executes.</summary>
    private static string InTheOpen(string script) =>
        script.Replace(SqlServerFenceGenerator.ExecuteTenantFunction, SqlServerFenceGenerator.TenantFunction, StringComparison.Ordinal);
}
