using ClientLedger.Messages;

namespace ClientLedger.Web.Composition;

/// <summary>
/// Where embedded databases and keys lie: the folder that <c>CLIENTLEDGER_DATA</c> names, otherwise <c>.data</c> beside the solution, or, for a
/// published program, beside the program.
/// </summary>
internal sealed class DataFolder
{
    /// <summary>Name of the setting.</summary>
    public const string Setting = "CLIENTLEDGER_DATA";

    /// <exception cref="RefusedException">The folder can't be made.</exception>
    public DataFolder(IConfiguration configuration)
    {
        FullName = Path.GetFullPath(configuration[Setting] is { Length: > 0 } named ? named : Path.Combine(Default(), ".data"));
        try
        {
            Create(FullName);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(Refusal.Of(HostMessages.FolderUnusable, ("folder", FullName), ("setting", Setting), ("reason", failure.Message)));
        }
    }

    /// <summary>Absolute; it exists.</summary>
    public string FullName { get; }

    /// <summary>The path of a file in it.</summary>
    public string PathOf(string relative) => Path.Combine(FullName, relative);

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            // Customer data: for the account that runs the product alone. A folder that is there keeps its rights.
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

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
