using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Tenancy;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.History;

/// <summary>One change of a record, as far as the caller may see it.</summary>
/// <param name="Version">The record's version after the change.</param>
/// <param name="Place">Where it stands in the log.</param>
/// <param name="Actor">Who, by the name of that day.</param>
/// <param name="Changes">Fields that the caller reads clear, with canonical values; empty where they were erased.</param>
public sealed record HistoryEntry(
    long Version, HistoryPlace Place, DateTime At, ActorKind ActorKind, long ActorId, string Actor, Door Door, string? Reason, Verb Verb, IReadOnlyList<LoggedChange> Changes);

/// <summary>The history of a record or of one of its fields, newest first, and the way back to an earlier value.</summary>
public sealed class RecordHistory(ReadGate readGate)
{
    /// <summary>Entries of an answer, unless other numbers are asked for.</summary>
    public const int MostEntries = 200;

    /// <summary>The changes of a record that the caller sees now; of a record that it doesn't see, none are told apart from one that doesn't exist.</summary>
    /// <param name="field">Only changes of this field; null for all.</param>
    /// <param name="before">Only what came before this place, that of the last entry of the page before; null for the newest.</param>
    /// <param name="most">Most entries of the answer.</param>
    /// <exception cref="RefusedException">The record or the field is unknown to the caller.</exception>
    public async Task<IReadOnlyList<HistoryEntry>> ReadAsync(LedgerScope scope, string entity, long id, string? field, HistoryPlace? before, CancellationToken cancellationToken, int most = MostEntries)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var (descriptor, clear) = await SeenAsync(scope, entity, id, cancellationToken);
        if (field is not null && !clear.Contains(field))
        {
            throw new RefusedException(Refusal.Of(WriteMessages.FieldUnknown, ("entity", descriptor.Label), ("field", field)));
        }

        await using var context = scope.Database.CreateContext(scope.TenantId);
        var history = new List<HistoryEntry>();
        for (var isMore = true; isMore && history.Count < most;)
        {
            var (number, ordinal) = before ?? new HistoryPlace(long.MaxValue, 0);
            var page = await (
                from entry in context.Set<LogEntry>().AsNoTracking()
                join set in context.Set<LogSet>().AsNoTracking() on entry.SetId equals set.SetId
                where entry.RecordId == id && entry.EntityId == descriptor.Id 
                    && (set.Number < number || (set.Number == number && entry.Ordinal < ordinal))
                orderby set.Number descending, entry.Ordinal descending
                select new { Entry = entry, Set = set }).Take(most).ToListAsync(cancellationToken);
            history.AddRange(page
                .Select(row => Entry(row.Entry, row.Set, [.. LogValues.Read(descriptor, scope.Secrets, row.Entry.Changes)
                    .Where(change => clear.Contains(change.Field.Name) && (field is null || change.Field.Name == field))]))
                .Where(entry => field is null || entry.Changes.Count > 0));
            isMore = page.Count == most;
            before = isMore ? new HistoryPlace(page[^1].Set.Number, page[^1].Entry.Ordinal) : null;
        }

        return history.Count <= most ? history : history[..most];
    }

    /// <summary>
    /// The change set that brings fields of a record back to what they were after a version; it goes through the write gate like any other.
    /// </summary>
    /// <param name="version">A version of the record that its log holds.</param>
    /// <param name="fields">Fields to bring back; those that didn't change since are left as they are.</param>
    /// <param name="seen">The record's version that the person has seen: a field that somebody changed since is a conflict.</param>
    /// <exception cref="RefusedException">The record is unknown to the caller.</exception>
    public async Task<ChangeSet> RestoreAsync(LedgerScope scope, string entity, long id, long version, IReadOnlyCollection<string> fields, long seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(fields);
        var (descriptor, clear) = await SeenAsync(scope, entity, id, cancellationToken);
        await using var context = scope.Database.CreateContext(scope.TenantId);
        var since = await context.Set<LogEntry>().AsNoTracking()
            .Where(entry => entry.RecordId == id && entry.EntityId == descriptor.Id && entry.Version > version && entry.Verb != (int)Verb.Confirm)
            .OrderBy(entry => entry.Version)
            .ToListAsync(cancellationToken);
        var earlier = new Dictionary<string, object?>();
        foreach (var change in since.SelectMany(entry => LogValues.Read(descriptor, scope.Secrets, entry.Changes)))
        {
            if (fields.Contains(change.Field.Name) && clear.Contains(change.Field.Name))
            {
                earlier.TryAdd(change.Field.Name, change.Before);
            }
        }

        var back = new RecordChange(Verb.Update, entity) { Id = id, BaseVersion = seen, Values = new FieldValues([.. earlier.Keys], [.. earlier.Values]) };
        // The value was there before, whomever it resembles now.
        return new ChangeSet(Door.Restore, [back]) { Duplicates = DuplicatePolicy.Create };
    }

    private async Task<(EntityDescriptor Entity, HashSet<string> Clear)> SeenAsync(LedgerScope scope, string entity, long id, CancellationToken cancellationToken)
    {
        var descriptor = scope.Schema.Find(entity) is { } found && scope.Rights.On(entity).Grants.Count > 0
            ? found
            : throw new RefusedException(Refusal.Of(WriteMessages.EntityUnknown, ("entity", entity)));
        return (descriptor, await ClearFieldsAsync(scope, descriptor, id, cancellationToken));
    }

    private async Task<HashSet<string>> ClearFieldsAsync(LedgerScope scope, EntityDescriptor entity, long id, CancellationToken cancellationToken)
    {
        var rights = scope.Rights.On(entity.Name);
        await using var connection = await scope.Database.OpenAsync(scope.TenantId, cancellationToken);
        var coverage = (await readGate.CoverageAsync(connection, scope, entity, [id], cancellationToken)).GetValueOrDefault(id);
        return coverage == 0
            ? throw new RefusedException(Refusal.Of(WriteMessages.RecordUnknown, ("entity", entity.Label), ("id", Shared.RecordIds.Format(entity.IdPrefix, id))))
            : [.. entity.Fields.Where((_, ordinal) => Coverage.IsClear(rights, ordinal, coverage)).Select(field => field.Name)];
    }

    private static HistoryEntry Entry(LogEntry entry, LogSet set, IReadOnlyList<LoggedChange> changes) => new(
        entry.Version, new HistoryPlace(set.Number, entry.Ordinal), set.At, (ActorKind)set.ActorKind, set.ActorId, set.ActorName, (Door)set.Door, set.Reason, (Verb)entry.Verb, changes);
}
