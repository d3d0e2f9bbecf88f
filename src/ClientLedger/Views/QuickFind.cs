using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Shared;
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
            foreach (var hits in answer.Hits.GroupBy(hit => hit.Entity))
            {
                var entity = scope.Schema[hits.Key];
                var columns = ShownFields.Columns(scope, entity);
                groups.Add(new FoundGroup(entity, columns, await RowsAsync(entity, columns, [.. hits.Select(hit => hit.Id)], cancellationToken)));
            }

            return new FoundRecords(groups, answer.More, Refusal: null);
        }
        catch (RefusedException refused)
        {
            return new FoundRecords([], More: false, refused.Refusal);
        }
    }

    private async Task<IReadOnlyList<JsonElement>> RowsAsync(EntityDescriptor entity, IReadOnlyList<FieldDescriptor> columns, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        List<string> wanted = [.. ids.Select(id => RecordIds.Format(entity.IdPrefix, id))];
        var query = new LedgerQuery(entity.Name)
        {
            Select = RecordSelections.Of(scope, entity, columns),
            Where = new FieldFilter(SystemFields.Id, Operator.In, wanted),
            Size = SearchQuery.MostHits,
        };
        var (_, rows) = await gate.ReadRowsAsync(scope, query, cancellationToken);
        return [.. rows.OrderBy(row => wanted.IndexOf(row.GetProperty(SystemFields.Id).GetString()!))];
    }
}

/// <summary>What a text finds.</summary>
/// <param name="More">There are more than could be shown.</param>
/// <param name="Refusal">Why nothing could be searched; null where it could.</param>
internal sealed record FoundRecords(IReadOnlyList<FoundGroup> Groups, bool More, Refusal? Refusal);

/// <summary>The hits of one entity, best first.</summary>
internal sealed record FoundGroup(EntityDescriptor Entity, IReadOnlyList<FieldDescriptor> Columns, IReadOnlyList<JsonElement> Rows);
