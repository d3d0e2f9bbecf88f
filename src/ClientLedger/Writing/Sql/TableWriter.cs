using ClientLedger.Storage;

namespace ClientLedger.Writing.Sql;

/// <summary>Writes batches of rows in the way that is fastest on a provider. Every method is one round trip or one prepared statement, whatever the number of rows.</summary>
public abstract class TableWriter
{
    /// <summary>Inserts all rows.</summary>
    public abstract Task InsertAsync(LedgerTransaction transaction, TableRows rows, CancellationToken cancellationToken);

    /// <summary>
    /// Updates the rows that the first <paramref name="keys"/> columns name by equality, setting the other columns. Tells which rows of the batch
    /// were there: their values of the column at <paramref name="report"/>.
    /// </summary>
    public abstract Task<IReadOnlySet<long>> UpdateAsync(LedgerTransaction transaction, TableRows rows, int keys, int report, CancellationToken cancellationToken);

    /// <summary>Deletes the rows that the columns name by equality.</summary>
    public abstract Task DeleteAsync(LedgerTransaction transaction, TableRows rows, CancellationToken cancellationToken);
}
