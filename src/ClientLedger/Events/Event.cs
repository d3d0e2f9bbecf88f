using ClientLedger.Storage;

namespace ClientLedger.Events;

/// <summary>Something that a customer did: looked at, clicked, downloaded.</summary>
public sealed class Event : LedgerRecord
{
    public long CustomerId { get; set; }

    public long? ContactId { get; set; }

    public required string Kind { get; set; }

    public DateTime At { get; set; }

    public string? Object { get; set; }

    public string? Source { get; set; }

    public string? Data { get; set; }

    public long? OwnerId { get; set; }
}
