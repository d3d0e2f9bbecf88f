using ClientLedger.Shared.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Customers;

/// <summary>Customers: their list and their page.</summary>
internal static class CustomersModule
{
    public static IServiceCollection AddCustomers(this IServiceCollection services) =>
        services.AddMenuEntry(new MenuEntry(20, "customers", "people", CustomerPageTexts.Customers, "customer"));
}
