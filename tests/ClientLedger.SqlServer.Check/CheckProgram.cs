namespace ClientLedger.SqlServer.Check;

/// <summary>
/// Checks T-SQL without a server: <c>FOLDER/model*.sql</c>, create scripts, each against nothing but itself, and <c>FOLDER/queries/*.sql</c> against
/// the model. Any message, warnings included, is a failure. Ends with the line 'N passed, N failed'; exit code 0 when nothing failed.
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

        var queries = QueriesIn(Path.Combine(folder, "queries"));
        var errors = model.AddQueries(queries);
        foreach (var name in queries.Keys)
        {
            passed += Count(errors[name], name, failures);
        }

        // What the model says of no query in particular.
        failures.AddRange(errors.Where(group => !queries.ContainsKey(group.Key)).SelectMany(group => group));

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

    private static SortedDictionary<string, string> QueriesIn(string folder)
    {
        var queries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.sql"))
            {
                queries.Add(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));
            }
        }

        return queries;
    }
}
