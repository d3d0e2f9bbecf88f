using ClientLedger.Help.Demo.Company;
using ClientLedger.Messages;

namespace ClientLedger.Help.Demo;

/// <summary>Tells on the console where the demo is and who may sign in to it, in both languages.</summary>
internal sealed class DemoAnnouncement(TextWriter console)
{
    /// <summary>Name of the setting of the password.</summary>
    public const string PasswordSetting = "Demo:Password";

    /// <summary>Address, accounts and password.</summary>
    /// <param name="server">Address of the base host.</param>
    /// <param name="password">Null for one that configuration gave, which isn't repeated.</param>
    public async Task OpenAsync(string server, string? password)
    {
        ArgumentNullException.ThrowIfNull(server);
        foreach (var language in new[] { Language.English, Language.Chinese })
        {
            List<string> lines =
            [
                Refusal.Of(DemoMessages.Address, ("address", $"{server.TrimEnd('/')}/t/{DemoTenant.Name}")).In(language),
                .. DemoStaff.All.Select(person => "  " + Refusal.Of(DemoMessages.Account, ("email", person.Email), ("name", person.Name), ("work", person.Work)).In(language)),
                password is null
                    ? Refusal.Of(DemoMessages.PasswordOfSetting, ("setting", PasswordSetting)).In(language)
                    : Refusal.Of(DemoMessages.Password, ("password", password)).In(language),
            ];
            await console.WriteLineAsync(string.Join(Environment.NewLine, lines));
        }
    }

    /// <summary>That records are being written.</summary>
    public Task FillingAsync(DemoSize size) =>
        SayAsync(Refusal.Of(DemoMessages.Filling, ("customers", size.Customers), ("orders", size.Orders), ("interactions", size.Interactions)));

    /// <summary>That all records are written.</summary>
    public Task FilledAsync() => SayAsync(Refusal.Of(DemoMessages.Filled));

    private async Task SayAsync(Refusal message)
    {
        await console.WriteLineAsync(message.In(Language.English));
        await console.WriteLineAsync(message.In(Language.Chinese));
    }
}
