using ClientLedger.Storage;

namespace ClientLedger.Orders;

/// <summary>A purchase or a return of a customer.</summary>
public sealed class Order : LedgerRecord
{
    public string? Number { get; set; }

    public long CustomerId { get; set; }

    public long? ContactId { get; set; }

    public required string Kind { get; set; }

    public required string State { get; set; }

    public DateTime OrderedAt { get; set; }

    public string? Currency { get; set; }

    public decimal? Amount { get; set; }

    public DateOnly? DeliverOn { get; set; }

    public long? OwnerId { get; set; }

    public long? ProjectId { get; set; }

    public long? ContractId { get; set; }

    public string? SpecialRequirements { get; set; }

    public string? Remarks { get; set; }
}
