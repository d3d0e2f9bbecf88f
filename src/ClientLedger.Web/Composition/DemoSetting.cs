using ClientLedger.Help.Demo;
using ClientLedger.Messages;
using ClientLedger.Storage;

namespace ClientLedger.Web.Composition;

/// <summary>
/// The setting <c>Demo</c>: true makes a demo on a fresh installation, false makes none. Without it there is one where somebody tries the product out: in the
/// environment Development, on SQLite alone.
/// </summary>
internal static class DemoSetting
{
    /// <summary>Name of the setting.</summary>
    public const string Name = "Demo";

    /// <summary>What the configuration says.</summary>
    /// <exception cref="RefusedException">It is neither true nor false.</exception>
    public static DemoChoice Read(IConfiguration configuration, IHostEnvironment environment, DatabaseSettings databases)
    {
        var value = configuration[Name];
        var isWanted = environment.IsDevelopment() && databases.All.All(database => database.Provider == Provider.Sqlite);
        if (!string.IsNullOrEmpty(value) && !bool.TryParse(value, out isWanted))
        {
            throw new RefusedException(Refusal.Of(HostMessages.DemoUnclear, ("setting", Name), ("value", value)));
        }

        var password = configuration[DemoAnnouncement.PasswordSetting];
        return new DemoChoice(isWanted, string.IsNullOrEmpty(password) ? null : password);
    }
}
