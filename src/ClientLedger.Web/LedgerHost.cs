using System.Net.Sockets;
using System.Text.Encodings.Web;
using ClientLedger.Messages;
using ClientLedger.Storage.Catalog;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;
using ClientLedger.Web.Commands;
using ClientLedger.Web.Composition;
using ClientLedger.Web.Requests;
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
        var command = name is null ? null : HostCommand.Find(name);
        if (name is not null && command is null)
        {
            await output.WriteLineAsync(HostCommand.Unknown(name, Language.English));
            await output.WriteLineAsync(HostCommand.Unknown(name, Language.Chinese));
            return 2;
        }

        try
        {
            if (command is null)
            {
                await using var server = await StartAsync(options, output);
                await server.WaitForShutdownAsync();
                return 0;
            }

            await using var app = Build(options, output, command);
            return await command.RunAsync(app.Services, app.Configuration, output, app.Lifetime.ApplicationStopping);
        }
        catch (RefusedException refused)
        {
            await output.WriteLineAsync(refused.Refusal.In(Language.English));
            await output.WriteLineAsync(refused.Refusal.In(Language.Chinese));
            return 1;
        }
    }

    /// <summary>Migrates and begins to serve. Who started it stops it and disposes of it.</summary>
    /// <param name="options">The command line.</param>
    /// <param name="output">Where the start tells people what they can't know otherwise.</param>
    /// <param name="replace">What a test puts in the place of the product's own services.</param>
    /// <exception cref="RefusedException">A setting is wrong, what it names can't be used, or another process has the data.</exception>
    internal static async Task<WebApplication> StartAsync(string[] options, TextWriter output, Action<IServiceCollection>? replace = null)
    {
        var app = Build(options, output, command: null, replace);
        try
        {
            await PrepareAsync(app);
            await ListenAsync(app);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static WebApplication Build(string[] options, TextWriter output, HostCommand? command, Action<IServiceCollection>? replace = null)
    {
        // The host is itself also where another program, a test, runs it.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = options,
            ApplicationName = typeof(LedgerHost).Assembly.GetName().Name,
            ContentRootPath = PublishedFolder(),
        });

        // Files of a build lie in the sources, whatever the environment is called. A published program has its own, and this does nothing.
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.ClearProviders().AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            console.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });
        if (command is not null)
        {
            // Standard output is the command's answer.
            builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddClientLedger(builder.Configuration, output, onlyReads: command is { OnlyReads: true }).AddPages(builder.Configuration);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        return command is null ? app.UseLedger() : app;
    }

    /// <summary>Where a published program lies, wherever it is started from; null for a build.</summary>
    private static string? PublishedFolder() => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;

    private static async Task PrepareAsync(WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        var data = app.Services.GetRequiredService<DataFolder>();
        LogDataFolder(app.Logger, data.FullName);
        await app.Services.GetRequiredService<Migration>().RunAsync(stopping);
        await Unusable.NameAsync(app.Services.GetRequiredService<DatabaseSettings>().Catalog.AppSetting, async () =>
        {
            await app.Services.GetRequiredService<MasterKeyCheck>().EnterAsync(stopping);
            await app.Services.GetRequiredService<Shards>().EnterAsync(app.Services.GetRequiredService<CatalogDatabase>(), stopping);
            await app.Services.GetRequiredService<LeasedNode>().TakeAsync(stopping);
        });
    }

    private static async Task ListenAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception failure) when (failure is IOException or SocketException or FormatException)
        {
            // What ASP.NET Core does without any is its own.
            var addresses = app.Configuration[WebHostDefaults.ServerUrlsKey] ?? "http://localhost:5000";
            throw new RefusedException(Refusal.Of(HostMessages.AddressUnusable, ("address", addresses), ("reason", failure.Message)));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Data and keys lie in {Folder}.")]
    private static partial void LogDataFolder(ILogger logger, string folder);
}
