using ClientLedger.Storage;

namespace ClientLedger.Customers;

/// <summary>A customer: an organisation or a person.</summary>
public sealed class Customer : LedgerRecord
{
    public string? Number { get; set; }

    public required string Name { get; set; }

    public string? ShortName { get; set; }

    public required string Kind { get; set; }

    public string? Type { get; set; }

    public string? Grade { get; set; }

    public string? Stage { get; set; }

    public string? Industry { get; set; }

    public string? Source { get; set; }

    public string? Country { get; set; }

    public string? Region { get; set; }

    public string? City { get; set; }

    public string? Street { get; set; }

    public string? PostalCode { get; set; }

    public IReadOnlyList<string>? Phones { get; set; }

    public IReadOnlyList<string>? Emails { get; set; }

    public IReadOnlyList<string>? Handles { get; set; }

    public string? Website { get; set; }

    public string? TaxNumber { get; set; }

    /// <summary>Encrypted.</summary>
    public byte[]? NationalId { get; set; }

    public string? Gender { get; set; }

    public DateOnly? Birthday { get; set; }

    public long? OwnerId { get; set; }

    public long Book { get; set; }

    public long? ParentId { get; set; }

    public string? Currency { get; set; }

    public decimal? CreditLimit { get; set; }

    public string? PaymentTerms { get; set; }

    public string? BankName { get; set; }

    /// <summary>Encrypted.</summary>
    public byte[]? BankAccount { get; set; }

    public IReadOnlyList<string>? Brands { get; set; }

    public IReadOnlyList<string>? Colours { get; set; }

    public IReadOnlyList<string>? Models { get; set; }

    public IReadOnlyList<string>? LikedProducts { get; set; }

    public string? ContactChannel { get; set; }

    public string? DeliveryTime { get; set; }

    public string? SpecialRequirements { get; set; }

    public IReadOnlyList<string>? Hobbies { get; set; }

    public DateOnly? FirstCooperationOn { get; set; }

    public DateOnly? NextContactOn { get; set; }

    public string? Remarks { get; set; }
}
