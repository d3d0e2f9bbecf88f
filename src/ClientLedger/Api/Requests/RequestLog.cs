using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ClientLedger.Api.Requests;

/// <summary>
/// Keeps what callers ask of ledgers, each in its own ledger. Requests only put down a line in memory; lines are written in batches (<see cref="Jobs.KeepRequestLog"/>), the newest <see cref="MostKept"/> of each ledger are kept, and none longer than <see cref="KeptFor"/>.
/// </summary>
internal sealed partial class RequestLog(CatalogDatabase catalog, Shards shards, TimeProvider clock, ILogger<RequestLog> logger) : IDisposable
{
    /// <summary>How many requests of one ledger are kept.</summary>
    public const int MostKept = 20_000;

    /// <summary>Lines that wait in memory at most, when the databases can't keep up.</summary>
    private const int MostWaiting = 50_000;

    /// <summary>Lines that are written at once: a SQLite file isn't held for longer than its other writers can wait.</summary>
    private const int BatchOnSqlite = 200, BatchElsewhere = 2_000;

    /// <summary>How many lines more than <see cref="MostKept"/> a ledger may have for a while: to find the last one that is kept, all before it are passed.</summary>
    private const int TrimmedEach = MostKept / 4;

    /// <summary>How long a request is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private readonly Channel<ApiRequest> arrived = Channel.CreateBounded<ApiRequest>(MostWaiting);
    private readonly ConcurrentDictionary<int, int> sinceTrimmed = new();
    private readonly SemaphoreSlim gate = new(1);

    /// <summary>What wasn't written yet, by tenant; no list is empty.</summary>
    private readonly Dictionary<int, List<ApiRequest>> waiting = [];
    private long lost;

    /// <summary>Puts down a line. When the databases haven't taken any for long, it is lost.</summary>
    public void Add(ApiRequest request)
    {
        if (!arrived.Writer.TryWrite(request))
        {
            Interlocked.Increment(ref lost);
        }
    }

    /// <summary>Writes what was put down. What a database doesn't take stays, and is tried again by the next call.</summary>
    /// <returns>Whether nothing is left.</returns>
    public async Task<bool> FlushAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            for (var count = waiting.Values.Sum(lines => lines.Count); count < MostWaiting && arrived.Reader.TryRead(out var request); count++)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(waiting, request.TenantId, out _) ??= []).Add(request);
            }

            if (waiting.Count > 0)
            {
                await WriteAsync(cancellationToken);
            }

            if (Interlocked.Exchange(ref lost, 0) is > 0 and var unkept)
            {
                LogLost(unkept);
            }

            return waiting.Count == 0;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Forgets what is too old, in all ledgers. What a database doesn't let go of is forgotten by a later call.</summary>
    public async Task TrimAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<(int Tenant, string Shard)> found = [];
        await TryAsync(async () => found = await ShardsOfAsync(tenants => tenants.Where(tenant => tenant.State != TenantState.Preparing), cancellationToken));
        foreach (var (tenant, shard) in found)
        {
            await TryAsync(() => TrimAsync(shard, tenant, cancellationToken));
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        var ids = waiting.Keys.ToList();
        IReadOnlyList<(int Tenant, string Shard)> found = [];
        if (!await TryAsync(async () => found = await ShardsOfAsync(tenants => tenants.Where(tenant => ids.Contains(tenant.Id)), cancellationToken)))
        {
            return;
        }

        foreach (var (tenant, shard) in found)
        {
            await TryAsync(() => WriteAsync(shard, tenant, waiting[tenant], cancellationToken));
            if (waiting[tenant].Count == 0)
            {
                waiting.Remove(tenant);
            }
        }

        // A tenant that isn't in the catalog any more has no log.
        foreach (var gone in ids.Except(found.Select(each => each.Tenant)))
        {
            waiting.Remove(gone);
        }
    }

    /// <param name="lines">Those that were written leave it.</param>
    private async Task WriteAsync(string shard, int tenant, List<ApiRequest> lines, CancellationToken cancellationToken)
    {
        var database = shards[shard];
        while (lines.Count > 0)
        {
            var batch = lines.GetRange(0, Math.Min(lines.Count, database.Provider == Provider.Sqlite ? BatchOnSqlite : BatchElsewhere));
            await using (var transaction = await database.BeginAsync(tenant, cancellationToken))
            {
                await database.Writer.InsertAsync(transaction, ApiRequestRows.Of(database.Tables, batch), cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            lines.RemoveRange(0, batch.Count);
            if (sinceTrimmed.AddOrUpdate(tenant, batch.Count, (_, count) => count + batch.Count) >= TrimmedEach)
            {
                await TrimAsync(shard, tenant, cancellationToken);
            }
        }
    }

    private async Task TrimAsync(string shard, int tenant, CancellationToken cancellationToken)
    {
        sinceTrimmed.TryRemove(tenant, out _);
        var until = clock.Now() - KeptFor;
        await using var ledger = shards[shard].CreateContext(tenant);
        var oldest = await ledger.Set<ApiRequest>().OrderByDescending(request => request.At).Skip(MostKept).Select(request => (DateTime?)request.At).FirstOrDefaultAsync(cancellationToken);
        until = oldest > until ? oldest.Value : until;
        await ledger.Set<ApiRequest>().Where(request => request.At <= until).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<(int Tenant, string Shard)>> ShardsOfAsync(Func<IQueryable<Tenant>, IQueryable<Tenant>> which, CancellationToken cancellationToken)
    {
        await using var context = catalog.CreateContext();
        var found = await which(context.Tenants.AsNoTracking()).Select(tenant => new { tenant.Id, tenant.Shard }).ToListAsync(cancellationToken);
        return [.. found.Select(tenant => (tenant.Id, tenant.Shard))];
    }

    /// <summary>A database that can't be reached ends neither the host nor the work for the others.</summary>
    private async Task<bool> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception failure) when (failure is RefusedException || DatabaseFailures.IsPassing(failure))
        {
            LogFailed(failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The log of API requests could not be kept; this is tried again.")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} lines of the log of API requests were lost: more came than the databases took.")]
    private partial void LogLost(long count);
}
