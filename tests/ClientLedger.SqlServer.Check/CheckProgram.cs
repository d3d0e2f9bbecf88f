namespace ClientLedger.SqlServer.Check;

/// <summary>
/// Checks T-SQL without a server: <c>FOLDER/*.sql</c>, create scripts, each a model of its own; <c>FOLDER/queries/*.sql</c> against
/// the model of <c>model.sql</c>; <c>FOLDER/migrations/*.sql</c> by the parser alone, since a model can't be altered step by step.
/// Any message, warnings included, is a failure. Ends with the line 'N passed, N failed'; exit code 0 when nothing failed.
/// </summary>
internal static class CheckProgram
{
    private static int Main(string[] arguments)
    {
        if (arguments is not [var folder] || !Directory.Exists(folder))
        {
            Console.Error.WriteLine("Give the folder that holds the scripts.");
            return 2;
        }

        StrongNameShim.Install();
        var tally = new Tally();
        tally.Add("self-check", SelfCheck.Failures());

        var queries = ScriptsIn(Path.Combine(folder, "queries"));
        foreach (var (name, script) in ScriptsIn(folder))
        {
            using var model = new LedgerModel();
            tally.Add($"{name}.sql", model.Add(script));
            if (name == "model")
            {
                Check(queries, model, tally);
                queries.Clear();
            }
        }

        foreach (var name in queries.Keys)
        {
            tally.Add($"queries/{name}.sql", ["there is no model.sql to check it against."]);
        }

        foreach (var (name, script) in ScriptsIn(Path.Combine(folder, "migrations")))
        {
            tally.Add($"migrations/{name}.sql", Batches.Of(script).SelectMany(Batches.ParseErrors));
        }

        Console.WriteLine($"{tally.Passed} passed, {tally.Failed} failed");
        return tally.Failed == 0 ? 0 : 1;
    }

    private static void Check(SortedDictionary<string, string> queries, LedgerModel model, Tally tally)
    {
        var errors = model.AddQueries(queries);
        foreach (var name in queries.Keys)
        {
            tally.Add($"queries/{name}.sql", errors[name]);
        }

        // What the model says of no query in particular.
        foreach (var error in errors.Where(group => !queries.ContainsKey(group.Key)).SelectMany(group => group))
        {
            tally.Add("queries", [error]);
        }

        Console.WriteLine($"{queries.Count} queries were checked against the model.");
    }

    /// <summary>The scripts of a folder by name; none where there is no folder.</summary>
    private static SortedDictionary<string, string> ScriptsIn(string folder)
    {
        var scripts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.sql"))
            {
                scripts.Add(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));
            }
        }

        return scripts;
    }

    private sealed class Tally
    {
        public int Passed { get; private set; }

        public int Failed { get; private set; }

        /// <summary>Counts one script, and shows what stands against it.</summary>
        public void Add(string name, IEnumerable<string> errors)
        {
            var found = errors.ToList();
            foreach (var error in found)
            {
                Console.Error.WriteLine($"{name}: {error}");
            }

            Passed += found.Count == 0 ? 1 : 0;
            Failed += found.Count == 0 ? 0 : 1;
        }
    }
}
