using System.Diagnostics;
using ClientLedger.Api.Keys;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;
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

    [Fact]
    public async Task The_follower_of_the_guide_keeps_a_copy_and_goes_on_where_it_stopped()
    {
        using var folder = new TemporaryFolder();
        foreach (var (tenant, email) in new[] { (TwoTenants.Acme, LedgerApp.AnnaEmail), (TwoTenants.Globex, LedgerApp.GinaEmail) })
        {
            var (key, file) = (await KeyAsync(tenant, email), folder.PathOf(tenant + ".json"));
            var code = ApiGuideTests.BlocksOf("python", $"{App.Address.AbsoluteUri.TrimEnd('/')}/t/{tenant}/graphql").ElementAt(1);
            var customer = await SaveAsync(tenant, email, WriteGateTests.Create("customer", ("name", $"first of {tenant}")));
            var order = await SaveAsync(tenant, email, WriteGateTests.Create("order", ("customer", customer), ("number", "F-1"), ("orderedAt", "2026-03-02"), ("amount", "5"), ("currency", "CNY")));
            await FollowAsync();
            Assert.Contains($"first of {tenant}", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
            Assert.Contains("F-1", await File.ReadAllTextAsync(file), StringComparison.Ordinal);

            // While nobody followed: one came, one changed, one was deleted.
            await SaveAsync(tenant, email, WriteGateTests.Create("customer", ("name", $"second of {tenant}")));
            await SaveAsync(tenant, email, WriteGateTests.Update("customer", customer, null, ("city", "Ulm")));
            await SaveAsync(tenant, email, new RecordChange(Verb.Delete, "order") { Id = order });
            await FollowAsync();
            var text = await File.ReadAllTextAsync(file);
            Assert.Contains($"second of {tenant}", text, StringComparison.Ordinal);
            Assert.Contains("\"Ulm\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("F-1", text, StringComparison.Ordinal);
            Assert.DoesNotContain(tenant == TwoTenants.Acme ? TwoTenants.Globex : TwoTenants.Acme, text, StringComparison.Ordinal);

            async Task FollowAsync()
            {
                var (output, errors) = await RunAsync("python3", ["-c", code], key, file);
                Assert.True(output.Contains("records", StringComparison.Ordinal), $"{output}\n{errors}");
            }
        }
    }

    private async Task<long> SaveAsync(string tenant, string email, RecordChange change)
    {
        var set = new ChangeSet(Door.Page, [change]) { Duplicates = DuplicatePolicy.Create };
        var row = Assert.Single((await App.Services.GetRequiredService<WriteGate>().ApplyAsync(await App.OpenAsync(tenant, email), set, CancellationToken.None)).Rows);
        Assert.Empty(row.Refusals);
        return row.Id!.Value;
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

    private static async Task<(string Output, string Errors)> RunAsync(string program, string[] arguments, string key, string copy = "")
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["LEDGER_KEY"] = key;
        start.Environment["LEDGER_COPY"] = copy;
        start.Environment["NO_PROXY"] = "*";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (output, await errors);
    }
}
