using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Forms;

/// <summary>Records are entered, changed, deleted and restored by forms drawn from their descriptors.</summary>
internal static class FormsModule
{
    public static IServiceCollection AddForms(this IServiceCollection services) => services.AddScoped<RecordForms>();
}
