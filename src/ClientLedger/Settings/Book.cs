using ClientLedger.Fields;
using ClientLedger.Storage;
using ClientLedger.Tenancy;

namespace ClientLedger.Settings;

/// <summary>A book (台账): a customer list with a purpose and an audience of its own. Customers, products and projects name theirs.</summary>
public sealed class Book : ITenantOwned, IShapesScopes
{
    /// <summary>The book that every tenant has from the first day; records that name none belong to it.</summary>
    public const long DefaultId = 1;

    /// <summary>API name of the field by which records name theirs.</summary>
    public const string Field = "book";

    /// <summary>Whether a field names a book by its number, so that it is shown by the book's name and never reckoned with.</summary>
    public static bool IsNamedBy(FieldDescriptor field) => field is { Name: Field, Custom: false };

    public int TenantId { get; set; }

    /// <summary>1, 2, 3 … in the tenant.</summary>
    public long Id { get; set; }

    public required string Name { get; set; }

    /// <summary>What it is kept for.</summary>
    public string? Purpose { get; set; }

    /// <summary>Whom it is kept for.</summary>
    public string? Audience { get; set; }
}
