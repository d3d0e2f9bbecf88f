using System.Runtime;
using System.Text;
using System.Text.Json;
using ClientLedger.Access;
using ClientLedger.Api.Keys;
using ClientLedger.Benchmarks.Data;
using ClientLedger.Benchmarks.Measuring;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientLedger.Benchmarks.Api;

/// <summary>The workloads of <c>shared/bench</c> through the API, beside its baseline A1, which knows neither keys nor rights nor GraphQL.</summary>
internal static class ApiSpeedFigure
{
    /// <summary>As <c>shared/bench</c> measures.</summary>
    private const int Rounds = 3, Seconds = 10;

    /// <summary>
    /// Seconds of a warm-up, of which each side has as many as it takes until the runtime compiles hardly anything anew in one: a large program takes longer
    /// to that than a small one.
    /// </summary>
    private const int WarmUp = 10, MostWarmUps = 12, FewMethods = 200;

    private const int Compared = 40;
    private const double MedianBar = 1.5;

    /// <summary>As <c>shared/bench</c> sets its PostgreSQL; what a test's cluster does without is on again.</summary>
    private const string Options = "-c shared_buffers=3GB -c work_mem=32MB -c max_wal_size=8GB -c random_page_cost=1.1 -c jit=off -c max_parallel_workers_per_gather=0 -c fsync=on -c synchronous_commit=on -c full_page_writes=on";

    /// <summary>As many connections to the database as A1 has.</summary>
    private const int Pool = 16;

    private static readonly int[] Connections = [16, 1];

    public static Figure Speed { get; } = new("api-speed", "W1 to W4 of shared/bench at 0.7, 0.7, 0.5 and 1.0 or more of hand-written ADO.NET, in requests a second and in processor time", MeasureAsync);

    private static async Task MeasureAsync(Sheet sheet)
    {
        var bench = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "bench"));
        Environment.SetEnvironmentVariable("CLIENTLEDGER_POSTGRES_OPTIONS", Options);
        using var folder = new TemporaryFolder();
        await using var ledger = await PostgresDatabase.CreateAsync();
        await using var catalog = await PostgresDatabase.CreateAsync();
        await using var app = await LedgerApp.StartAsync(
        [
            .. ProductDatabases.Of(catalog, ledger, Pool),
            ("Api:Burst", "1000000000"), ("Api:PerSecond", "1000000000"), ("Api:CostBurst", "1000000000"), ("Api:CostPerSecond", "1000000000"),
            ("Freshness:Milliseconds", "300"), ("Logging:LogLevel:Default", "Warning"),
        ]);
        var tables = new BenchTables(ledger.Address, bench);
        await tables.CreateAsync();
        sheet.Progress("the data set is in its own tables");
        var (tenants, keys) = (new List<int>(), new List<string>());
        for (var number = 1; number <= BenchTables.Tenants; number++)
        {
            var (tenant, key) = await EnterAsync(app, NameOf(number));
            tenants.Add(tenant);
            keys.Add(key);
        }

        await tables.FillAsync(tenants, "GBP");
        sheet.Progress("and in the product's");
        await using var control = await ControlServer.StartAsync(bench, folder, ledger.Address);
        var postmaster = await ProcessorTime.PostmasterAsync(ledger.Address);
        var variables = await tables.VariablesAsync();
        var paths = Enumerable.Range(1, BenchTables.Tenants).Select(number => $"/t/{NameOf(number)}/graphql").ToArray();
        var only = Environment.GetEnvironmentVariable("CLIENTLEDGER_FIGURE_WORKLOADS")?.Split(',');
        foreach (var workload in Workload.All.Where(workload => only?.Contains(workload.Name) ?? true))
        {
            var (ofControl, ofProduct) = (variables.Select(workload.ForControl).ToArray(), variables.Select(each => workload.ForProduct(each, paths, keys)).ToArray());
            await CompareAsync(sheet, workload, control.Address, ofControl, new Uri($"http://127.0.0.1:{app.Address.Port}"), ofProduct);
            Side baseline = new(control.Address, await WriteAsync(folder, $"{workload.Name}-a1", ofControl), () => ProcessorTime.Of(control.ProcessId), postmaster);
            Side product = new(new Uri($"http://127.0.0.1:{app.Address.Port}"), await WriteAsync(folder, workload.Name, ofProduct), () => Environment.CpuUsage.TotalTime.TotalSeconds, postmaster);
            await MeasureAsync(sheet, workload, baseline, product);
        }

        if (only is not null)
        {
            sheet.Condition("a trial with some of the workloads");
        }

        sheet.Condition("500,000 customers and 2,000,000 orders of 20 tenants in one PostgreSQL with the settings of shared/bench, twice: in its own tables and in the product's with row-level security; the grade is the product's stage, sums are the totals that the write gate keeps");
        sheet.Condition($"wrk (one thread), server and PostgreSQL share the machine; the product with API keys, tenants, rights and limits; of each {WarmUp} s to warm up, as often as the product is still being compiled, and {Rounds} times {Seconds} s in turns, {Pool} connections to the database");
    }

    private static async Task MeasureAsync(Sheet sheet, Workload workload, Side baseline, Side product)
    {
        foreach (var connections in Connections)
        {
            var warmUps = await WarmUpAsync(baseline, product, connections);
            var (theirs, ours) = (new List<Sample>(), new List<Sample>());
            for (var round = 0; round < Rounds; round++)
            {
                theirs.Add(await baseline.RunAsync(connections, Seconds));
                ours.Add(await product.RunAsync(connections, Seconds));
            }

            var what = $"{workload.Name}, {connections} connection{(connections == 1 ? "" : "s")}";
            sheet.Demand(ours.TrueForAll(sample => sample.Load.Failures == 0), $"{what}: every request is answered");
            sheet.AtLeast($"{what}: requests a second, product / A1", Median(ours, sample => sample.Load.PerSecond) / Median(theirs, sample => sample.Load.PerSecond), workload.Bar);
            sheet.AtMost($"{what}: median time, product / A1", Median(ours, sample => sample.Load.Median) / Median(theirs, sample => sample.Load.Median), MedianBar);
            sheet.AtLeast($"{what}: processor time of a request, A1 / product", Median(theirs, sample => sample.Time) / Median(ours, sample => sample.Time), workload.Bar);
            sheet.Report($"  {workload.What}", $"product {Told(ours)}; A1 {Told(theirs)}; {warmUps} warm-ups");
        }
    }

    /// <returns>How many it took.</returns>
    private static async Task<int> WarmUpAsync(Side baseline, Side product, int connections)
    {
        for (var number = 1; ; number++)
        {
            await baseline.RunAsync(connections, WarmUp);
            var before = JitInfo.GetCompiledMethodCount();
            await product.RunAsync(connections, WarmUp);
            if (number == MostWarmUps || JitInfo.GetCompiledMethodCount() - before < FewMethods)
            {
                return number;
            }
        }
    }

    /// <summary>Both must answer the same before anybody asks how fast.</summary>
    private static async Task CompareAsync(Sheet sheet, Workload workload, Uri control, string[] ofControl, Uri product, string[] ofProduct)
    {
        using var client = new HttpClient();
        for (var number = 0; number < Compared; number++)
        {
            var (expected, actual) = (await AskAsync(client, control, ofControl[number]), await AskAsync(client, product, ofProduct[number]));
            using var expectedData = JsonDocument.Parse(expected);
            using var actualData = JsonDocument.Parse(actual);
            var isSame = actualData.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
                && workload.Tell(expectedData.RootElement.GetProperty("data")) == workload.Tell(data);
            if (!isSame)
            {
                sheet.Demand(isSo: false, $"{workload.Name}: both answer the same: {expected[..Math.Min(600, expected.Length)]} | {actual[..Math.Min(600, actual.Length)]}");
                return;
            }
        }
    }

    private static async Task<string> AskAsync(HttpClient client, Uri server, string line)
    {
        var parts = line.Split('\t');
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, parts[0])) { Content = new StringContent(parts[2], Encoding.UTF8, "application/json") };
        if (parts[1].Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", parts[1]);
        }

        using var answer = await client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>A tenant with the data set's attributes as fields of its own, and a key with its owner's rights.</summary>
    private static async Task<(int Tenant, string Key)> EnterAsync(LedgerApp app, string name)
    {
        var email = $"owner@{name}.example";
        await app.Visit(Language.English).SignUpAsync(name, email, "Owner", "GB");
        var scope = await app.OpenAsync(name, email);
        await using (var context = scope.Database.CreateContext(scope.TenantId))
        {
            context.Add(CustomField.Of("customer", new() { Id = CustomField.FirstId, Name = "tier", Label = new("层级", "Tier"), Type = FieldType.Text, Custom = true }));
            context.Add(CustomField.Of("customer", new() { Id = CustomField.FirstId + 1, Name = "origin", Label = new("来路", "Origin"), Type = FieldType.Text, Custom = true }));
            context.Add(CustomField.Of("order", new() { Id = CustomField.FirstId + 2, Name = "quantity", Label = new("数量", "Quantity"), Type = FieldType.Integer, Custom = true }));
            await context.SaveChangesAsync();
        }

        scope = await app.OpenAsync(name, email);
        await using var roles = scope.Database.CreateContext(scope.TenantId);
        var owner = await roles.Set<Role>().Where(role => role.IsOwner).Select(role => role.Id).SingleAsync();
        var (text, refusals) = await app.Services.GetRequiredService<ApiKeys>().MakeAsync(scope, new NewApiKey("Benchmark", owner, "", ""), CancellationToken.None);
        return refusals.Count == 0 ? (scope.TenantId, text) : throw new InvalidOperationException(refusals[0].In(Language.English));
    }

    private static string NameOf(int number) => $"bench{number:00}";

    private static async Task<string> WriteAsync(TemporaryFolder folder, string name, string[] requests)
    {
        var path = folder.PathOf(name);
        await File.WriteAllLinesAsync(path, requests);
        return path;
    }

    private static double Median(List<Sample> samples, Func<Sample, double> value) => new Times(samples.Select(value)).Median;

    private static string Told(List<Sample> samples) =>
        $"{Median(samples, sample => sample.Load.PerSecond):F0} a second, p50 {Median(samples, sample => sample.Load.Median):F2} ms, p99 {Median(samples, sample => sample.Load.Slow):F1} ms, "
        + $"{Median(samples, sample => sample.Server):F0} + {Median(samples, sample => sample.Database):F0} µs of processors";

    /// <summary>One of the two that are measured.</summary>
    private sealed record Side(Uri Address, string Requests, Func<double> ServerTime, int Postmaster)
    {
        public async Task<Sample> RunAsync(int connections, int seconds)
        {
            var (server, database) = (ServerTime(), ProcessorTime.Of(Postmaster));
            var load = await Wrk.RunAsync(Address, Requests, connections, seconds);
            return new(load, (ServerTime() - server) * 1e6 / load.Requests, (ProcessorTime.Of(Postmaster) - database) * 1e6 / load.Requests);
        }
    }

    /// <param name="Server">Microseconds of processors that the server took for a request.</param>
    /// <param name="Database">And PostgreSQL.</param>
    private sealed record Sample(Load Load, double Server, double Database)
    {
        public double Time => Server + Database;
    }
}
