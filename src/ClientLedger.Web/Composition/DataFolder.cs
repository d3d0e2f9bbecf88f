namespace ClientLedger.Web.Composition;

/// <summary>
/// Where embedded databases and keys lie: the folder that <c>CLIENTLEDGER_DATA</c> names, otherwise <c>.data</c> beside the solution, or, for a
/// published program, beside the program.
/// </summary>
internal sealed class DataFolder
{
    /// <summary>Name of the setting.</summary>
    public const string Setting = "CLIENTLEDGER_DATA";

    public DataFolder(IConfiguration configuration)
    {
        FullName = Path.GetFullPath(configuration[Setting] is { Length: > 0 } named ? named : Path.Combine(Default(), ".data"));
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(FullName);
        }
        else
        {
            // Customer data: for the account that runs the product alone. A folder that is there keeps its rights.
            Directory.CreateDirectory(FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Absolute; it exists.</summary>
    public string FullName { get; }

    /// <summary>The path of a file in it.</summary>
    public string PathOf(string relative) => Path.Combine(FullName, relative);

    private static string Default()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClientLedger.sln")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
