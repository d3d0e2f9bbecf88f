using System.Collections.Concurrent;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Reading;

/// <summary>
/// Lets a query sort or filter by a field without an index only while the tenant has few records of the entity. How many it has is counted up to
/// the limit and remembered for a minute.
/// </summary>
internal sealed class UnindexedLimit(TimeProvider clock, int most)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(LedgerDatabase Database, int Tenant, int Entity), (bool IsLarge, DateTimeOffset Until)> known = new();

    /// <summary>Refuses a query that would have to read too many records.</summary>
    /// <exception cref="RefusedException">It would.</exception>
    public async Task CheckAsync(LedgerConnection connection, LedgerDatabase database, BoundQuery query, CancellationToken cancellationToken)
    {
        var (field, isOfOrder) = Unindexed(query.Page);
        if (field is null)
        {
            return;
        }

        var key = (database, connection.TenantId, query.Page.Table.Entity.Id);
        if (!known.TryGetValue(key, out var tenant) || tenant.Until <= clock.GetUtcNow())
        {
            tenant = (await IsLargeAsync(connection, database, query.Page.Table, cancellationToken), clock.GetUtcNow() + Remembered);
            known[key] = tenant;
        }

        if (tenant.IsLarge)
        {
            var entity = query.Page.Table.Entity;
            var refusal = isOfOrder
                ? Refusal.Of(ReadMessages.NeedsIndexToSort, ("entity", entity.Label), ("most", most), ("field", field.Label), ("indexed", IndexedIn(query.Page.Table)))
                : Refusal.Of(ReadMessages.NeedsIndex, ("entity", entity.Label), ("most", most), ("field", field.Label));
            throw new RefusedException(refusal with { Field = field.Name });
        }
    }

    /// <summary>The field for whose sake all records are read: the first key of the order, or a filter where no other narrows the records down.</summary>
    private static (FieldDescriptor? Field, bool IsOfOrder) Unindexed(BoundLevel page)
    {
        if (page.Sort is [var first, ..] && !HasIndex(first.Field))
        {
            return (first.Field.Field, true);
        }

        return (page.Where is null || Narrows(page.Where) ? null : FirstUnindexed(page.Where), false);
    }

    /// <summary>A field that the caller may sort by instead: one of the entity's own, if it can be.</summary>
    private static Label IndexedIn(BoundTable table)
    {
        var fields = table.Entity.Fields;
        var ordinal = Enumerable.Range(SystemFields.Count, fields.Count - SystemFields.Count).FirstOrDefault(ordinal => HasIndex(fields[ordinal]) && table.Rights!.IsClearEverywhere(ordinal), SystemFields.IdOrdinal);
        return fields[ordinal].Label;
    }

    private static bool HasIndex(BoundField field) => field.Clear is null && (HasIndex(field.Field) || field.Ordinal == SystemFields.IdOrdinal);

    /// <summary>An index finds the records of one value, in whatever order.</summary>
    private static bool IsFoundByIndex(BoundField field) => HasIndex(field) || (field.Clear is null && field.Field.BrowsedBy is not null);

    private static bool HasIndex(FieldDescriptor field) => !field.Several && (field.Indexed || field.Unique);

    /// <summary>An index finds the records that satisfy the filter, or most of the filter's cost lies in an index.</summary>
    private static bool Narrows(BoundFilter filter) => filter switch
    {
        BoundAll all => all.Filters.Any(Narrows),
        BoundAny any => any.Filters.Count > 0 && any.Filters.All(Narrows),
        BoundComparison { Comparison: Comparison.Contains or Comparison.EndsWith or Comparison.Empty } => false,
        BoundComparison { Comparison: Comparison.HashIn or Comparison.TailIn } => true,
        BoundComparison comparison => comparison.Field.Field.Several || IsFoundByIndex(comparison.Field),
        BoundReference or BoundExists or BoundShared => true,
        _ => false,
    };

    private static FieldDescriptor? FirstUnindexed(BoundFilter filter) => filter switch
    {
        BoundAll all => all.Filters.Select(FirstUnindexed).FirstOrDefault(field => field is not null),
        BoundAny any => any.Filters.Select(FirstUnindexed).FirstOrDefault(field => field is not null),
        BoundNot not => FirstUnindexed(not.Filter),
        BoundComparison { Comparison: not (Comparison.HashIn or Comparison.TailIn) } comparison
            when !IsFoundByIndex(comparison.Field) || comparison.Comparison is Comparison.Contains or Comparison.EndsWith => comparison.Field.Field,
        _ => null,
    };

    private async Task<bool> IsLargeAsync(LedgerConnection connection, LedgerDatabase database, BoundTable table, CancellationToken cancellationToken)
    {
        using var shape = new Shape();
        shape.Slot(StoreKind.Int32, connection.TenantId);
        await using var reader = await connection.QueryAsync(RecordCountSql.UpTo(database, table.Storage, most + 1).With(shape), cancellationToken);
        return await reader.ReadAsync(cancellationToken) && reader.GetInt64(0) > most;
    }
}
