using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.Settings;

internal sealed class TenantSettingsMapping : IEntityTypeConfiguration<TenantSettingsRow>
{
    public void Configure(EntityTypeBuilder<TenantSettingsRow> builder)
    {
        builder.ToTable("TenantSettings").HasKey(settings => settings.TenantId);
        builder.Property(settings => settings.TenantId).ValueGeneratedNever();
        builder.Property(settings => settings.Company).HasMaxLength(200);
        builder.Property(settings => settings.Zone).HasMaxLength(60);
        builder.Property(settings => settings.BaseCurrency).HasMaxLength(3);
        builder.Property(settings => settings.DefaultCountry).HasMaxLength(2);
    }
}

internal sealed class BookMapping : IEntityTypeConfiguration<Book>
{
    public void Configure(EntityTypeBuilder<Book> builder)
    {
        builder.ToTable("Books").HasKey(book => new { book.TenantId, book.Id });
        builder.Property(book => book.Id).ValueGeneratedNever();
        builder.Property(book => book.Name).HasMaxLength(100);
        builder.Property(book => book.Purpose).HasMaxLength(1_000);
        builder.Property(book => book.Audience).HasMaxLength(1_000);
    }
}

internal sealed class ExchangeRateMapping : IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<ExchangeRate> builder)
    {
        builder.ToTable("ExchangeRates").HasKey(rate => new { rate.TenantId, rate.Base, rate.Currency, rate.Date });
        builder.Property(rate => rate.Base).HasMaxLength(3);
        builder.Property(rate => rate.Currency).HasMaxLength(3);
    }
}

internal sealed class NumberSequenceMapping : IEntityTypeConfiguration<NumberSequence>
{
    public void Configure(EntityTypeBuilder<NumberSequence> builder)
    {
        builder.ToTable("Sequences").HasKey(sequence => new { sequence.TenantId, sequence.Name });
        builder.Property(sequence => sequence.Name).HasMaxLength(40);
        builder.Property(sequence => sequence.Prefix).HasMaxLength(20);
    }
}
