using ClientLedger.Storage;

namespace ClientLedger.Interactions;

/// <summary>A call, meeting, visit, e-mail or message.</summary>
public sealed class Interaction : LedgerRecord
{
    public long CustomerId { get; set; }

    public long? ContactId { get; set; }

    public required string Kind { get; set; }

    public DateTime At { get; set; }

    public string? Subject { get; set; }

    public string? Body { get; set; }

    public long? OwnerId { get; set; }

    public long? ProjectId { get; set; }

    public string? Sentiment { get; set; }

    public long? Rating { get; set; }
}
