using ClientLedger.Storage;

namespace ClientLedger.Products;

/// <summary>Goods or a service that customers buy.</summary>
public sealed class Product : LedgerRecord
{
    public string? Number { get; set; }

    public required string Name { get; set; }

    public string? Category { get; set; }

    public string? Brand { get; set; }

    public string? Model { get; set; }

    public string? Unit { get; set; }

    public string? Description { get; set; }

    public decimal? Price { get; set; }

    public string? Currency { get; set; }

    public bool Active { get; set; }

    public long Book { get; set; }
}
