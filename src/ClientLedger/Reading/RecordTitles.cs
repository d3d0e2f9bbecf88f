using System.Text.Json;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Shared;
using ClientLedger.Tenancy;

namespace ClientLedger.Reading;

/// <summary>What records are called that are known by id alone: those of the log.</summary>
internal static class RecordTitles
{
    /// <summary>Titles of live records as far as the caller sees them; the others are left out.</summary>
    public static async Task<Dictionary<(string Entity, long Id), string>> ReadAsync(
        ReadGate gate, LedgerScope scope, IEnumerable<(string Entity, long Id)> records, CancellationToken cancellationToken)
    {
        var titles = new Dictionary<(string, long), string>();
        foreach (var group in records.Distinct().GroupBy(record => record.Entity).Where(group => ShownFields.IsKnown(scope, group.Key)))
        {
            var entity = scope.Schema[group.Key];
            if (scope.Rights.On(entity.Name).Best(entity.OrdinalOf(entity.Title)) == ReadRight.Hidden)
            {
                continue;
            }

            foreach (var batch in group.Chunk(LedgerQuery.LargestPage))
            {
                var query = new LedgerQuery(entity.Name)
                {
                    Select = RecordSelections.Of(scope, entity, [entity.Find(entity.Title)!]),
                    Where = new FieldFilter(SystemFields.Id, Operator.In, [.. batch.Select(record => RecordIds.Format(entity.IdPrefix, record.Id))]),
                    Size = LedgerQuery.LargestPage,
                };
                foreach (var row in (await gate.ReadRowsAsync(scope, query, cancellationToken)).Rows)
                {
                    if (RecordIds.TryParse(row.GetProperty(SystemFields.Id).GetString(), entity.IdPrefix, out var id)
                        && row.GetProperty(entity.Title) is { ValueKind: JsonValueKind.String } title)
                    {
                        titles[(entity.Name, id)] = title.GetString()!;
                    }
                }
            }
        }

        return titles;
    }
}
