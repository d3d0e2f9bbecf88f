using System.Data.Common;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.TestKit;

/// <summary>A ledger database that passes everything on to another, which stays whose it is; a test changes what it needs to go wrong.</summary>
public abstract class ForwardedLedger(LedgerDatabase database) : LedgerDatabase
{
    public override Provider Provider => database.Provider;

    public override LedgerTables Tables => database.Tables;

    public override SqlDialect Dialect => database.Dialect;

    public override TableWriter Writer => database.Writer;

    public override ValueTask<LedgerConnection> OpenAsync(int tenantId, CancellationToken cancellationToken) => database.OpenAsync(tenantId, cancellationToken);

    public override ValueTask<LedgerTransaction> BeginAsync(int tenantId, CancellationToken cancellationToken) => database.BeginAsync(tenantId, cancellationToken);

    public override bool IsRace(DbException failure) => database.IsRace(failure);

    public override bool IsOverflow(DbException failure) => database.IsOverflow(failure);

    public override Task RefreshStatisticsAsync(CancellationToken cancellationToken) => database.RefreshStatisticsAsync(cancellationToken);

    public override LedgerContext CreateContext(int tenantId) => database.CreateContext(tenantId);

    public override LedgerContext CreateContext(LedgerTransaction transaction) => database.CreateContext(transaction);

    public override ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
