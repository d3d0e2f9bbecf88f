using ClientLedger.Storage;

namespace ClientLedger.Tickets;

/// <summary>A complaint, a service request, a return, a suggestion or praise.</summary>
public sealed class Ticket : LedgerRecord
{
    public string? Number { get; set; }

    public long? CustomerId { get; set; }

    public long? ContactId { get; set; }

    public required string Kind { get; set; }

    public required string Subject { get; set; }

    public string? Body { get; set; }

    public string? Topic { get; set; }

    public string? Sentiment { get; set; }

    public string? Severity { get; set; }

    public required string State { get; set; }

    public long? OwnerId { get; set; }

    public DateTime? DueAt { get; set; }

    public long? OrderId { get; set; }

    public long? ProductId { get; set; }

    public DateTime? ResolvedAt { get; set; }

    public string? Resolution { get; set; }

    public long? Rating { get; set; }

    public string? Action { get; set; }

    public DateOnly? ActionClosedOn { get; set; }
}
