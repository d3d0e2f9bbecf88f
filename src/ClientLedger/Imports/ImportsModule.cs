using ClientLedger.Imports.Files;
using ClientLedger.Imports.Jobs;
using ClientLedger.Imports.Mapping;
using ClientLedger.Imports.Uploads;
using ClientLedger.Jobs;
using ClientLedger.Shared.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Imports;

/// <summary>What the room adds to the host.</summary>
public static class ImportsModule
{
    /// <summary>Uploads, imports and their job.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton(FileLimits.Default);
        services.AddSingleton<UploadedFiles>();
        services.AddSingleton<UploadForm>();
        services.AddSingleton<ImportRuns>();
        services.AddSingleton<IJob, ImportLines>();
        services.AddMenuEntry(new MenuEntry(80, "imports", "import", ImportTexts.Imports, For: PlanRights.MayImport));
        return services;
    }
}
