using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Tests.History;
using ClientLedger.Tests.Imports.Running;
using ClientLedger.Tests.Jobs;
using ClientLedger.Tests.Storage.Secrets;
using ClientLedger.Tests.Tenancy;
using ClientLedger.Tests.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Tests.Isolation;

/// <summary>
/// No read and no write crosses from one tenant to another, through whichever door. Doors are found by reflection: a new one must get a case here, or
/// be named with the tests that hold it to the same.
/// </summary>
public sealed class IsolationTests(IsolationTests.Ledgers ledgers) : IClassFixture<IsolationTests.Ledgers>
{
    private static readonly Dictionary<string, Func<TwoLedgers, Task>> Cases = new()
    {
        ["ReadGate.ReadAsync"] = ReadingCases.PagesAsync,
        ["ReadGate.AggregateAsync"] = ReadingCases.AggregatesAsync,
        ["ReadGate.SearchAsync"] = ReadingCases.SearchesAsync,
        ["RecordHistory.ReadAsync"] = ReadingCases.HistoryAsync,
        ["RecordHistory.RestoreAsync"] = ReadingCases.RestoreAsync,
        ["LogVerifier.VerifyAsync"] = ReadingCases.VerifierAsync,
        ["WriteGate.ApplyAsync"] = WritingCases.ApplyAsync,
        ["LedgerDatabase.CreateContext"] = TableCases.LinqAsync,
        ["LedgerDatabase.OpenAsync"] = TableCases.ConnectionsAsync,
        ["LedgerDatabase.BeginAsync"] = TableCases.TransactionsAsync,
        ["LedgerDatabase.NumbersAsync"] = TableCases.NumbersAsync,
        ["Roles.SaveAsync"] = TableCases.RolesAsync,
        ["Roles.GiveAsync"] = TableCases.RolesAsync,
        ["Roles.TakeAsync"] = TableCases.RolesAsync,
        ["NumberSequence.TakeAsync"] = TableCases.SequencesAsync,
        ["ExchangeRates.LoadAsync"] = TableCases.RatesAsync,
        ["ExchangeRateList.SaveAsync"] = TableCases.SaveRatesAsync,
        ["SaveExchangeRates.RunAsync"] = TableCases.SaveRatesAndTotalsAsync,
        ["SaveTenantSettings.RunAsync"] = TableCases.SaveSettingsAsync,
        ["SaveNumbering.RunAsync"] = TableCases.SaveNumberingAsync,
        ["SaveBook.RunAsync"] = TableCases.SaveBookAsync,
        ["SettingsOverview.ReadAsync"] = TableCases.OverviewAsync,
        ["CustomFields.AddAsync"] = TableCases.AddFieldAsync,
    };

    /// <summary>Doors that other tests try with two tenants.</summary>
    private static readonly Dictionary<string, Type> Elsewhere = new()
    {
        ["Anchors.CopyAsync"] = typeof(AnchorsTests),
        ["Anchors.OfAsync"] = typeof(AnchorsTests),
        ["UploadedFiles.ReceiveAsync"] = typeof(ImportRunsTests),
        ["ImportRuns.FindAsync"] = typeof(ImportRunsTests),
        ["ImportRuns.NewestAsync"] = typeof(ImportRunsTests),
        ["ImportRuns.Preview"] = typeof(ImportRunsTests),
        ["ImportRuns.LastPlanAsync"] = typeof(ImportRunsTests),
        ["ImportRuns.PlanAsync"] = typeof(ImportRunsTests),
        ["ImportRuns.StartAsync"] = typeof(ImportRunsTests),
        ["ImportRuns.DiscardAsync"] = typeof(ImportRunsTests),
        ["RefusedFile.WriteAsync"] = typeof(ImportRunsTests),
        ["TenantSecrets.EncryptPart"] = typeof(TenantSecretsTests),
        ["TenantSecrets.DecryptPart"] = typeof(TenantSecretsTests),
        ["JobRuns.QueueAsync"] = typeof(JobRunsTests),
        ["JobRuns.FindAsync"] = typeof(JobRunsTests),
        ["JobRuns.NewestAsync"] = typeof(JobRunsTests),
        ["JobRuns.CancelAsync"] = typeof(JobRunsTests),
        ["JobRuns.ResumeAsync"] = typeof(JobRunsTests),
        ["CreateTenant.RunAsync"] = typeof(CreateTenantTests),
        ["LedgerScopes.OpenAsync"] = typeof(LedgerScopesTests),
        ["LedgerScopes.OpenRecentAsync"] = typeof(Api.FreshnessTests),
        ["TenantKeyRing.OpenAsync"] = typeof(TenantKeyRingTests),
        ["TenantKeyRing.DeleteAsync"] = typeof(TenantKeyRingTests),
        ["TenantSecrets.Encrypt"] = typeof(TenantSecretsTests),
        ["TenantSecrets.Decrypt"] = typeof(TenantSecretsTests),
        ["TenantSecrets.Hash"] = typeof(TenantSecretsTests),
        ["TenantSecrets.Tail"] = typeof(TenantSecretsTests),
        ["MasterKey.NewDataKey"] = typeof(MasterKeyTests),
        ["MasterKey.LogKey"] = typeof(MasterKeyTests),
        ["MasterKey.CursorKey"] = typeof(MasterKeyTests),
    };

    /// <summary>What is given a database and opens no ledger.</summary>
    private static readonly string[] NoDoors = ["LedgerDatabase.IsRace", "LedgerDatabase.IsOverflow", "LedgerDatabase.RefreshStatisticsAsync", "LedgerDatabase.RelayAsync"];

    /// <summary>What runs by itself: it tells no tenant of another, or a test shows so.</summary>
    private static readonly string[] KnownJobs =
    [
        nameof(ClientLedger.History.Jobs.CopyAnchors), "NodeHeartbeat", "KeepRequestLog", "WatchStatus", nameof(ClientLedger.Help.Demo.Jobs.FillDemo), nameof(ClientLedger.Help.Demo.Jobs.PrepareDemo),
        nameof(ClientLedger.Jobs.RunQueuedJobs), nameof(ClientLedger.Imports.Jobs.ImportLines), nameof(ClientLedger.History.Jobs.RelayBells),
    ];

    /// <summary>
    /// Addresses beside pages and files: <see cref="PageDoorTests"/> tries all pages, <see cref="Api.ApiDoorTests"/> the API, and the others answer without a
    /// tenant.
    /// </summary>
    private static readonly string[] KnownEndpoints = ["/graphql", "/graphql/schema.graphql", "/health", "/status.json", "/{**path:file}"];

    public static TheoryData<Provider, string> Doors()
    {
        var data = new TheoryData<Provider, string>();
        foreach (var provider in Providers.All)
        {
            foreach (var door in Cases.Keys)
            {
                data.Add(provider, door);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(Doors))]
    public async Task Nothing_crosses_through(Provider provider, string door)
    {
        var world = await ledgers.OnAsync(provider);
        await Cases[door](world);
        await world.AssertTheirsUntouchedAsync();
    }

    public static TheoryData<Provider, string> CatalogTables()
    {
        var data = new TheoryData<Provider, string>();
        foreach (var provider in Providers.All)
        {
            foreach (var table in CatalogCases.All.Keys)
            {
                data.Add(provider, table);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(CatalogTables))]
    public async Task Nothing_crosses_in_the_catalogs(Provider provider, string table)
    {
        await using var tenants = await TwoTenants.CreateAsync(provider);
        await CatalogCases.All[table](tenants);
    }

    [Fact]
    public void Every_door_has_a_case() =>
        Assert.Equal(Isolation.Doors.Methods().Order(StringComparer.Ordinal), Cases.Keys.Concat(Elsewhere.Keys).Concat(NoDoors).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_door_inside_is_known()
    {
        var inside = Isolation.Doors.Inside();
        var wrong = inside.Except(InsideDoors.All.Keys).Select(door => $"{door} has no case.").Concat(InsideDoors.All.Keys.Except(inside).Select(door => $"{door} is no door any more."));
        Assert.True(!wrong.Any(), string.Join(Environment.NewLine, wrong.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_table_of_the_catalog_with_a_tenant_has_a_case() =>
        Assert.Equal(Isolation.Doors.CatalogTables().Order(StringComparer.Ordinal), CatalogCases.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_job_is_known() => Assert.Equal(Isolation.Doors.Jobs().Order(StringComparer.Ordinal), KnownJobs.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_endpoint_is_known()
    {
        using var folder = new HostFolder();
        await using var host = await folder.StartAsync();
        var endpoints = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null);
        Assert.Equal(KnownEndpoints, endpoints.Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>A world for each provider, as it was before the case before.</summary>
    public sealed class Ledgers : IAsyncLifetime
    {
        private readonly Dictionary<Provider, TwoLedgers> worlds = [];

        public Task InitializeAsync() => Task.CompletedTask;

        internal async Task<TwoLedgers> OnAsync(Provider provider)
        {
            if (worlds.TryGetValue(provider, out var world))
            {
                await world.RestoreAsync();
                return world;
            }

            worlds.Add(provider, world = await TwoLedgers.CreateAsync(provider));
            return world;
        }

        public async Task DisposeAsync()
        {
            foreach (var world in worlds.Values)
            {
                await world.DisposeAsync();
            }
        }
    }
}
