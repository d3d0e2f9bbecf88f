using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Storage;

/// <summary>The ledger's model, fixed to one tenant at its construction.</summary>
public sealed class LedgerContext(DbContextOptions<LedgerContext> options, int tenantId) : DbContext(options)
{
    public int TenantId { get; } = tenantId;
}
