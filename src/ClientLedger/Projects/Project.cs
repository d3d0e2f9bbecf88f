using ClientLedger.Storage;

namespace ClientLedger.Projects;

/// <summary>What is done together with a customer.</summary>
public sealed class Project : LedgerRecord
{
    public required string Name { get; set; }

    public long CustomerId { get; set; }

    public string? Stage { get; set; }

    public long? Progress { get; set; }

    public string? Description { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public long? OwnerId { get; set; }

    public long Book { get; set; }

    public string? Remarks { get; set; }
}
