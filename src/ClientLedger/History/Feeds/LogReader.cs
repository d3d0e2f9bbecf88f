using System.Runtime.CompilerServices;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.History.Feeds;

/// <summary>An entry of the log with what its set says of it.</summary>
/// <param name="Changes">Fields before and after; null where they weren't asked for, and where they were erased.</param>
internal sealed record LogRow(long Number, int Ordinal, long SetId, DateTime At, int EntityId, long RecordId, int Verb, long Version, string? Changes)
{
    /// <summary>The place behind it.</summary>
    public FeedPlace Place(long began) => new(Number, Ordinal, SetId, began);

    /// <summary>An entry is nobody's but its own, whatever it holds.</summary>
    public bool Equals(LogRow? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>Reads a tenant's log in the order of its sets.</summary>
internal static class LogReader
{
    /// <summary>The place behind the newest entry.</summary>
    public static async Task<FeedPlace> EndAsync(LedgerScope scope, CancellationToken cancellationToken)
    {
        await using var context = scope.Database.CreateContext(scope.TenantId);
        var newest = await context.Set<LogSet>().AsNoTracking().OrderByDescending(set => set.Number)
            .Select(set => new { set.Number, set.SetId, set.Entries }).FirstOrDefaultAsync(cancellationToken);
        return newest is null ? default : new FeedPlace(newest.Number, newest.Entries - 1, newest.SetId, newest.Number);
    }

    /// <summary>The entries behind a place.</summary>
    /// <param name="most">The first so many.</param>
    /// <param name="valued">Ids of the entities whose changes are read too.</param>
    /// <returns>Null where the log doesn't have the place.</returns>
    public static async Task<IReadOnlyList<LogRow>?> AfterAsync(LedgerScope scope, FeedPlace place, int most, int[] valued, CancellationToken cancellationToken)
    {
        await using var context = scope.Database.CreateContext(scope.TenantId);

        // The entry before the place comes first: it tells that this is still the same log.
        var rows = await (
            from set in context.Set<LogSet>().AsNoTracking()
            join entry in context.Set<LogEntry>().AsNoTracking() on set.SetId equals entry.SetId
            where set.Number >= place.Number && (set.Number > place.Number || entry.Ordinal >= place.Ordinal)
            orderby set.Number, entry.Ordinal
            select new LogRow(
                set.Number, entry.Ordinal, set.SetId, set.At, entry.EntityId, entry.RecordId, entry.Verb, entry.Version,
                EF.Parameter(valued).Contains(entry.EntityId) ? entry.Changes : null)).Take(most + 1).ToListAsync(cancellationToken);
        return place.Number == 0 ? rows
            : rows is [var first, .. var rest] && first.Number == place.Number && first.Ordinal == place.Ordinal && first.SetId == place.SetId ? rest
            : null;
    }

    /// <summary>All entries of some records of an entity from a set on.</summary>
    public static async Task<IReadOnlyList<LogRow>> OfAsync(LedgerContext context, int entity, long[] records, long number, CancellationToken cancellationToken) => await (
        from entry in context.Set<LogEntry>().AsNoTracking()
        join set in context.Set<LogSet>().AsNoTracking() on entry.SetId equals set.SetId
        where entry.EntityId == entity && EF.Parameter(records).Contains(entry.RecordId) && set.Number >= number
        orderby set.Number descending
        select new LogRow(set.Number, entry.Ordinal, set.SetId, set.At, entry.EntityId, entry.RecordId, entry.Verb, entry.Version, entry.Changes)).ToListAsync(cancellationToken);
}
