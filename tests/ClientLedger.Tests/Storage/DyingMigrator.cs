using System.Data.Common;
using System.Diagnostics;
using ClientLedger.Postgres;
using ClientLedger.Sqlite;
using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClientLedger.Tests.Storage;

/// <summary>
/// This assembly as a program: a process of its own that begins to migrate a ledger, says so in mid-migration and waits there to be killed.
/// </summary>
internal static class DyingMigrator
{
    private const string Paused = "paused";

    /// <summary>A table that the first migration makes when many are made already and many are still to come.</summary>
    private const string Half = "CREATE TABLE \"Orders\"";

    /// <summary>Begins to migrate in another process and kills it in the middle.</summary>
    public static async Task KillAsync(Provider provider, string address)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(DyingMigrator).Assembly.Location, provider.ToString(), address])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
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

    private static async Task Main(string[] arguments)
    {
        var (provider, address) = (Enum.Parse<Provider>(arguments[0]), arguments[1]);
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
