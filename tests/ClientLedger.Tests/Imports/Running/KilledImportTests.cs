using ClientLedger.History;
using ClientLedger.Imports;
using ClientLedger.Jobs;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Imports.Running;

/// <summary>Imports that are killed as processes at random moments: begun again each time, they come to what an undisturbed one comes to.</summary>
public abstract class KilledImportTests(ITestOutputHelper output)
{
    private static readonly int Kills = Depth.Count(100);

    /// <summary>Enough batches that the kills don't outlast them.</summary>
    private static readonly int Lines = Depth.IsFull ? 100_000 : 5_000;

    /// <summary>Imports on copies of a tenant's databases, where no other process has them.</summary>
    private protected abstract Task<(string Catalog, string Ledger)> CopyAsync(ImportCase imports, TemporaryFolder folder);

    private protected async Task RunAsync(Provider provider)
    {
        var file = OnlineRetail.FirstLines(Lines);
        await using var undisturbed = await ImportCase.CreateAsync(provider);
        await undisturbed.ImportAsync(await undisturbed.OpenAsync(), file, "online_retail.csv", OnlineRetail.Filed, DyingImporter.BatchLines);
        var expected = await LedgerHash.OfAsync(await undisturbed.OpenAsync());

        await using var imports = await ImportCase.CreateAsync(provider);
        var id = await imports.StartAsync(await imports.OpenAsync(), file, "online_retail.csv", OnlineRetail.Filed);
        using var folder = new TemporaryFolder();
        var (catalog, ledger) = await CopyAsync(imports, folder);
        var random = new Random(Depth.Seed(20101201, output));
        for (var life = 0; life < Kills; life++)
        {
            await KillAsync(provider, catalog, ledger, life, random);
        }

        using (var last = DyingImporter.Start(provider, catalog, ledger, Kills))
        {
            await last.StandardOutput.ReadToEndAsync();
            await last.WaitForExitAsync();
            Assert.Equal(0, last.ExitCode);
        }

        await using var importer = DyingImporter.Open(provider, catalog, ledger);
        var scope = await importer.Scopes.OpenAsync(TwoTenants.Acme, imports.Tenants.Owner, default);
        Assert.Equal(expected, await LedgerHash.OfAsync(scope));
        Assert.Equal(JobState.Succeeded, await importer.StateAsync(id));
        await using var context = scope.Database.CreateContext(scope.TenantId);
        var run = await context.Set<ImportRun>().SingleAsync(each => each.Id == id);
        Assert.Equal((Lines, Lines, 0L, 0L, 0L), ((int)run.Lines, (int)run.Created, run.Updated, run.Skipped, run.Refused));
        Assert.Null((await new LogVerifier(scope.Database, scope.Schema).VerifyAsync(scope.TenantId, scope.Secrets, [], default)).Fault);
        Assert.Empty((await StoredLedger.ReadAsync(await importer.Scopes.OpenAsync(TwoTenants.Globex, imports.Tenants.Owner, default))).Records);
    }

    /// <summary>Most die some moments after a batch was written, whether by then it was committed or not; some while they find their place again.</summary>
    private async Task KillAsync(Provider provider, string catalog, string ledger, int life, Random random)
    {
        var (batches, moment) = (random.Next(4), random.Next(60));
        using var process = DyingImporter.Start(provider, catalog, ledger, life);
        try
        {
            for (var batch = 0; batch < batches; batch++)
            {
                await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2));
            }

            await Task.Delay(batches == 0 ? moment * 20 : moment);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        output.WriteLine($"killed after {batches} batches and {moment}");
    }
}

public sealed class KilledImportOnSqliteTests(ITestOutputHelper output) : KilledImportTests(output)
{
    [FactNeedsShared]
    public Task A_killed_import_goes_on_with_nothing_twice_and_nothing_lost() => RunAsync(Provider.Sqlite);

    private protected override async Task<(string Catalog, string Ledger)> CopyAsync(ImportCase imports, TemporaryFolder folder) =>
        (await CopyAsync(imports.Tenants.CatalogAddress, folder.PathOf("catalog.db")), await CopyAsync(imports.Tenants.OwnerAddress, folder.PathOf("ledger.db")));

    private static async Task<string> CopyAsync(string address, string path)
    {
        await using var connection = new SqliteConnection(address);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO @path";
        command.Parameters.AddWithValue("@path", path);
        await command.ExecuteNonQueryAsync();
        var copy = new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString;
        await using var opened = new SqliteConnection(copy);
        await opened.OpenAsync();
        await using var mode = opened.CreateCommand();
        mode.CommandText = "PRAGMA journal_mode = WAL";
        await mode.ExecuteNonQueryAsync();
        return copy;
    }
}

public sealed class KilledImportOnPostgresTests(ITestOutputHelper output) : KilledImportTests(output)
{
    [FactNeedsShared]
    public Task A_killed_import_goes_on_with_nothing_twice_and_nothing_lost() => RunAsync(Provider.Postgres);

    private protected override Task<(string Catalog, string Ledger)> CopyAsync(ImportCase imports, TemporaryFolder folder) =>
        Task.FromResult((imports.Tenants.CatalogAddress, TestLedger.AppAddress(imports.Tenants.OwnerAddress)));
}
