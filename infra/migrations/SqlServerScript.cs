using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Migrations;

/// <summary>Writes the T-SQL that tests/ClientLedger.SqlServer.Check reads, without a server.</summary>
internal static class SqlServerScript
{
    /// <summary>Writes <c>model.sql</c>, what creates a ledger database, into a folder.</summary>
    public static async Task WriteAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await using var ledger = new LedgerContext(OptionsOf<LedgerContext>(), tenantId: 0);
        await File.WriteAllTextAsync(Path.Combine(folder, "model.sql"), ledger.Database.GenerateCreateScript());
    }

    /// <summary>The server is never called. Level 150 is the newest that the check knows.</summary>
    private static DbContextOptions<TContext> OptionsOf<TContext>()
        where TContext : DbContext =>
        new DbContextOptionsBuilder<TContext>().UseSqlServer("Server=localhost", options => options.UseCompatibilityLevel(150)).Options;
}
