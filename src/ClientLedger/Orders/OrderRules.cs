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
        var stored = await StoredAsync(batch, [.. concerned.Where(record => !record.IsNew)], cancellationToken);
        foreach (var record in concerned)
        {
            var (count, sum) = stored.GetValueOrDefault(record.Id);
            var (more, difference) = lines.GetValueOrDefault(record.Id);
            var total = TenThousandths.ToDecimal(sum) + difference;
            if (count + more > 0 && Math.Abs(total) > TenThousandths.Most)
            {
                RefuseLines(batch, record, total);
            }
            else if (count + more > 0)
            {
                record.After[amount] = total;
            }
        }
    }

    /// <summary>
    /// Number and sum of the lines that orders have. The orders are locked first: a line that leaves its order's amount as it is moves no version,
    /// and two such writers would each miss the other's line.
    /// </summary>
    private static async Task<Dictionary<long, (long Count, long Sum)>> StoredAsync(WriteBatch batch, List<RecordWork> orders, CancellationToken cancellationToken)
    {
        if (orders.Count == 0)
        {
            return [];
        }

        var moved = await RecordLookup.LockAsync(batch, orders[0].Entity, orders, cancellationToken);
        if (moved.Count > 0)
        {
            throw new RecordsMovedException(moved);
        }

        var line = batch.Scope.Schema[OrderLineFields.Entity.Name];
        return await ChildAggregates.SumAsync(batch, line, "order", "amount", [.. orders.Select(order => order.Id)], cancellationToken);
    }

    /// <summary>Of an order that can't hold the sum, the lines are what is too large.</summary>
    private static void RefuseLines(WriteBatch batch, RecordWork order, decimal total)
    {
        var line = batch.Scope.Schema[OrderLineFields.Entity.Name];
        var reference = line.OrdinalOf("order");
        var refusal = OrderLineRules.TooLarge(order.Entity, total);
        foreach (var record in batch.Open.Where(record => record.Entity == line && record.After[reference] is long id && id == order.Id).ToList())
        {
            record.Refuse(refusal);
        }
    }

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
