using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Reading.Binding;
using ClientLedger.Settings;
using ClientLedger.Tenancy;

namespace ClientLedger.Views;

/// <summary>Asks the read gate for what a list shows: a page of rows, or the best hits of a search; and, when asked, what all of them come to.</summary>
internal sealed class LedgerList(LedgerScope scope, ReadGate gate, TimeProvider clock)
{
    /// <summary>Reads what an address shows of an entity.</summary>
    public async Task<ListAnswer> ReadAsync(EntityDescriptor entity, ListAddress address, IReadOnlyList<FieldDescriptor> columns, CancellationToken cancellationToken)
    {
        try
        {
            var hits = address.Search.Length == 0 ? null : await gate.SearchAsync(scope, new SearchQuery(address.Search, [entity.Name]), cancellationToken);
            if (hits is { Hits.Count: 0 })
            {
                return new ListAnswer([], Page: null);
            }

            var query = QueryOf(entity, address, columns, hits);
            var (page, rows) = await gate.ReadRowsAsync(scope, query, cancellationToken);
            return new ListAnswer(hits is null || address.Sort.Count > 0 ? rows : hits.BestFirst(entity, rows), page)
            {
                MoreHits = hits?.More == true,
                Totals = address.Totals ? await TotalsAsync(query, entity, columns, cancellationToken) : null,
            };
        }
        catch (RefusedException refused)
        {
            return new ListAnswer([], Page: null) { Refusals = [refused.Refusal with { Field = null }] };
        }
    }

    private LedgerQuery QueryOf(EntityDescriptor entity, ListAddress address, IReadOnlyList<FieldDescriptor> columns, SearchAnswer? hits)
    {
        var today = Periods.Today(clock.GetUtcNow().UtcDateTime, scope.Settings.Zone);
        var conditions = Condition.FilterOf(entity, address.Conditions, today);
        var found = hits is null ? null : hits.FilterOf(entity);
        return new LedgerQuery(entity.Name)
        {
            Select = RecordSelections.Of(scope, entity, columns),
            Where = (found, conditions) switch
            {
                (null, var only) => only,
                (var only, null) => only,
                var (one, other) => new AllOf([one, other]),
            },
            OrderBy = address.Sort.Count > 0 ? address.Sort : hits is null ? UsualOrder(entity) : [],
            Size = address.Size,
            After = address.After,
            Before = address.Before,
            Deleted = address.Deleted,
        };
    }

    /// <summary>Customers by name, as in an address book; other records with the newest first. Only what the caller may sort by.</summary>
    private IReadOnlyList<SortKey> UsualOrder(EntityDescriptor entity)
    {
        var usual = entity.Find(entity.Title) is { Indexed: true } title ? new SortKey(title.Name) : new SortKey(SystemFields.CreatedAt, Descending: true);
        return ShownFields.IsClear(scope, entity, usual.Field) ? [usual] : [];
    }

    private async Task<ListTotals> TotalsAsync(LedgerQuery query, EntityDescriptor entity, IReadOnlyList<FieldDescriptor> columns, CancellationToken cancellationToken)
    {
        var all = new LedgerQuery(entity.Name)
        {
            Where = query.Where,
            Deleted = query.Deleted,
            Size = 1,
            Count = true,
            Sums = [.. columns.Where(column => IsSummable(entity, column)).Select(column => column.Name)],
        };
        var (page, _) = await gate.ReadRowsAsync(scope, all, cancellationToken);
        return new ListTotals(page.Total!.Value, page.Sums);
    }

    /// <summary>Numbers that the caller sees as they are, and amounts whose currency it sees.</summary>
    private bool IsSummable(EntityDescriptor entity, FieldDescriptor column) =>
        column.IsSummable && !Book.IsNamedBy(column) && ShownFields.IsClear(scope, entity, column.Name)
        && (column.CurrencyField is not { } currency || ShownFields.IsClear(scope, entity, currency));
}
