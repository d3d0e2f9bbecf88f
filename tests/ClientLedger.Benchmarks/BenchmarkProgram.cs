namespace ClientLedger.Benchmarks;

/// <summary>Runs the figures that were asked for: <c>list</c> prints their names, a name runs one, nothing runs all.</summary>
internal static class BenchmarkProgram
{
    private static readonly SortedDictionary<string, Func<TextWriter, Task>> Figures = new(StringComparer.Ordinal);

    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["list"])
        {
            foreach (var name in Figures.Keys)
            {
                await Console.Out.WriteLineAsync(name);
            }

            return 0;
        }

        foreach (var name in arguments is [] ? [.. Figures.Keys] : arguments)
        {
            if (!Figures.TryGetValue(name, out var figure))
            {
                await Console.Error.WriteLineAsync($"No figure is named '{name}'. 'list' prints the names.");
                return 2;
            }

            await figure(Console.Out);
        }

        return 0;
    }
}
