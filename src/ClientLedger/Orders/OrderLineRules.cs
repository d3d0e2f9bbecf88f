using ClientLedger.Fields;
using ClientLedger.Storage;
using ClientLedger.Writing;
using ClientLedger.Writing.Steps;

namespace ClientLedger.Orders;

/// <summary>A line's amount is quantity × unit price − discount; an order that has lines amounts to their sum.</summary>
internal sealed class OrderLineRules : IRecordRules
{
    public string Entity => OrderLineFields.Entity.Name;

    public async Task DeriveAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken)
    {
        var line = records[0].Entity;
        var (order, amount) = (line.OrdinalOf("order"), line.OrdinalOf("amount"));
        var orders = batch.Scope.Schema[OrderFields.Entity.Name];
        foreach (var record in records)
        {
            record.After[amount] = Amount(line, record.After);
            Touch(batch, orders, record.Before?[order]);
            Touch(batch, orders, record.After[order]);
        }

        await LoadRecords.LoadAsync(batch, cancellationToken);
    }

    public Task CheckAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task AppliedAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken) => Task.CompletedTask;

    private static decimal? Amount(EntityDescriptor line, object?[] values) =>
        values[line.OrdinalOf("quantity")] is decimal quantity && values[line.OrdinalOf("unitPrice")] is decimal price
            ? decimal.Round((quantity * price) - ((decimal?)values[line.OrdinalOf("discount")] ?? 0m), TenThousandths.Places, MidpointRounding.ToEven)
            : null;

    private static void Touch(WriteBatch batch, EntityDescriptor orders, object? id)
    {
        if (id is long order)
        {
            batch.Existing(orders, order);
        }
    }
}
