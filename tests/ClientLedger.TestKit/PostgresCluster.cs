using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace ClientLedger.TestKit;

/// <summary>
/// The PostgreSQL of a test run: the one that <c>tests/run.sh</c> started and named in <c>CLIENTLEDGER_TEST_POSTGRES</c>, otherwise
/// a throw-away cluster of this process, which goes when the process ends.
/// </summary>
public static class PostgresCluster
{
    private static readonly Lazy<string> Started = new(FindOrStart);

    /// <summary>Connection string of a superuser, to the database <c>postgres</c>.</summary>
    public static string Address => Started.Value;

    /// <summary>The superuser's connection string to another database of the cluster.</summary>
    public static string AddressOf(string database) => new NpgsqlConnectionStringBuilder(Address) { Database = database }.ConnectionString;

    /// <summary>Runs one statement as the superuser.</summary>
    /// <param name="statement">SQL of the test's own; never a value from outside.</param>
    /// <param name="database">The database; <c>postgres</c> if none is named.</param>
    public static async Task RunAsync(string statement, string database = "postgres")
    {
        // Template databases must have no connection left, so none stays in a pool.
        var address = new NpgsqlConnectionStringBuilder(AddressOf(database)) { Pooling = false };
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Cuts all connections to the database of an address, as a server does that is restarted. They are gone when this returns.</summary>
    /// <param name="spared">Application name of connections that stay.</param>
    public static Task CutAsync(string address, string spared) => RunAsync($"""
        SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity
        WHERE datname = '{new NpgsqlConnectionStringBuilder(address).Database}' AND application_name IS DISTINCT FROM '{spared}'
        """);

    private static string FindOrStart()
    {
        if (Environment.GetEnvironmentVariable("CLIENTLEDGER_TEST_POSTGRES") is { Length: > 0 } address)
        {
            return address;
        }

        var script = Repository.PathOf("tests/postgres.sh");
        using var start = Process.Start(new ProcessStartInfo("bash", [script, "start"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var lines = start.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        start.WaitForExit();
        if (start.ExitCode != 0 || lines is not [var folder, var own])
        {
            throw new InvalidOperationException("PostgreSQL can't be started: is it installed? tests/run.sh installs it.");
        }

        // The guard is a process of its own, in its own session: test hosts are killed before they can tidy up.
        var self = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        const string detached = "setsid bash \"$0\" guard \"$1\" \"$2\" < /dev/null > /dev/null 2>&1 &";
        using var guard = Process.Start(new ProcessStartInfo("bash", ["-c", detached, script, self, folder]))!;
        guard.WaitForExit();
        return own;
    }
}
