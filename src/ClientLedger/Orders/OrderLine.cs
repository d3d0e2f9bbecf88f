using ClientLedger.Storage;

namespace ClientLedger.Orders;

/// <summary>One line of an order.</summary>
public sealed class OrderLine : LedgerRecord
{
    public string? Number { get; set; }

    public long OrderId { get; set; }

    public long? ProductId { get; set; }

    public string? Description { get; set; }

    public decimal? Quantity { get; set; }

    public string? Unit { get; set; }

    public decimal? UnitPrice { get; set; }

    public decimal? Discount { get; set; }

    public decimal? Amount { get; set; }
}
