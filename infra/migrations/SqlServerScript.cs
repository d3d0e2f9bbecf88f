using System.Text.RegularExpressions;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace ClientLedger.Migrations;

/// <summary>Writes the T-SQL that tests/ClientLedger.SqlServer.Check reads, without a server.</summary>
internal static partial class SqlServerScript
{
    /// <summary>
    /// Writes into a folder, for each context, what creates its database as it is now, with what migrations add by hand
    /// (<c>catalog.sql</c>), and its migrations one after the other (<c>migrations/catalog.sql</c>). The ledger's is <c>model.sql</c>, since queries are checked against it.
    /// </summary>
    public static async Task WriteAsync(string folder)
    {
        var migrations = Directory.CreateDirectory(Path.Combine(folder, "migrations")).FullName;
        foreach (var migrated in MigratedContext.All.Where(migrated => migrated.Provider == Provider.SqlServer))
        {
            await using var context = migrated.Create();
            var name = migrated.Name == "Ledger" ? "model.sql" : migrated.Name.ToLowerInvariant() + ".sql";
            await File.WriteAllTextAsync(Path.Combine(folder, name), string.Join("\nGO\n", [context.Database.GenerateCreateScript(), .. WrittenByHand(context)]));
            await File.WriteAllTextAsync(Path.Combine(migrations, name), context.GetService<IMigrator>().GenerateScript());
        }
    }

    /// <summary>What the model doesn't know and a migration creates in words of its own: functions, policies, types.</summary>
    private static IEnumerable<string> WrittenByHand(DbContext context)
    {
        var migrations = context.GetService<IMigrationsAssembly>();
        return migrations.Migrations.Values
            .SelectMany(type => migrations.CreateMigration(type, context.Database.ProviderName!).UpOperations)
            .OfType<SqlOperation>()
            .SelectMany(operation => Go().Split(operation.Sql))
            .Select(batch => Wrapped().Match(batch) is { Success: true } match ? match.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal) : batch)
            .Where(batch => Created().IsMatch(batch));
    }

    [GeneratedRegex(@"^\s*GO\s*;?\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase, 5_000)]
    private static partial Regex Go();

    // CREATE must be alone in its batch; in a script that may be run twice it stands in an EXEC.
    [GeneratedRegex(@"^\s*EXEC(UTE)?\s*\(\s*N?'(?<text>(''|[^'])*)'\s*\)\s*;?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Wrapped();

    [GeneratedRegex(@"^\s*CREATE\s+(SCHEMA|FUNCTION|SECURITY\s+POLICY|TYPE|VIEW|PROCEDURE|TRIGGER)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Created();
}
