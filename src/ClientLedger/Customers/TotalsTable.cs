using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Customers;

/// <summary>The table <see cref="CustomerTotals"/> as it is written past EF Core.</summary>
internal static class TotalsTable
{
    /// <summary>The columns that <see cref="RunningTotals"/> reads, in its order.</summary>
    public static readonly string[] Columns =
    [
        nameof(CustomerTotals.CustomerId), nameof(CustomerTotals.OrderCount), nameof(CustomerTotals.ReturnCount), nameof(CustomerTotals.FirstOrderOn),
        nameof(CustomerTotals.LastOrderOn), nameof(CustomerTotals.BaseAmount), nameof(CustomerTotals.BaseReturned), nameof(CustomerTotals.WithoutRate),
    ];

    /// <summary>Writes totals, which must fit, over those that their customers have.</summary>
    public static Task UpdateAsync(LedgerDatabase database, LedgerTransaction transaction, IEnumerable<RunningTotals> totals, CancellationToken cancellationToken)
    {
        var table = database.Tables.Of<CustomerTotals>();
        var rows = new TableRows(table.Name);
        var tenant = rows.Add(table[nameof(CustomerTotals.TenantId)]);
        var columns = Columns.Select(name => rows.Add(table[name])).ToList();
        foreach (var each in totals)
        {
            tenant.AddValue(transaction.TenantId);
            object?[] values = [each.CustomerId, each.OrderCount, each.ReturnCount, each.First, each.Last, (long)each.BaseAmount, (long)each.BaseReturned, each.WithoutRate];
            for (var i = 0; i < values.Length; i++)
            {
                columns[i].AddValue(values[i]);
            }
        }

        return database.Writer.UpdateAsync(transaction, rows, keys: 2, report: 1, cancellationToken);
    }
}
