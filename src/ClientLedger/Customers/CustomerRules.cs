using ClientLedger.Writing;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Customers;

/// <summary>A new customer begins with empty totals, so that later changes always find a row to lock.</summary>
internal sealed class CustomerRules : IRecordRules
{
    public string Entity => CustomerFields.Entity.Name;

    public async Task AppliedAsync(WriteBatch batch, IReadOnlyList<RecordWork> records, CancellationToken cancellationToken)
    {
        var table = batch.Tables.Of<CustomerTotals>();
        var rows = new TableRows(table.Name);
        var tenant = rows.Add(table[nameof(CustomerTotals.TenantId)]);
        var customer = rows.Add(table[nameof(CustomerTotals.CustomerId)]);
        string[] zeros =
        [
            nameof(CustomerTotals.OrderCount), nameof(CustomerTotals.ReturnCount), nameof(CustomerTotals.BaseAmount),
            nameof(CustomerTotals.BaseReturned), nameof(CustomerTotals.WithoutRate),
        ];
        var counters = zeros.Select(name => rows.Add(table[name])).ToList();
        foreach (var record in records.Where(record => record.IsNew))
        {
            tenant.AddValue(batch.Scope.TenantId);
            customer.AddValue(record.Id);
            counters.ForEach(counter => counter.AddValue(0L));
        }

        if (rows.Count > 0)
        {
            await batch.Scope.Database.Writer.InsertAsync(batch.Transaction, rows, cancellationToken);
        }
    }
}
