using ClientLedger.History;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace ClientLedger.Storage;

/// <summary>
/// Which tables row-level security fences: every one that a migration of the ledger creates with a tenant column, so that none can be forgotten.
/// The providers' SQL generators of the ledger context add the policies to the statement that creates the table.
/// </summary>
internal static class TenantFence
{
    /// <summary>The column that names the tenant.</summary>
    public const string Column = nameof(ITenantOwned.TenantId);

    /// <summary>The setting of a session or transaction that names its tenant, where the provider has such settings.</summary>
    public const string Setting = "app.tenant";

    public static bool IsNeeded(CreateTableOperation table) => table.Columns.Any(column => column.Name == Column);

    /// <summary>The first migration of a ledger, which brings what all policies use: it creates the log's heads.</summary>
    public static bool Begins(IEnumerable<MigrationOperation> operations) => operations.OfType<CreateTableOperation>().Any(table => table.Name == nameof(LogHead));
}
