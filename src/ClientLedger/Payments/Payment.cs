using ClientLedger.Storage;

namespace ClientLedger.Payments;

/// <summary>An amount that a customer owes or has paid.</summary>
public sealed class Payment : LedgerRecord
{
    public string? Number { get; set; }

    public long CustomerId { get; set; }

    public long? ContractId { get; set; }

    public long? OrderId { get; set; }

    public required string State { get; set; }

    public long? OwnerId { get; set; }

    public string? Currency { get; set; }

    public DateOnly? DueOn { get; set; }

    public decimal? DueAmount { get; set; }

    public DateOnly? PaidOn { get; set; }

    public decimal? PaidAmount { get; set; }

    public string? Method { get; set; }

    public string? Remarks { get; set; }
}
