using ClientLedger.Shared.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Views;

/// <summary>Lists of records.</summary>
internal static class ViewsModule
{
    public static IServiceCollection AddViews(this IServiceCollection services)
    {
        services.AddScoped<LedgerList>();
        services.AddScoped<ListColumns>();
        services.AddScoped<QuickFind>();
        services.AddMenuEntry(new MenuEntry(30, "orders", "orders", EntityTexts.Of("order"), "order"));
        services.AddMenuEntry(new MenuEntry(40, "products", "product", EntityTexts.Of("product"), "product"));
        services.AddMenuEntry(new MenuEntry(50, "contacts", "person", EntityTexts.Of("contact"), "contact"));
        services.AddMenuEntry(new MenuEntry(60, "tasks", "tasks", EntityTexts.Of("task"), "task"));
        return services;
    }
}
