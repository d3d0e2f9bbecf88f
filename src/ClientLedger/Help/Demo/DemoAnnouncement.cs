using ClientLedger.Help.Demo.Company;
using ClientLedger.Messages;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ClientLedger.Help.Demo;

/// <summary>Tells on the console where the demo is and who may sign in to it, in both languages.</summary>
internal sealed class DemoAnnouncement(TextWriter console, IServer server)
{
    /// <summary>Name of the setting of the password.</summary>
    public const string PasswordSetting = "Demo:Password";

    /// <summary>Address, accounts and password; a password that configuration gave isn't repeated.</summary>
    public async Task OpenAsync(string? password)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        foreach (var language in new[] { Language.English, Language.Chinese })
        {
            List<string> lines =
            [
                Refusal.Of(DemoMessages.Address, ("address", $"{address.TrimEnd('/')}/t/{DemoTenant.Name}")).In(language),
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
