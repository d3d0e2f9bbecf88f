using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClientLedger.Api;
using ClientLedger.TestKit;
using ClientLedger.Tests.Web;

namespace ClientLedger.Tests.Help;

/// <summary>
/// Clients that people really use run the guide's documents: code is generated from a ledger's own schema and the guide as it stands, compiled with its types, and run
/// with Apollo Client, graphql-request and Relay. The programs are in <c>clients</c> beside this file.
/// </summary>
[Collection(HostCollection.Name)]
public sealed partial class GuideToolsTests(GuideToolsTests.Workshop workshop) : IClassFixture<GuideToolsTests.Workshop>
{
    [Fact]
    public async Task Apollo_client_makes_changes_and_reads_a_record_with_generated_types()
    {
        var told = await workshop.RunAsync("apollo.js", TwoTenants.Acme, LedgerApp.AnnaEmail);
        Assert.Equal("CREATED", (string)told["outcome"]!);
        Assert.Equal(("杭州", "杭州"), ((string)told["moved"]!, (string)told["cached"]!));
        Assert.Contains("Apollo Ltd", told["names"]!.AsArray().Select(name => (string)name!));
        Assert.Equal([1L, 2L], told["versions"]!.AsArray().Select(version => (long)version!).Order());
    }

    [Fact]
    public async Task Graphql_request_makes_a_copy_of_the_ledger_that_stays_current()
    {
        var told = await workshop.RunAsync("request.js", TwoTenants.Globex, LedgerApp.GinaEmail);
        Assert.Equal("""{"applied":true,"copied":250,"city":"杭州","held":100,"gone":1,"refused":"401 api.keyUnknown"}""", told.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task Relay_reads_pages_of_a_connection_and_a_record_by_its_global_id()
    {
        var app = workshop.App;
        var (output, errors) = await GuideClientsTests.RunAsync(
            "bash",
            ["-c", """curl -sS "$LEDGER_ENDPOINT" -H "Authorization: Bearer $LEDGER_KEY" -H "Content-Type: application/json" -d '{"query":"mutation { upsertCustomers(key: number, duplicates: CREATE, rows: [{number: \"Y-1\", name: \"Y one\"}, {number: \"Y-2\", name: \"Y two\"}, {number: \"Y-3\", name: \"Y three\"}, {number: \"Y-4\", name: \"Y four\"}]) { applied } }"}'"""],
            await GuideClientsTests.KeyAsync(app, TwoTenants.Acme, LedgerApp.AnnaEmail),
            endpoint: GuideClientsTests.EndpointOf(app, TwoTenants.Acme));
        Assert.True(output.Contains("\"applied\":true", StringComparison.Ordinal), output + errors);
        var told = await workshop.RunAsync("relay/run.js", TwoTenants.Acme, LedgerApp.AnnaEmail);
        Assert.Equal((2, 4, true), ((int)told["one"]!, (int)told["two"]!, (bool)told["more"]!));
        Assert.Equal(("Customer", true), ((string)told["type"]!, (bool)told["id"]!));
    }

    [GeneratedRegex(@"^(query|mutation|subscription) ", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Operation();

    /// <summary>The programs, with the code that tools have made of a ledger's schema, compiled.</summary>
    public sealed class Workshop : IAsyncLifetime, IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public LedgerApp App { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            App = await LedgerApp.StartAsync();
            foreach (var file in Directory.EnumerateFiles(NodePackages.GuideClients, "*", SearchOption.AllDirectories).Where(file => !file.Contains("node_modules", StringComparison.Ordinal)))
            {
                var copy = folder.PathOf(Path.GetRelativePath(NodePackages.GuideClients, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            Directory.CreateSymbolicLink(folder.PathOf("node_modules"), Path.Combine(NodePackages.GuideClients, "node_modules"));
            var anna = await App.SignInAsync(LedgerApp.AnnaEmail);
            await anna.GetAsync("/t/acme" + ApiModule.SchemaAddress);
            await File.WriteAllTextAsync(folder.PathOf("schema.graphql"), anna.Page);
            Directory.CreateDirectory(folder.PathOf("guide"));
            foreach (var (index, document) in ApiGuideTests.BlocksOf("graphql").Index())
            {
                // Tools know operations by their names; those of the guide that have none get one.
                await File.WriteAllTextAsync(folder.PathOf($"guide/{index}.graphql"), Operation().IsMatch(document) ? document : $"query Guide{index} {document}");
            }

            await ToolAsync("node_modules/@graphql-codegen/cli/cjs/bin.js", "--config", "codegen.json");
            await ToolAsync("node_modules/relay-compiler/cli.js");
            await ToolAsync("node_modules/typescript/bin/tsc", "-p", ".");
        }

        public async Task DisposeAsync()
        {
            await App.DisposeAsync();
        }

        /// <summary>What the link leads to stays.</summary>
        public void Dispose()
        {
            Directory.Delete(folder.PathOf("node_modules"));
            folder.Dispose();
        }

        /// <summary>What a program tells on its last line.</summary>
        public async Task<JsonNode> RunAsync(string program, string tenant, string email)
        {
            var (output, errors) = await GuideClientsTests.RunAsync(
                "node", [folder.PathOf("built/" + program)], await GuideClientsTests.KeyAsync(App, tenant, email), folder.FullName, GuideClientsTests.EndpointOf(App, tenant));
            Assert.True(output.Contains('{', StringComparison.Ordinal), $"{output}\n{errors}");
            return JsonNode.Parse(output.Trim().Split('\n')[^1])!;
        }

        private async Task ToolAsync(params string[] arguments)
        {
            var (code, output, errors) = await GuideClientsTests.StartAsync("node", arguments, key: "", folder.FullName);
            Assert.True(code == 0, $"{string.Join(' ', arguments)} ended with {code}:\n{output}\n{errors}");
        }
    }
}
