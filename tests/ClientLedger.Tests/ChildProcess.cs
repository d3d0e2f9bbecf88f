using System.Diagnostics;
using ClientLedger.Storage;
using ClientLedger.Tests.Imports.Running;
using ClientLedger.Tests.Storage;

namespace ClientLedger.Tests;

/// <summary>This assembly as a program: what tests start as processes of their own, to kill them.</summary>
internal static class ChildProcess
{
    /// <summary>Starts a process; its standard output is the caller's to read.</summary>
    public static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(ChildProcess).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;

    private static Task Main(string[] arguments) => arguments switch
    {
        [DyingMigrator.Name, var provider, var address] => DyingMigrator.RunAsync(Enum.Parse<Provider>(provider), address),
        [DyingImporter.Name, var provider, var catalog, var ledger, var life] => DyingImporter.RunAsync(Enum.Parse<Provider>(provider), catalog, ledger, int.Parse(life, null)),
        _ => throw new ArgumentException("Nothing that a child process does.", nameof(arguments)),
    };
}
