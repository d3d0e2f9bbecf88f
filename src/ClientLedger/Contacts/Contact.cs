using ClientLedger.Storage;

namespace ClientLedger.Contacts;

/// <summary>A person through whom a customer is reached.</summary>
public sealed class Contact : LedgerRecord
{
    public required string Name { get; set; }

    public long? CustomerId { get; set; }

    public string? Gender { get; set; }

    public string? JobTitle { get; set; }

    public string? Department { get; set; }

    public string? Role { get; set; }

    public IReadOnlyList<string>? Phones { get; set; }

    public IReadOnlyList<string>? Emails { get; set; }

    public IReadOnlyList<string>? Handles { get; set; }

    public DateOnly? Birthday { get; set; }

    public DateOnly? Anniversary { get; set; }

    /// <summary>Encrypted.</summary>
    public byte[]? NationalId { get; set; }

    public long? OwnerId { get; set; }

    public string? ContactChannel { get; set; }

    public string? DeliveryTime { get; set; }

    public IReadOnlyList<string>? Hobbies { get; set; }

    public DateOnly? LeftOn { get; set; }

    public string? Remarks { get; set; }
}
