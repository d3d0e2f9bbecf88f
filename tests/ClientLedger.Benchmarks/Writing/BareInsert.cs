using ClientLedger.TestKit;

namespace ClientLedger.Benchmarks.Writing;

/// <summary>Rows that the write gate wrote, read back, and written again by nothing but bulk inserts into an empty ledger.</summary>
internal abstract class BareInsert
{
    private static readonly string[] ReferredTo = ["Customers", "Products", "Orders", "ImportRuns"];

    /// <summary>Rows of all tables together.</summary>
    public long Rows { get; protected set; }

    /// <summary>How many rows of which table.</summary>
    public Dictionary<string, long> RowsByTable { get; } = [];

    /// <summary>Writes them in one transaction.</summary>
    /// <param name="ledger">Has everything that the first one had before the gate wrote.</param>
    public abstract Task RunAsync(TestLedger ledger, int tenant);

    /// <summary>First those that others refer to.</summary>
    protected static IEnumerable<string> InOrder(IEnumerable<string> tables) =>
        tables.OrderBy(table => Array.IndexOf(ReferredTo, table) is >= 0 and var place ? place : ReferredTo.Length).ThenBy(table => table, StringComparer.Ordinal);

    protected void Count(string table, long rows)
    {
        RowsByTable[table] = rows;
        Rows += rows;
    }
}
