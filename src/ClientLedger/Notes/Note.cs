using ClientLedger.Storage;

namespace ClientLedger.Notes;

/// <summary>A remark on a customer.</summary>
public sealed class Note : LedgerRecord
{
    public long CustomerId { get; set; }

    public string? Subject { get; set; }

    public required string Body { get; set; }

    public bool Pinned { get; set; }

    public long? OwnerId { get; set; }
}
