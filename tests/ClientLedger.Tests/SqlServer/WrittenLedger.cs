using System.Data;
using System.Data.Common;
using ClientLedger.Storage;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.SqlServer;

/// <summary>A ledger that keeps the statements it is asked and answers each with rows that a test gives: what would be sent can be read without a server.</summary>
/// <param name="rows">The rows of a statement's answer; none where it finds nothing.</param>
internal sealed class WrittenLedger(LedgerDatabase database, Func<SqlStatement, object[][]> rows) : ForwardedLedger(database)
{
    /// <summary>The statements in their order.</summary>
    public List<SqlStatement> Statements { get; } = [];

    public override ValueTask<LedgerConnection> OpenAsync(int tenantId, CancellationToken cancellationToken) => ValueTask.FromResult<LedgerConnection>(new Connection(tenantId, this));

    private DataTableReader Answer(SqlStatement statement)
    {
        Statements.Add(statement);
        var table = new DataTable();
        foreach (var row in rows(statement))
        {
            while (table.Columns.Count < row.Length)
            {
                table.Columns.Add(null, row[table.Columns.Count].GetType());
            }

            table.Rows.Add(row);
        }

        return table.CreateDataReader();
    }

    private sealed class Connection(int tenantId, WrittenLedger ledger) : LedgerConnection
    {
        public override int TenantId { get; } = tenantId;

        public override Task<DbDataReader> QueryAsync(SqlStatement statement, CancellationToken cancellationToken) => Task.FromResult<DbDataReader>(ledger.Answer(statement));

        public override Task<int> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken) => throw new InvalidOperationException("Nothing is written here.");

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
