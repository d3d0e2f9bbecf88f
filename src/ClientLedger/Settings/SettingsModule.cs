using ClientLedger.Shared.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Settings;

/// <summary>
/// The pages of settings. Each lies in the room that saves what it shows: numbering and books here, the company with the customers, whose totals follow it, and rates
/// with the imports, which read their files.
/// </summary>
internal static class SettingsModule
{
    /// <summary>Address of the first page, from the ledger's root.</summary>
    public const string Address = "settings";

    public static IServiceCollection AddSettings(this IServiceCollection services) =>
        services.AddMenuEntry(new MenuEntry(90, Address, "settings", SettingsTexts.Settings));
}
