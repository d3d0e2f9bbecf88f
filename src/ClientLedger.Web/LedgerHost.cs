using System.Text.Encodings.Web;
using ClientLedger.Jobs;
using ClientLedger.Messages;
using ClientLedger.Storage.Catalog;
using ClientLedger.Tenancy;
using ClientLedger.Tenancy.Requests;
using ClientLedger.Web.Commands;
using ClientLedger.Web.Composition;
using Microsoft.Extensions.Logging.Console;

namespace ClientLedger.Web;

/// <summary>Starts the product: as a server, or for one command that stands first on the command line.</summary>
internal static partial class LedgerHost
{
    /// <summary>Runs until the server is stopped or the command is done.</summary>
    /// <returns>Exit code: 0, 1 for what was refused, 2 for an unknown command.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        var (name, options) = HostCommand.Split(arguments);
        if (name is not null && HostCommand.Find(name) is null)
        {
            await output.WriteLineAsync(HostCommand.Overview());
            return 2;
        }

        try
        {
            await using var app = Build(options, isServer: name is null);
            return name is null
                ? await ServeAsync(app)
                : await HostCommand.Find(name)!.RunAsync(app.Services, app.Configuration, output, app.Lifetime.ApplicationStopping);
        }
        catch (RefusedException refused)
        {
            await output.WriteLineAsync(refused.Refusal.In(Language.English));
            await output.WriteLineAsync(refused.Refusal.In(Language.Chinese));
            return 1;
        }
    }

    private static WebApplication Build(string[] options, bool isServer)
    {
        var builder = WebApplication.CreateBuilder(options);
        builder.Logging.ClearProviders().AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            console.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });
        if (!isServer)
        {
            // Standard output is the command's answer.
            builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        builder.Services.AddClientLedger(builder.Configuration);

        var app = builder.Build();
        app.UseWaitingPeople();
        app.UseTenants();
        app.UseRouting();
        app.MapHealthChecks("/health");
        return app;
    }

    private static async Task<int> ServeAsync(WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        var data = app.Services.GetRequiredService<DataFolder>();
        LogDataFolder(app.Logger, data.FullName);
        await app.Services.GetRequiredService<Migration>().RunAsync(stopping);
        await app.Services.GetRequiredService<Shards>().EnterAsync(app.Services.GetRequiredService<CatalogDatabase>(), stopping);
        await app.Services.GetRequiredService<LeasedNode>().TakeAsync(stopping);
        await app.RunAsync();
        return 0;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Data and keys lie in {Folder}.")]
    private static partial void LogDataFolder(ILogger logger, string folder);
}
