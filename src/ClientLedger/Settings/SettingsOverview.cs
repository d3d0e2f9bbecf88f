using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Settings;

/// <summary>What a tenant has chosen, to be looked at and changed: all of it is the tenant's, and any member may see it.</summary>
/// <param name="Numbering">In the order of their entities' names.</param>
/// <param name="Books">By number.</param>
/// <param name="Rates">The newest rates to the base currency, newest first.</param>
public sealed record SettingsOverview(TenantSettings Settings, IReadOnlyList<Numbering> Numbering, IReadOnlyList<Book> Books, IReadOnlyList<ExchangeRate> Rates)
{
    /// <summary>Most rates that are shown.</summary>
    public const int MostRates = 200;

    /// <summary>Reads the settings of a scope's tenant as they are now.</summary>
    public static async Task<SettingsOverview> ReadAsync(LedgerScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        await using var context = scope.Database.CreateContext(scope.TenantId);
        var settings = (await context.Set<TenantSettingsRow>().AsNoTracking().SingleAsync(cancellationToken)).Read();
        return new SettingsOverview(
            settings,
            [.. (await context.Set<NumberSequence>().AsNoTracking().OrderBy(sequence => sequence.Name).ToListAsync(cancellationToken))
                .Select(sequence => new Numbering(sequence.Name, sequence.Prefix, sequence.Width, sequence.Next))],
            await context.Set<Book>().AsNoTracking().OrderBy(book => book.Id).ToListAsync(cancellationToken),
            await context.Set<ExchangeRate>().AsNoTracking().Where(rate => rate.Base == settings.BaseCurrency)
                .OrderByDescending(rate => rate.Date).ThenBy(rate => rate.Currency).Take(MostRates).ToListAsync(cancellationToken));
    }
}
