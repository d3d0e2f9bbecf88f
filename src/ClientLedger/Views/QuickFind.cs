using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Tenancy;

namespace ClientLedger.Views;

/// <summary>Finds records of every kind by one text, and reads what tells them apart.</summary>
internal sealed class QuickFind(LedgerScope scope, ReadGate gate)
{
    /// <summary>The best hits by their entity, the entity of the best hit first.</summary>
    public async Task<FoundRecords> ReadAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await gate.SearchAsync(scope, new SearchQuery(text, []), cancellationToken);
            var groups = new List<FoundGroup>();
            foreach (var entity in answer.Hits.Select(hit => hit.Entity).Distinct().Select(name => scope.Schema[name]))
            {
                var columns = ShownFields.Columns(scope, entity);
                groups.Add(new FoundGroup(entity, columns, await RowsAsync(entity, columns, answer, cancellationToken)));
            }

            return new FoundRecords(groups, answer.More, Refusal: null);
        }
        catch (RefusedException refused)
        {
            return new FoundRecords([], More: false, refused.Refusal);
        }
    }

    private async Task<IReadOnlyList<JsonElement>> RowsAsync(EntityDescriptor entity, IReadOnlyList<FieldDescriptor> columns, SearchAnswer answer, CancellationToken cancellationToken)
    {
        var query = new LedgerQuery(entity.Name)
        {
            Select = RecordSelections.Of(scope, entity, columns),
            Where = answer.FilterOf(entity),
            Size = SearchQuery.MostHits,
        };
        var (_, rows) = await gate.ReadRowsAsync(scope, query, cancellationToken);
        return answer.BestFirst(entity, rows);
    }
}

/// <summary>What a text finds.</summary>
/// <param name="More">There are more than could be shown.</param>
/// <param name="Refusal">Why nothing could be searched; null where it could.</param>
internal sealed record FoundRecords(IReadOnlyList<FoundGroup> Groups, bool More, Refusal? Refusal);

/// <summary>The hits of one entity, best first.</summary>
internal sealed record FoundGroup(EntityDescriptor Entity, IReadOnlyList<FieldDescriptor> Columns, IReadOnlyList<JsonElement> Rows);
