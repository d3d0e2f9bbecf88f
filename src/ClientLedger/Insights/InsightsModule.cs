using ClientLedger.Shared.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Insights;

/// <summary>What a ledger tells as a whole.</summary>
public static class InsightsModule
{
    public static IServiceCollection AddInsights(this IServiceCollection services) =>
        services.AddMenuEntry(new MenuEntry(10, "", "home", InsightTexts.Home));
}
