using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading.Past;
using ClientLedger.Reading.Sql;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.History.Feeds;

/// <summary>
/// Records as they were before sets of the log: as they are now, with what was done since taken back. Those that rules ask for beside others are
/// remembered, and fetched all at once for the next try.
/// </summary>
/// <param name="from">Number of the oldest set that may be asked for.</param>
internal sealed class PastRecords(LedgerScope scope, long from) : IPastRecords
{
    private const int AtOnce = 1_000;

    private readonly Dictionary<(int Entity, long Id), Held> held = [];
    private readonly HashSet<(EntityDescriptor Entity, long Id)> wanted = [];
    private readonly HashSet<(int Entity, long Id)> beside = [];
    private long before;

    /// <summary>Something that was asked for has still to be fetched.</summary>
    public bool IsWanting => wanted.Count > 0;

    /// <summary>Asks for a record.</summary>
    public void Want(EntityDescriptor entity, long id) => wanted.Add((entity, id));

    /// <summary>Fetches what was asked for: two statements for each entity, and one where something may have been shared.</summary>
    public async Task FetchAsync(LedgerConnection connection, CancellationToken cancellationToken)
    {
        await using var context = scope.Database.CreateContext(scope.TenantId);
        foreach (var ofEntity in wanted.GroupBy(each => each.Entity, each => each.Id).ToList())
        {
            var stored = new StoredRecords(scope.Database.Tables, scope.Secrets, ofEntity.Key);
            foreach (var ids in ofEntity.Chunk(AtOnce))
            {
                // Records before their entries: the log knows every version that was read, and what it knows beyond that isn't taken back.
                var records = await stored.ReadAsync(connection, scope.Database.Dialect, ids, cancellationToken);
                var entries = (await LogReader.OfAsync(context, ofEntity.Key.Id, ids, from, cancellationToken)).ToLookup(row => row.RecordId);
                var shares = await SharesAsync(context, ofEntity.Key.Id, ids, cancellationToken);
                foreach (var id in ids)
                {
                    held[(ofEntity.Key.Id, id)] = new Held(records.GetValueOrDefault(id), [.. entries[id]], shares.TryGetValue(id, out var share) ? IdSource.MomentOf(share) : null);
                }
            }
        }

        wanted.Clear();
    }

    /// <summary>The record before a set; null where there was none. Records that rules ask for beside it are those of the same moment.</summary>
    public PastRecord? Before(EntityDescriptor entity, long id, long number, DateTime at)
    {
        TurnTo(number);
        beside.Clear();
        return Find(entity, id, at);
    }

    /// <summary>Records that rules ask for beside others are those before this set.</summary>
    public void TurnTo(long number) => before = number;

    /// <summary>
    /// Numbers of the sets before which a record, as it was before a set, may have been covered otherwise, because the records that were asked for beside it
    /// were others: since its own last change that counts.
    /// </summary>
    /// <param name="fields">The fields of the record whose changes count.</param>
    public IReadOnlyList<long> NumbersBeside(PastRecord record, long number, IReadOnlySet<string> fields)
    {
        var since = held[(record.Entity.Id, record.Id)].Rows
            .Where(row => row.Number < number && (row.Verb is (int)Verb.Create or (int)Verb.Restore || LogValues.Touches(row.Changes, fields)))
            .Select(row => row.Number).DefaultIfEmpty(from - 1).Max();
        return [.. beside.SelectMany(key => held[key].Rows).Select(row => row.Number).Where(each => each > since && each < number).Append(since + 1).Distinct()];
    }

    /// <inheritdoc/>
    public PastRecord? Beside(PastRecord record, EntityDescriptor entity, long id)
    {
        var found = Find(entity, id, record.At);
        if (found is not null)
        {
            beside.Add((entity.Id, id));
        }

        return found;
    }

    /// <inheritdoc/>
    public bool IsShared(PastRecord record) => held[(record.Entity.Id, record.Id)].SharedAt <= record.At;

    private PastRecord? Find(EntityDescriptor entity, long id, DateTime at)
    {
        if (!held.TryGetValue((entity.Id, id), out var found))
        {
            wanted.Add((entity, id));
            return null;
        }

        return Back(entity, id, found, at);
    }

    private PastRecord? Back(EntityDescriptor entity, long id, Held found, DateTime at)
    {
        var values = found.Record is { } record ? (object?[])record.Values.Clone() : new object?[entity.Fields.Count];
        var (isLive, version) = (found.Record is { DeletedAt: null }, found.Record?.Values[SystemFields.VersionOrdinal] as long? ?? long.MaxValue);
        var wasChanged = false;
        foreach (var row in found.Rows.Where(row => row.Number >= before && row.Version <= version && row.Verb != (int)Verb.Confirm))
        {
            wasChanged = true;
            switch (row.Verb)
            {
                case (int)Verb.Create:
                    return null;
                case (int)Verb.Delete:
                    isLive = true;
                    break;
                case (int)Verb.Restore:
                    isLive = false;
                    break;
            }

            foreach (var change in LogValues.Read(entity, scope.Secrets, row.Changes))
            {
                values[entity.OrdinalOf(change.Field.Name)] = change.Before;
            }
        }

        return found.Record is null && !wasChanged ? null : new PastRecord(entity, id, values, isLive, ordinal => IsKnown(entity, ordinal, wasChanged), at);
    }

    /// <summary>The log holds neither what is worked out of other records nor who changed a record before.</summary>
    private bool IsKnown(EntityDescriptor entity, int ordinal, bool wasChanged) =>
        (!wasChanged || ordinal is not (SystemFields.VersionOrdinal or SystemFields.UpdatedAtOrdinal or SystemFields.UpdatedByOrdinal))
        && (entity.Fields[ordinal].Custom || scope.Database.Tables.Of(entity)[ordinal] is not null);

    /// <summary>The oldest share of each record with the caller, where a rule asks for shares.</summary>
    private async Task<Dictionary<long, long>> SharesAsync(LedgerContext context, int entity, long[] ids, CancellationToken cancellationToken)
    {
        if (!scope.Schema.Entities.Any(each => scope.Rights.On(each.Name).Grants.Any(grant => grant.Rule.Mentions(static rule => rule is SharedRecords))))
        {
            return [];
        }

        var (person, teams) = (scope.Rights.Person, scope.Rights.Teams.ToArray());
        return await context.Set<Share>().AsNoTracking()
            .Where(share => share.EntityId == entity && EF.Parameter(ids).Contains(share.RecordId)
                && (share.PersonId == person || (share.TeamId != null && EF.Parameter(teams).Contains(share.TeamId.Value))))
            .GroupBy(share => share.RecordId)
            .Select(shares => new { Record = shares.Key, First = shares.Min(share => share.Id) })
            .ToDictionaryAsync(each => each.Record, each => each.First, cancellationToken);
    }

    /// <param name="Record">As it is now; null where its row is gone.</param>
    /// <param name="Rows">Newest first.</param>
    /// <param name="SharedAt">When it was first shared with the caller; null where it isn't.</param>
    private sealed record Held(StoredRecord? Record, IReadOnlyList<LogRow> Rows, DateTime? SharedAt);
}
