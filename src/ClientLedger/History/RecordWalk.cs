using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading.Sql;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.History;

/// <summary>
/// Holds every record against what the log says of it, in the order of the ids and a range of them at a time, so that memory grows with neither. A
/// range's records are read before its entries: the log knows every version that was read, whoever writes meanwhile. What it knows beyond that is
/// another's write, unless the record is still behind when it is looked at once more.
/// </summary>
internal sealed class RecordWalk(LedgerDatabase database, LedgerSchema schema, TenantSecrets secrets)
{
    private const int EntriesAtOnce = 2_000, RecordsAtOnce = 1_000;

    /// <summary>The first record that isn't what the log says, or the first version that is left out or repeated; null when there is none.</summary>
    public async Task<Refusal?> FaultAsync(LedgerContext context, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(context.TenantId, cancellationToken);
        for (var from = long.MinValue; ;)
        {
            var (records, upTo) = await RecordsAsync(connection, from, await EndAsync(context, from, cancellationToken), cancellationToken);
            var fault = await FaultAsync(connection, records, await EntriesAsync(context, from, upTo, cancellationToken), cancellationToken);
            if (fault is not null || upTo == long.MaxValue)
            {
                return fault;
            }

            from = upTo + 1;
        }
    }

    /// <summary>Where a range ends that holds about so many entries.</summary>
    private static async Task<long> EndAsync(LedgerContext context, long from, CancellationToken cancellationToken) =>
        await context.Set<LogEntry>().Where(entry => entry.RecordId >= from).OrderBy(entry => entry.RecordId).Select(entry => (long?)entry.RecordId)
            .Skip(EntriesAtOnce).FirstOrDefaultAsync(cancellationToken) ?? long.MaxValue;

    /// <summary>The records of a range, which ends earlier where there are too many for it.</summary>
    private async Task<(Dictionary<(int Entity, long Id), StoredRecord?> Records, long UpTo)> RecordsAsync(
        LedgerConnection connection, long from, long upTo, CancellationToken cancellationToken)
    {
        var found = new List<(int Entity, long Id, StoredRecord? Record)>();
        foreach (var entity in schema.Entities)
        {
            var records = await new StoredRecords(database.Tables, secrets, entity).ReadAsync(connection, database.Dialect, from, upTo, RecordsAtOnce, cancellationToken);
            upTo = records.Count == RecordsAtOnce ? records[^1].Id : upTo;
            found.AddRange(records.Select(record => (entity.Id, record.Id, record.Record)));
        }

        return (found.Where(each => each.Id <= upTo).ToDictionary(each => (each.Entity, each.Id), each => each.Record), upTo);
    }

    /// <summary>The entries of a range of records with their sets, by record and in the order of the sets.</summary>
    private static async Task<ILookup<(int Entity, long Id), (LogEntry Entry, LogSet Set)>> EntriesAsync(
        LedgerContext context, long from, long upTo, CancellationToken cancellationToken)
    {
        var entries = await context.Set<LogEntry>().AsNoTracking().Where(entry => entry.RecordId >= from && entry.RecordId <= upTo).ToListAsync(cancellationToken);
        var sets = new Dictionary<long, LogSet>();
        foreach (var ids in entries.Select(entry => entry.SetId).Distinct().Chunk(EntriesAtOnce))
        {
            foreach (var set in await context.Set<LogSet>().AsNoTracking().Where(set => EF.Parameter(ids).Contains(set.SetId)).ToListAsync(cancellationToken))
            {
                sets.Add(set.SetId, set);
            }
        }

        return entries.Where(entry => sets.ContainsKey(entry.SetId)).Select(entry => (Entry: entry, Set: sets[entry.SetId]))
            .OrderBy(each => each.Entry.RecordId).ThenBy(each => each.Set.Number).ThenBy(each => each.Entry.Ordinal)
            .ToLookup(each => (each.Entry.EntityId, each.Entry.RecordId));
    }

    private async Task<Refusal?> FaultAsync(
        LedgerConnection connection,
        Dictionary<(int Entity, long Id), StoredRecord?> records,
        ILookup<(int Entity, long Id), (LogEntry Entry, LogSet Set)> logged,
        CancellationToken cancellationToken)
    {
        foreach (var each in logged)
        {
            var isThere = records.Remove(each.Key, out var stored);
            if (await FaultAsync(connection, each.Key, isThere, stored, each, cancellationToken) is { } fault)
            {
                return fault;
            }
        }

        return records.OrderBy(each => each.Key.Id).Select(each => Differs(each.Key, each.Value, 0)).FirstOrDefault();
    }

    private async Task<Refusal?> FaultAsync(
        LedgerConnection connection,
        (int Entity, long Id) key,
        bool isThere,
        StoredRecord? stored,
        IEnumerable<(LogEntry Entry, LogSet Set)> entries,
        CancellationToken cancellationToken)
    {
        var entity = schema.Find(key.Entity);
        var logged = new LoggedRecord(entity, secrets);
        Label? difference = null;
        foreach (var (entry, set) in entries)
        {
            if (!logged.Take(entry, set))
            {
                return Refusal.Of(
                    HistoryMessages.VersionGap, ("number", set.Number), ("record", IdOf(key)), ("version", entry.Version), ("expected", logged.Version));
            }

            if (entity is not null && stored is not null && VersionOf(stored) == entry.Version)
            {
                difference = logged.Difference(stored, IsStored(entity));
            }
        }

        if (entity is null)
        {
            return null;
        }

        if (isThere && stored is null)
        {
            return Unreadable(entity, key);
        }

        if (stored is null || VersionOf(stored) < logged.Version)
        {
            return await BehindAsync(connection, entity, key, logged.Version, cancellationToken) ?? Valued(entity, key, stored, difference);
        }

        return VersionOf(stored) > logged.Version ? Differs(key, stored, logged.Version) : Valued(entity, key, stored, difference);
    }

    /// <summary>A record that has come or moved on since its range was read was written by somebody else meanwhile.</summary>
    private async Task<Refusal?> BehindAsync(LedgerConnection connection, EntityDescriptor entity, (int Entity, long Id) key, long logged, CancellationToken cancellationToken)
    {
        var again = await new StoredRecords(database.Tables, secrets, entity).ReadAsync(connection, database.Dialect, key.Id, key.Id, 1, cancellationToken);
        return again switch
        {
            [] => Refusal.Of(HistoryMessages.RecordMissing, ("entity", entity.Label), ("record", IdOf(key)), ("expected", logged)),
            [(_, { } stored)] when VersionOf(stored) >= logged => null,
            _ => Differs(key, again[0].Record, logged),
        };
    }

    private Refusal Differs((int Entity, long Id) key, StoredRecord? stored, long logged)
    {
        var entity = schema.Find(key.Entity)!;
        return stored is null
            ? Unreadable(entity, key)
            : Refusal.Of(HistoryMessages.RecordDiffers, ("entity", entity.Label), ("record", IdOf(key)), ("version", VersionOf(stored)), ("expected", logged));
    }

    private Refusal? Valued(EntityDescriptor entity, (int Entity, long Id) key, StoredRecord? stored, Label? difference) => difference is null
        ? null
        : Refusal.Of(HistoryMessages.ValueDiffers, ("field", difference), ("entity", entity.Label), ("record", IdOf(key)), ("version", VersionOf(stored!)));

    private Refusal Unreadable(EntityDescriptor entity, (int Entity, long Id) key) =>
        Refusal.Of(HistoryMessages.RecordUnreadable, ("entity", entity.Label), ("record", IdOf(key)));

    /// <summary>Totals have no column: they are worked out when they are read, and the log doesn't hold them.</summary>
    private Func<int, bool> IsStored(EntityDescriptor entity)
    {
        var table = database.Tables.Of(entity);
        return ordinal => entity.Fields[ordinal].Custom || table[ordinal] is not null;
    }

    private string IdOf((int Entity, long Id) key) => RecordIds.Format(schema.Find(key.Entity)?.IdPrefix ?? "?", key.Id);

    private static long VersionOf(StoredRecord stored) => (long)stored.Values[SystemFields.VersionOrdinal]!;
}
