using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Reading.Past;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.Writing;

namespace ClientLedger.History.Feeds;

/// <summary>
/// Finds the entries by which records left a caller's sight: before them the record was one that the caller sees, by its own fields and those of the
/// records that it referred to then. Whoever never saw a record isn't told that there is one.
/// </summary>
/// <param name="where">What the caller asked for besides; null for everything that it sees.</param>
/// <param name="began">Number of the newest set when the caller began to follow.</param>
internal sealed class DepartedRecords(ReadGate readGate, LedgerScope scope, Filter? where, long began, DateTime now)
{
    /// <summary>Which of some entries, of records that the caller doesn't see now, took them out of its sight.</summary>
    public async Task<IReadOnlySet<LogRow>> FindAsync(IReadOnlyList<LogRow> rows, CancellationToken cancellationToken)
    {
        var suspects = rows.Where(IsSuspect).ToList();
        var found = new HashSet<LogRow>();
        if (suspects.Count == 0)
        {
            return found;
        }

        await using var connection = await scope.Database.OpenAsync(scope.TenantId, cancellationToken);
        var (judged, past) = await JudgeAsync(connection, suspects.Where(NeedsPast).ToList(), cancellationToken);
        found.UnionWith(suspects.Where(row => !NeedsPast(row) || judged.GetValueOrDefault(row) == true));
        if (past is not null)
        {
            await ReconsiderAsync(connection, [.. judged.Where(each => each.Value is null && each.Key.Verb == (int)Verb.Delete).Select(each => each.Key)], found, cancellationToken);
        }

        return found;
    }

    /// <summary>Of some entries, of records that the caller sees and that don't satisfy its filter now, those before which the record may have satisfied it.</summary>
    public async Task<IReadOnlySet<LogRow>> StrayedAsync(IReadOnlyList<LogRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return new HashSet<LogRow>();
        }

        await using var connection = await scope.Database.OpenAsync(scope.TenantId, cancellationToken);
        var past = await FetchedAsync(connection, rows, cancellationToken);
        var sight = new PastSight(scope, past, now);
        return rows.Where(row => Past(past, row) is { IsLive: true } record && sight.Holds(where!, record) != false).ToHashSet();
    }

    /// <summary>Only deletions, and changes of what rules look at, take a record out of sight.</summary>
    private bool IsSuspect(LogRow row)
    {
        var rights = RightsOn(row);
        return row.Verb is (int)Verb.Delete or LogEntry.Erasure
            || (row.Verb is (int)Verb.Update or (int)Verb.Restore && !rights.SeesEveryRecord && LogValues.Touches(row.Changes, LookedAt(rights)));
    }

    private bool NeedsPast(LogRow row) => where is not null || !RightsOn(row).SeesEveryRecord;

    private async Task<(Dictionary<LogRow, bool?> Judged, PastRecords? Past)> JudgeAsync(LedgerConnection connection, List<LogRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return ([], null);
        }

        var past = await FetchedAsync(connection, rows, cancellationToken);
        var sight = new PastSight(scope, past, now);
        while (true)
        {
            var judged = rows.ToDictionary(row => row, row => Judge(past, sight, row));
            if (!past.IsWanting)
            {
                return (judged, past);
            }

            // Rules go through references: each round fetches what the one before asked for.
            await past.FetchAsync(connection, cancellationToken);
        }
    }

    private bool? Judge(PastRecords past, PastSight sight, LogRow row)
    {
        if (Past(past, row) is not { IsLive: true } record)
        {
            return false;
        }

        var decided = Judge(sight, record);
        return decided == false && HadBeenSeen(past, sight, row, record) ? true : decided;
    }

    /// <summary>A filter that says no for certain leaves nothing to tell; where it can't say, the rule alone decides.</summary>
    private bool? Judge(PastSight sight, PastRecord record) => where is not null && sight.Holds(where, record) == false ? false : sight.Covers(record);

    /// <summary>
    /// The record had been seen through another one that was out of sight at the moment of the change and is in sight again: whoever follows may never
    /// have been told of it, and holds what it saw.
    /// </summary>
    private bool HadBeenSeen(PastRecords past, PastSight sight, LogRow row, PastRecord record)
    {
        past.TurnTo(long.MaxValue);
        if (Judge(sight, record) != true)
        {
            return false;
        }

        foreach (var number in past.NumbersBeside(record, row.Number, LookedAt(RightsOn(row))))
        {
            past.TurnTo(number);
            if (Judge(sight, record) == true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of deleted records whose past nobody can tell, those are told that the caller finds among the deleted ones.</summary>
    private async Task ReconsiderAsync(LedgerConnection connection, IReadOnlyList<LogRow> rows, HashSet<LogRow> found, CancellationToken cancellationToken)
    {
        foreach (var ofEntity in rows.GroupBy(row => row.EntityId))
        {
            var covered = await readGate.CoverageAsync(connection, scope, scope.Schema.Find(ofEntity.Key)!, [.. ofEntity.Select(row => row.RecordId).Distinct()], cancellationToken);
            found.UnionWith(ofEntity.Where(row => covered.GetValueOrDefault(row.RecordId) != 0));
        }
    }

    private async Task<PastRecords> FetchedAsync(LedgerConnection connection, IReadOnlyList<LogRow> rows, CancellationToken cancellationToken)
    {
        var past = new PastRecords(scope, began + 1);
        foreach (var row in rows)
        {
            past.Want(EntityOf(row), row.RecordId);
        }

        await past.FetchAsync(connection, cancellationToken);
        return past;
    }

    private PastRecord? Past(PastRecords past, LogRow row) => past.Before(EntityOf(row), row.RecordId, row.Number, row.At);

    private EntityDescriptor EntityOf(LogRow row) => scope.Schema.Find(row.EntityId)!;

    private EntityRights RightsOn(LogRow row) => scope.Rights.On(EntityOf(row).Name);

    private HashSet<string> LookedAt(EntityRights rights) =>
        [.. rights.Grants.SelectMany(grant => PastSight.FieldsOf(grant.Rule)), .. PastSight.FieldsOf(where)];
}
