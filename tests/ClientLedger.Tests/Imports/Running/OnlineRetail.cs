using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ClientLedger.Imports.Mapping;
using ClientLedger.TestKit;
using ClientLedger.Tests.Imports.Mapping;

namespace ClientLedger.Tests.Imports.Running;

/// <summary>The UCI Online Retail file: its beginning for quick runs, and what <c>online_retail.py</c> reckons that an import of it comes to.</summary>
internal static class OnlineRetail
{
    /// <summary>Lines of the whole file.</summary>
    public const int AllLines = 541_909;

    public const string StandIn = "WALK-IN";

    private const string File = "online-retail/online_retail.csv.gz";

    /// <summary>The file with its first lines alone.</summary>
    public static byte[] FirstLines(int count)
    {
        var all = DataFiles.Unpacked(File);
        var (end, lines) = (0, -1);
        while (lines < count && end < all.Length)
        {
            end += all.AsSpan(end).IndexOf((byte)'\n') is >= 0 and var line ? line + 1 : all.Length - end;
            lines++;
        }

        return all[..end];
    }

    /// <summary>The plan that is guessed, but lines without a customer are filed under one that stands for all of them.</summary>
    public static ImportPlan Filed(ImportPlan plan) => plan with
    {
        Entities = [.. plan.Entities.Select(entity => entity.Entity == "customer"
            ? entity with { WhenKeyMissing = new FileUnder(new Dictionary<string, string> { ["number"] = StandIn, ["name"] = "Walk-in customers" }) }
            : entity)],
    };

    /// <summary>What the script reckons.</summary>
    public static Expected Reckon(int lines, bool isFiled)
    {
        var script = Repository.PathOf("tests/ClientLedger.Tests/Imports/Running/online_retail.py");
        string[] arguments = [script, SharedFolder.PathOf(File), lines.ToString(CultureInfo.InvariantCulture), isFiled ? "file" : "refuse"];
        using var python = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var reckoned = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        Assert.Equal(0, python.ExitCode);
        return JsonSerializer.Deserialize<Expected>(reckoned, JsonSerializerOptions.Web)!;
    }

    /// <summary>Counts and sums as the script writes them.</summary>
    /// <param name="Products">Name by number in capitals.</param>
    /// <param name="Orders">Customer, time and kind by number.</param>
    public sealed record Expected(
        long Lines, long Refused, string Quantity, string Amount, string Returned,
        IReadOnlyDictionary<string, string> Products, IReadOnlyList<ExpectedCustomer> Customers, IReadOnlyDictionary<string, string> Orders);

    /// <param name="First">Day of the first purchase, or null.</param>
    public sealed record ExpectedCustomer(string Number, string Country, long Orders, long Returns, string Amount, string Returned, string? First, string? Last);
}
