using System.Globalization;
using System.Text;
using ClientLedger.Messages;

namespace ClientLedger.Web.Commands;

/// <summary>Something that the host does instead of serving: <c>dotnet run --project src/ClientLedger.Web -- NAME --option value</c>.</summary>
/// <param name="Name">The first word of the command line.</param>
/// <param name="Purpose">What it does, for the overview.</param>
/// <param name="RunAsync">Given the services, the configuration with the command's options (<c>--tenant acme</c> is <c>tenant</c>) and where to answer; returns the exit code.</param>
internal sealed record HostCommand(string Name, Label Purpose, Func<IServiceProvider, IConfiguration, TextWriter, CancellationToken, Task<int>> RunAsync)
{
    /// <summary>The command writes nothing, so that it may run beside a server on the same folder.</summary>
    public bool OnlyReads { get; init; }

    /// <summary>All commands, in the order of their names.</summary>
    public static readonly IReadOnlyList<HostCommand> All =
    [
        new("migrate", HostTexts.Migrate, MigrateCommand.RunAsync),
        new("verify-log", HostTexts.VerifyLog, VerifyLogCommand.RunAsync) { OnlyReads = true },
    ];

    /// <summary>The command of that name, or null.</summary>
    public static HostCommand? Find(string name) => All.FirstOrDefault(command => command.Name == name);

    /// <summary>Takes a command's name off the command line; null when the first word is none.</summary>
    public static (string? Name, string[] Options) Split(string[] arguments) =>
        arguments is [var first, .. var options] && !first.StartsWith('-') ? (first, options) : (null, arguments);

    /// <summary>That a word is no command, and all commands with their purpose, a line each, in one language.</summary>
    public static string Unknown(string word, Language language)
    {
        var text = new StringBuilder(Refusal.Of(HostMessages.CommandUnknown, ("word", word)).In(language));
        foreach (var command in All)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Environment.NewLine}  {command.Name,-12} {command.Purpose.In(language)}");
        }

        return text.ToString();
    }
}
