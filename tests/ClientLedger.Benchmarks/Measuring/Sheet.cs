using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ClientLedger.Benchmarks.Measuring;

/// <summary>What is written down of one figure: its values beside their bars, and the conditions that they were measured under.</summary>
internal sealed class Sheet(Figure figure, TextWriter output)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly List<string> conditions = [];
    private bool isBegun;

    /// <summary>A value missed its bar.</summary>
    public bool IsShort { get; private set; }

    /// <summary>A value that must not be larger than its bar.</summary>
    public void AtMost(string what, double value, double bar) => Judge(what, value, bar, value <= bar, "at most");

    /// <summary>A value that must not be smaller than its bar.</summary>
    public void AtLeast(string what, double value, double bar) => Judge(what, value, bar, value >= bar, "at least");

    /// <summary>A value without a bar.</summary>
    public void Report(string what, string value) => Write($"  {what}: {value}");

    /// <summary>Something that must be so for the figure to mean anything.</summary>
    public void Demand(bool isSo, string what)
    {
        if (!isSo)
        {
            IsShort = true;
            Write($"  WRONG  {what}");
        }
    }

    /// <summary>What the values hold under.</summary>
    public void Condition(string text) => conditions.Add(text);

    /// <summary>Says what is being done, for whoever waits.</summary>
    public void Progress(string text) => Write($"  … {text} ({watch.Elapsed.TotalSeconds:F0} s)");

    /// <summary>Writes the conditions and the verdict.</summary>
    public void Close()
    {
        foreach (var condition in conditions.Append(Machine()))
        {
            Write($"  condition: {condition}");
        }

        Write($"{(IsShort ? "SHORT" : "MET")} {figure.Name} after {watch.Elapsed.TotalSeconds:F0} s");
        output.WriteLine();
    }

    private static string Machine()
    {
        var load = File.Exists("/proc/loadavg") ? $", load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}" : "";
        return $"{Environment.ProcessorCount} cores{load}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}, {Collector.Told}"
            + $"{(Debugger.IsAttached || !IsOptimized ? ", NOT an optimized build: run with -c Release" : "")}";
    }

    private static bool IsOptimized =>
        typeof(Sheet).Assembly.GetCustomAttributes(typeof(DebuggableAttribute), inherit: false).All(attribute => !((DebuggableAttribute)attribute).IsJITOptimizerDisabled);

    private void Judge(string what, double value, double bar, bool isMet, string word)
    {
        IsShort |= !isMet;
        Write($"  {(isMet ? "met   " : "SHORT ")} {what}: {value:0.###} ({word} {bar:0.###})");
    }

    private void Write(string line)
    {
        if (!isBegun)
        {
            isBegun = true;
            output.WriteLine($"{figure.Name}: {figure.Claim}");
        }

        output.WriteLine(line);
        output.Flush();
    }
}
