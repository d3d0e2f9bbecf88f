using ClientLedger.Storage;
using ClientLedger.Writing;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Orders;

/// <summary>An order with lines amounts to their sum.</summary>
internal sealed class OrderRules : IRecordRules
{
    public string Entity => OrderFields.Entity.Name;

    public async Task DeriveAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken)
    {
        var orders = records[0].Entity;
        var amount = orders.OrdinalOf("amount");
        var lines = LineChanges(batch);
        var concerned = records.Where(record => record.Touched[amount] || lines.ContainsKey(record.Id)).ToList();
        var existing = concerned.Where(record => !record.IsNew).Select(record => record.Id).ToList();
        var stored = existing.Count == 0
            ? []
            : await ChildAggregates.SumAsync(batch, batch.Scope.Schema[OrderLineFields.Entity.Name], "order", "amount", existing, cancellationToken);
        foreach (var record in concerned)
        {
            var (count, sum) = stored.GetValueOrDefault(record.Id);
            var (more, difference) = lines.GetValueOrDefault(record.Id);
            if (count + more > 0)
            {
                record.After[amount] = TenThousandths.ToDecimal(sum) + difference;
            }
        }
    }

    public Task CheckAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task AppliedAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>How this set changes the number and the sum of each order's lines.</summary>
    private static Dictionary<long, (long Count, decimal Sum)> LineChanges(WriteBatch batch)
    {
        var line = batch.Scope.Schema[OrderLineFields.Entity.Name];
        var (order, amount) = (line.OrdinalOf("order"), line.OrdinalOf("amount"));
        var changes = new Dictionary<long, (long Count, decimal Sum)>();
        foreach (var record in batch.Open.Where(record => record.Entity == line))
        {
            if (record is { WasDeleted: false, Before: { } before })
            {
                Add(before, -1);
            }

            if (!record.IsDeleted)
            {
                Add(record.After, 1);
            }
        }

        return changes;

        void Add(object?[] values, int sign)
        {
            if (values[order] is long id)
            {
                var (count, sum) = changes.GetValueOrDefault(id);
                changes[id] = (count + sign, sum + (sign * ((decimal?)values[amount] ?? 0m)));
            }
        }
    }
}
