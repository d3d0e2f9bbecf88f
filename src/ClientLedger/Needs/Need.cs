using ClientLedger.Storage;

namespace ClientLedger.Needs;

/// <summary>Something that a customer asks for.</summary>
public sealed class Need : LedgerRecord
{
    public required string Subject { get; set; }

    public long CustomerId { get; set; }

    public string? Body { get; set; }

    public required string State { get; set; }

    public string? Priority { get; set; }

    public long? OwnerId { get; set; }

    public DateOnly? DueOn { get; set; }

    public long? ProductId { get; set; }
}
