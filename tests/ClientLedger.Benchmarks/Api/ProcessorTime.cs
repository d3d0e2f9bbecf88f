using System.Globalization;
using Npgsql;

namespace ClientLedger.Benchmarks.Api;

/// <summary>How much of the processors a process and its children have used, as Linux tells in <c>/proc</c>.</summary>
internal static class ProcessorTime
{
    /// <summary>Units of <c>/proc/PID/stat</c> a second (<c>USER_HZ</c>, 100 on every Linux that .NET runs on).</summary>
    private const double TicksPerSecond = 100;

    private const int Parent = 1, User = 11, Kernel = 12;

    /// <summary>Seconds of the process and of its children that still run.</summary>
    public static double Of(int process)
    {
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && FieldsOf(folder) is { } fields && (id == process || Number(fields[Parent]) == process))
            {
                ticks += Number(fields[User]) + Number(fields[Kernel]);
            }
        }

        return ticks / TicksPerSecond;
    }

    /// <summary>The first process of the PostgreSQL that a connection string names.</summary>
    public static async Task<int> PostmasterAsync(string address)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
        var own = (int)(await command.ExecuteScalarAsync())!;
        return (int)Number(FieldsOf($"/proc/{own}")![Parent]);
    }

    /// <summary>What stands behind the program's name; null for a process that has just gone.</summary>
    private static string[]? FieldsOf(string folder)
    {
        try
        {
            var line = File.ReadAllText(Path.Combine(folder, "stat"));
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
