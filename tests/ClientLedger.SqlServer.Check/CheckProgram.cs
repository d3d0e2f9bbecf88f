namespace ClientLedger.SqlServer.Check;

/// <summary>
/// Checks T-SQL without a server: <c>FOLDER/*.sql</c>, create scripts, each a model of its own; <c>FOLDER/queries/*.sql</c> against that of
/// <c>model.sql</c>; <c>FOLDER/migrations/*.sql</c> by the parser alone, since a model can't be altered step by step. Any message, warnings included, is a failure. Ends with the line 'N passed, N failed'; exit code 0 when nothing failed.
/// </summary>
internal static class CheckProgram
{
    private static int Main(string[] arguments)
    {
        if (arguments is not [var folder] || !File.Exists(Path.Combine(folder, "model.sql")))
        {
            Console.Error.WriteLine("Give the folder that holds model.sql.");
            return 2;
        }

        StrongNameShim.Install();
        var failures = SelfCheck.Failures().ToList();
        var passed = failures.Count == 0 ? 1 : 0;

        foreach (var other in Directory.EnumerateFiles(folder, "*.sql").Where(file => Path.GetFileName(file) != "model.sql").Order(StringComparer.Ordinal))
        {
            using var alone = new LedgerModel();
            passed += Count(alone.Add(File.ReadAllText(other)), Path.GetFileName(other), failures);
        }

        using var model = new LedgerModel();
        passed += Count(model.Add(File.ReadAllText(Path.Combine(folder, "model.sql"))), "model.sql", failures);

        var queries = ScriptsIn(Path.Combine(folder, "queries"));
        var errors = model.AddQueries(queries);
        foreach (var name in queries.Keys)
        {
            passed += Count(errors[name], name, failures);
        }

        // What the model says of no query in particular.
        failures.AddRange(errors.Where(group => !queries.ContainsKey(group.Key)).SelectMany(group => group));

        foreach (var (name, script) in ScriptsIn(Path.Combine(folder, "migrations")))
        {
            passed += Count(Batches.Of(script).SelectMany(Batches.ParseErrors), name, failures);
        }

        foreach (var failure in failures)
        {
            Console.Error.WriteLine(failure);
        }

        Console.WriteLine($"{queries.Count} queries were checked against the model.");
        Console.WriteLine($"{passed} passed, {failures.Count} failed");
        return failures.Count == 0 ? 0 : 1;
    }

    private static int Count(IEnumerable<string> errors, string name, List<string> failures)
    {
        var first = errors.FirstOrDefault();
        if (first is null)
        {
            return 1;
        }

        failures.Add($"{name}: {first}");
        return 0;
    }

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
}
