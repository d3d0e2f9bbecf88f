using System.Data.Common;
using ClientLedger.Postgres;
using ClientLedger.Sqlite;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClientLedger.Tests.Storage;

/// <summary>A process of its own that begins to migrate a ledger, says so in mid-migration and waits there to be killed.</summary>
internal static class DyingMigrator
{
    private const string Paused = "paused";

    /// <summary>A table that the first migration makes when many are made already and many are still to come.</summary>
    private const string Half = "CREATE TABLE \"Orders\"";

    /// <summary>What the child process is asked to do.</summary>
    public const string Name = "migrate";

    /// <summary>Begins to migrate in another process and kills it in the middle.</summary>
    public static async Task KillAsync(Provider provider, string address)
    {
        using var process = ChildProcess.Start(Name, provider.ToString(), address);
        try
        {
            Assert.Equal(Paused, await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2)));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    /// <summary>Migrates, in the child process.</summary>
    public static async Task RunAsync(Provider provider, string address)
    {
        var options = provider == Provider.Sqlite ? SqliteLedger.Options(address) : PostgresLedger.Options(address);
        await using var context = new LedgerContext(new DbContextOptionsBuilder<LedgerContext>(options).AddInterceptors(new Pause()).Options, tenantId: 0);
        DatabaseMigrator migrator = provider == Provider.Sqlite ? new SqliteMigrator() : new PostgresMigrator();
        await migrator.MigrateAsync(context, provider == Provider.Sqlite ? null : ClientLedger.TestKit.TestLedger.AppAddress(address), CancellationToken.None);
    }

    private sealed class Pause : DbCommandInterceptor
    {
        public override async ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains(Half, StringComparison.Ordinal))
            {
                Console.WriteLine(Paused);
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return result;
        }
    }
}
