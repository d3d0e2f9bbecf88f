using System.Diagnostics;
using ClientLedger.Imports.Files;
using ClientLedger.Imports.Jobs;
using ClientLedger.Imports.Uploads;
using ClientLedger.Jobs;
using ClientLedger.Postgres;
using ClientLedger.Reading;
using ClientLedger.Shared;
using ClientLedger.Sqlite;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClientLedger.Tests.Imports.Running;

/// <summary>A process of its own that imports what is due, put together as the product does it; it tells of each batch before that is committed.</summary>
internal sealed class DyingImporter : IAsyncDisposable
{
    /// <summary>What the child process is asked to do.</summary>
    public const string Name = "import";

    /// <summary>Lines of a batch.</summary>
    public const int BatchLines = 250;

    private readonly CatalogDatabase catalog;
    private readonly Shards shards;
    private readonly TenantKeyRing keys;
    private readonly TimeProvider clock;

    private DyingImporter(Provider provider, string catalog, string ledger, int life)
    {
        clock = new Later(life);
        this.catalog = new CatalogDatabase(provider, provider == Provider.Sqlite ? SqliteCatalog.Options(catalog) : PostgresCatalog.Options(catalog));
        shards = new Shards(new Dictionary<string, LedgerDatabase>
        {
            ["main"] = provider == Provider.Sqlite ? new SqliteLedger(ledger, BuiltInEntities.Schema) : new PostgresLedger(ledger, BuiltInEntities.Schema),
        });
        keys = new TenantKeyRing(this.catalog, new MasterKey(new byte[MasterKey.Length]), new SystemRandomSource(), clock);
        Scopes = new LedgerScopes(this.catalog, shards, keys, BuiltInEntities.Schema, TwoTenants.Fresh, TimeProvider.System);
    }

    public LedgerScopes Scopes { get; }

    /// <summary>The databases, to look into them.</summary>
    public static DyingImporter Open(Provider provider, string catalog, string ledger) => new(provider, catalog, ledger, life: 0);

    /// <summary>Starts the process.</summary>
    /// <param name="life">How many were killed before it.</param>
    public static Process Start(Provider provider, string catalog, string ledger, int life) =>
        ChildProcess.Start(Name, provider.ToString(), catalog, ledger, life.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Imports until nothing is due, in the child process.</summary>
    public static async Task RunAsync(Provider provider, string catalog, string ledger, int life)
    {
        await using var importer = new DyingImporter(provider, catalog, ledger, life);
        var lease = await new NodeLeases(importer.catalog, new SystemRandomSource(), importer.clock).TakeAsync(default);
        var ids = new IdSource(importer.clock, lease.Node);
        var random = new SystemRandomSource();
        var gate = new WriteGate(new ReadGate(importer.clock, random), ids, importer.clock, random, [.. BuiltInRules.All, new Telling()]);
        var job = new ImportLines(new UploadedFiles(ids, importer.clock, FileLimits.Default)) { BatchLines = BatchLines };
        var runner = new JobRunner(
            importer.catalog, importer.shards, new JobLeases(importer.catalog, lease.Holder, importer.clock), importer.Scopes, gate, [job], new WaitingPeople(), importer.clock,
            NullLogger<JobRunner>.Instance);
        while (await runner.RunNextAsync(default))
        {
            // The next one may be due.
        }
    }

    /// <summary>Where a run stands.</summary>
    public async Task<JobState> StateAsync(long id)
    {
        await using var context = catalog.CreateContext();
        return await context.JobRuns.Where(run => run.Id == id).Select(run => run.State).SingleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Scopes.Dispose();
        keys.Dispose();
        await shards.DisposeAsync();
    }

    /// <summary>Each life begins when the lease of the one before it has run out.</summary>
    private sealed class Later(int life) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddMinutes(life * 2);
    }

    /// <summary>Says so when the lines of a batch were written and are about to be logged and committed.</summary>
    private sealed class Telling : IRecordRules
    {
        public string Entity => "orderLine";

        public Task DeriveAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task CheckAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task AppliedAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken)
        {
            Console.WriteLine(batch.Rows.Count);
            return Task.CompletedTask;
        }
    }
}
