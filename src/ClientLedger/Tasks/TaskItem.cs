using ClientLedger.Storage;

namespace ClientLedger.Tasks;

/// <summary>Something to be done. Not called Task, which every asynchronous method names.</summary>
public sealed class TaskItem : LedgerRecord
{
    public required string Subject { get; set; }

    public long? CustomerId { get; set; }

    public long? ContactId { get; set; }

    public string? Body { get; set; }

    public long? OwnerId { get; set; }

    public DateTime? DueAt { get; set; }

    public required string State { get; set; }

    public string? Priority { get; set; }

    public DateTime? DoneAt { get; set; }

    public long? ProjectId { get; set; }
}
