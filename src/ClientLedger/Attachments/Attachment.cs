using ClientLedger.Storage;

namespace ClientLedger.Attachments;

/// <summary>A file that belongs to another record; its content lies in the file store under <see cref="StorageKey"/>.</summary>
public sealed class Attachment : LedgerRecord
{
    public required string FileName { get; set; }

    public long? CustomerId { get; set; }

    public long? ContractId { get; set; }

    public long? InteractionId { get; set; }

    public long? OrderId { get; set; }

    public string? ContentType { get; set; }

    public long? Size { get; set; }

    public string? StorageKey { get; set; }

    public string? Sha256 { get; set; }

    public long? OwnerId { get; set; }
}
