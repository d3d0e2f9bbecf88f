using System.Diagnostics;
using ClientLedger.Access;
using ClientLedger.Api.Keys;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;
using Microsoft.EntityFrameworkCore;
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
            var code = ApiGuideTests.BlocksOf(language, EndpointOf(App, tenant)).First() + more;
            var (output, errors) = await RunAsync(program, [.. arguments, code], await KeyAsync(App, tenant, email));
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
            var (key, file) = (await KeyAsync(App, tenant, email), folder.PathOf(tenant + ".json"));
            var code = ApiGuideTests.BlocksOf("python", EndpointOf(App, tenant)).ElementAt(1);
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
                var (output, errors) = await RunAsync("python3", ["-c", code], key, copy: file);
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

    [Fact]
    public async Task The_program_in_csharp_reads_the_ledger_of_its_key()
    {
        foreach (var (tenant, email) in new[] { (TwoTenants.Acme, LedgerApp.AnnaEmail), (TwoTenants.Globex, LedgerApp.GinaEmail) })
        {
            using var folder = new TemporaryFolder();
            await File.WriteAllTextAsync(folder.PathOf("Guide.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup></Project>");
            await File.WriteAllTextAsync(folder.PathOf("Program.cs"), ApiGuideTests.BlocksOf("csharp", EndpointOf(App, tenant)).Single());
            var (output, errors) = await RunAsync("dotnet", ["run", "--project", folder.PathOf("Guide.csproj")], await KeyAsync(App, tenant, email));
            Assert.True(output.Trim().EndsWith($"{tenant} Ltd", StringComparison.Ordinal), $"{output}\n{errors}");
        }
    }

    [Fact]
    public async Task The_program_that_waits_goes_on_when_it_may()
    {
        await using var strict = await LedgerApp.StartAsync(("Api:Burst", "2"), ("Api:PerSecond", "1"));
        var blocks = ApiGuideTests.BlocksOf("python", EndpointOf(strict, TwoTenants.Acme)).ToList();
        var code = $"{blocks[0]}\n{blocks[^1]}" + "\nfor number in range(4):\n    print(number, ask_patiently('{ me { name } }'))";
        var (output, errors) = await RunAsync("python3", ["-c", code], await KeyAsync(strict, TwoTenants.Acme, LedgerApp.AnnaEmail));
        Assert.True(output.Contains("3 {'me': {'name': 'guide'}}", StringComparison.Ordinal), $"{output}\n{errors}");
    }

    internal static string EndpointOf(LedgerApp app, string tenant) => $"{app.Address.AbsoluteUri.TrimEnd('/')}/t/{tenant}/graphql";

    /// <summary>A key of a ledger with every right.</summary>
    internal static async Task<string> KeyAsync(LedgerApp app, string tenant, string email)
    {
        var scope = await app.OpenAsync(tenant, email);
        await using var ledger = scope.Database.CreateContext(scope.TenantId);
        var owners = await ledger.Set<Role>().SingleAsync(role => role.IsOwner);
        var keys = app.Services.GetRequiredService<ApiKeys>();
        var (text, refusals) = await keys.MakeAsync(scope, new NewApiKey("guide", owners.Id, Networks: "", Expires: ""), CancellationToken.None);
        Assert.Empty(refusals);
        return text;
    }

    internal static async Task<(string Output, string Errors)> RunAsync(string program, string[] arguments, string key, string? folder = null, string? endpoint = null, string? copy = null)
    {
        var (_, output, errors) = await StartAsync(program, arguments, key, folder, endpoint, copy);
        return (output, errors);
    }

    internal static async Task<(int Code, string Output, string Errors)> StartAsync(string program, string[] arguments, string key, string? folder = null, string? endpoint = null, string? copy = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        start.Environment["LEDGER_KEY"] = key;
        start.Environment["LEDGER_ENDPOINT"] = endpoint ?? "";
        start.Environment["LEDGER_COPY"] = copy ?? "";
        start.Environment["NO_PROXY"] = "*";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
