using System.Diagnostics;
using ClientLedger.Api.Keys;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Help;

/// <summary>The guide's clients, run as they stand there with a key, each of its own ledger.</summary>
[Collection(HostCollection.Name)]
public sealed class GuideClientsTests(RunningApp running) : IClassFixture<RunningApp>
{
    private LedgerApp App => running.App;

    public static TheoryData<string, string, string[], string> Clients() => new()
    {
        { "bash", "bash", ["-c"], "" },
        { "python", "python3", ["-c"], "\nprint(ask('query Of($id: ID!) { node(id: $id) { id } }', {'id': 'cus_0000000000000'}))" },
        { "javascript", "node", ["--input-type=module", "-e"], "\nconsole.log(JSON.stringify(await ask('{ tenant { company } }')));" },
    };

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_client_of_the_guide_reads_the_ledger_of_its_key(string language, string program, string[] arguments, string more)
    {
        foreach (var (tenant, email) in new[] { (TwoTenants.Acme, LedgerApp.AnnaEmail), (TwoTenants.Globex, LedgerApp.GinaEmail) })
        {
            var code = ApiGuideTests.BlocksOf(language, $"{App.Address.AbsoluteUri.TrimEnd('/')}/t/{tenant}/graphql").First() + more;
            var (output, errors) = await RunAsync(program, [.. arguments, code], await KeyAsync(tenant, email));
            Assert.True(output.Contains($"{tenant} Ltd", StringComparison.Ordinal), $"{output}\n{errors}");

            (output, errors) = await RunAsync(program, [.. arguments, code], "key_nobody");
            Assert.DoesNotContain($"{tenant} Ltd", output + errors, StringComparison.Ordinal);
        }
    }

    private async Task<string> KeyAsync(string tenant, string email)
    {
        var scope = await App.OpenAsync(tenant, email);
        var roles = await ApiKeys.RolesAsync(scope, CancellationToken.None);
        var keys = App.Services.GetRequiredService<ApiKeys>();
        var (text, refusals) = await keys.MakeAsync(scope, new NewApiKey("guide", long.Parse(roles[0].Code, null), Networks: "", Expires: ""), CancellationToken.None);
        Assert.Empty(refusals);
        return text;
    }

    private static async Task<(string Output, string Errors)> RunAsync(string program, string[] arguments, string key)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["LEDGER_KEY"] = key;
        start.Environment["NO_PROXY"] = "*";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (output, await errors);
    }
}
