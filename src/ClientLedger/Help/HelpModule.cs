using ClientLedger.Help.Demo;
using ClientLedger.Help.Demo.Company;
using ClientLedger.Help.Demo.Jobs;
using ClientLedger.Jobs;
using ClientLedger.Storage.Catalog;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClientLedger.Help;

/// <summary>What helps people who are new here: the demo.</summary>
internal static class HelpModule
{
    /// <param name="choice">Whether there is to be a demo, asked when the host starts.</param>
    public static IServiceCollection AddHelp(this IServiceCollection services, Func<IServiceProvider, DemoChoice> choice)
    {
        services.TryAddScoped<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.TryAddScoped<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddSingleton(choice);
        services.AddSingleton(DemoSize.Full);
        services.AddScoped<DemoAccounts>();
        services.AddScoped<MakeDemo>();
        services.AddSingleton<IJob, FillDemo>();
        services.AddSingleton<DemoAnnouncement>();
        services.AddHostedService<PrepareDemo>();
        return services;
    }
}
