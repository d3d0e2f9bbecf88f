namespace ClientLedger.TestKit;

/// <summary>The working copy that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>An absolute path from one relative to the root, with forward slashes.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>
    /// Files below a folder, relative to the root, with forward slashes and in ordinal order; without what is built or fetched.
    /// </summary>
    /// <param name="folder">Relative to the root; empty for all.</param>
    /// <param name="pattern">As in <c>*.cs</c>.</param>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or ".git" or ".data" or "TestResults")
                && !path.Contains("/wwwroot/lib/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClientLedger.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No ClientLedger.sln above {start}: the tests read the sources they were built from.");
    }
}
