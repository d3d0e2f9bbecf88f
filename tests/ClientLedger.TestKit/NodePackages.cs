using System.Diagnostics;

namespace ClientLedger.TestKit;

/// <summary>npm packages that tests compare with, installed into the <c>node_modules</c> beside their lock file.</summary>
public static class NodePackages
{
    private static readonly Lazy<string> InstalledReference = new(() => Install("tests/ClientLedger.GraphQL.Tests/reference"));

    private static readonly Lazy<string> InstalledClients = new(() => Install("tests/ClientLedger.Tests/Help/clients"));

    /// <summary>The folder of the engine's reference implementation and its scripts.</summary>
    public static string Reference => InstalledReference.Value;

    /// <summary>The folder of the real clients that run the examples of the API's guide.</summary>
    public static string GuideClients => InstalledClients.Value;

    private static string Install(string relative)
    {
        var folder = Repository.PathOf(relative);
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
        {
            return folder;
        }

        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var errors = npm.StandardError.ReadToEndAsync();
        npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        return npm.ExitCode == 0
            ? folder
            : throw new InvalidOperationException($"'npm ci' in {relative} ended with {npm.ExitCode} (tests/run.sh installs Node.js and npm): {errors.GetAwaiter().GetResult()}");
    }
}
