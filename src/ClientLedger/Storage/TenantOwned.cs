namespace ClientLedger.Storage;

/// <summary>
/// A row that belongs to one tenant. A class of this interface with an <c>IEntityTypeConfiguration</c> in this assembly becomes a table of the
/// ledger model, behind all three fences.
/// </summary>
public interface ITenantOwned
{
    int TenantId { get; }
}
