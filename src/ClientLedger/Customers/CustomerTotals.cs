using ClientLedger.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.Customers;

/// <summary>What a customer's live orders, neither draft nor cancelled, add up to. The write gate keeps it in the transaction that changes an order.</summary>
public sealed class CustomerTotals : ITenantOwned
{
    public int TenantId { get; set; }

    public long CustomerId { get; set; }

    public long OrderCount { get; set; }

    public long ReturnCount { get; set; }

    /// <summary>Day of the first purchase in the tenant's zone.</summary>
    public DateOnly? FirstOrderOn { get; set; }

    /// <summary>Day of the last purchase in the tenant's zone.</summary>
    public DateOnly? LastOrderOn { get; set; }

    /// <summary>Purchases in the base currency, at the newest rate not after each order's day.</summary>
    public decimal BaseAmount { get; set; }

    /// <summary>Returns in the base currency.</summary>
    public decimal BaseReturned { get; set; }

    /// <summary>Orders left out of the amounts, since their currency has no rate.</summary>
    public long WithoutRate { get; set; }
}

/// <summary>A customer's totals in one currency.</summary>
public sealed class CustomerCurrencyTotals : ITenantOwned
{
    public int TenantId { get; set; }

    public long CustomerId { get; set; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; set; }

    public long OrderCount { get; set; }

    public long ReturnCount { get; set; }

    public decimal Amount { get; set; }

    public decimal ReturnedAmount { get; set; }
}

internal sealed class CustomerTotalsMapping : IEntityTypeConfiguration<CustomerTotals>, IEntityTypeConfiguration<CustomerCurrencyTotals>
{
    public void Configure(EntityTypeBuilder<CustomerTotals> builder)
    {
        builder.ToTable(nameof(CustomerTotals));
        builder.HasKey(row => new { row.TenantId, row.CustomerId });
        builder.Property(row => row.BaseAmount).IsTenThousandths();
        builder.Property(row => row.BaseReturned).IsTenThousandths();
        builder.HasOne<Customer>().WithMany().HasForeignKey(row => new { row.TenantId, row.CustomerId }).OnDelete(DeleteBehavior.NoAction);
    }

    public void Configure(EntityTypeBuilder<CustomerCurrencyTotals> builder)
    {
        builder.ToTable(nameof(CustomerCurrencyTotals));
        builder.HasKey(row => new { row.TenantId, row.CustomerId, row.Currency });
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.Amount).IsTenThousandths();
        builder.Property(row => row.ReturnedAmount).IsTenThousandths();
        builder.HasOne<Customer>().WithMany().HasForeignKey(row => new { row.TenantId, row.CustomerId }).OnDelete(DeleteBehavior.NoAction);
    }
}
