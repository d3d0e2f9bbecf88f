using ClientLedger.Fields;
using ClientLedger.Messages;
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
            var value = Amount(line, record.After);
            if (value is { } large && Math.Abs(large) > TenThousandths.Most)
            {
                record.Refuse(TooLarge(line, large));
                continue;
            }

            record.After[amount] = value;
            Touch(batch, orders, record, record.Before?[order]);
            Touch(batch, orders, record, record.After[order]);
        }

        await LoadRecords.LoadAsync(batch, cancellationToken);
    }

    /// <summary>The refusal of an amount that the ledger can't hold.</summary>
    public static Refusal TooLarge(EntityDescriptor entity, decimal amount)
    {
        var field = entity.Fields[entity.OrdinalOf("amount")];
        return Refusal.Of(WriteMessages.TooLarge, ("field", field.Label), ("value", amount), ("maximum", TenThousandths.Most)) with { Field = field.Name };
    }

    private static decimal? Amount(EntityDescriptor line, object?[] values)
    {
        if (values[line.OrdinalOf("quantity")] is not decimal quantity || values[line.OrdinalOf("unitPrice")] is not decimal price)
        {
            return null;
        }

        // A product beyond the type itself is as good as the largest.
        var product = price == 0 || Math.Abs(quantity) <= decimal.MaxValue / 10 / Math.Max(1, Math.Abs(price)) ? quantity * price : decimal.MaxValue / 10;
        return decimal.Round(product - ((decimal?)values[line.OrdinalOf("discount")] ?? 0m), TenThousandths.Places, MidpointRounding.ToEven);
    }

    private static void Touch(WriteBatch batch, EntityDescriptor orders, RecordWork line, object? id)
    {
        if (id is long order)
        {
            batch.Existing(orders, order).Follow(line);
        }
    }
}
