using ClientLedger.Storage;

namespace ClientLedger.Contracts;

/// <summary>A contract with a customer.</summary>
public sealed class Contract : LedgerRecord
{
    public string? Number { get; set; }

    public string? Name { get; set; }

    public long CustomerId { get; set; }

    public required string State { get; set; }

    public long? OwnerId { get; set; }

    public decimal? Amount { get; set; }

    public string? Currency { get; set; }

    public DateOnly? SignedOn { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public long? ProjectId { get; set; }

    public string? Remarks { get; set; }
}
