using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Views;

/// <summary>Lists of records.</summary>
internal static class ViewsModule
{
    public static IServiceCollection AddViews(this IServiceCollection services)
    {
        services.AddScoped<LedgerList>();
        services.AddScoped<ListColumns>();
        return services;
    }
}
