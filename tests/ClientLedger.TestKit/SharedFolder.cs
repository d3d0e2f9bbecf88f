namespace ClientLedger.TestKit;

/// <summary>The real data sets that lie beside the repository, in <c>../shared</c>; not everyone who clones it has them.</summary>
public static class SharedFolder
{
    /// <summary>Why a test that needs the folder is skipped without it.</summary>
    public const string Missing = "../shared is not beside the repository.";

    /// <summary>The folder <c>../shared/data</c>, or null.</summary>
    public static string? Data { get; } = Existing(Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data")));

    /// <summary>A data file's path, as <c>cdnow/CDNOW_sample.txt</c>. Only for tests marked as needing the folder.</summary>
    public static string PathOf(string relative) =>
        Path.Combine(Data ?? throw new InvalidOperationException(Missing), relative);

    private static string? Existing(string folder) => Directory.Exists(folder) ? folder : null;
}

/// <summary>A test that reads <c>../shared/data</c>: skipped, with that reason, where the folder is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactNeedsSharedAttribute : FactAttribute
{
    public FactNeedsSharedAttribute() => Skip = SharedFolder.Data is null ? SharedFolder.Missing : null;
}

/// <summary>A theory that reads <c>../shared/data</c>: skipped, with that reason, where the folder is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryNeedsSharedAttribute : TheoryAttribute
{
    public TheoryNeedsSharedAttribute() => Skip = SharedFolder.Data is null ? SharedFolder.Missing : null;
}
