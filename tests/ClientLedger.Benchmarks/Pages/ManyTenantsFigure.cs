using System.Diagnostics;
using System.Globalization;
using System.Net;
using ClientLedger.Access;
using ClientLedger.Api.Schemas;
using ClientLedger.Benchmarks.Data;
using ClientLedger.Benchmarks.Measuring;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Settings;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ClientLedger.Benchmarks.Pages;

/// <summary>What a tenant more costs all others: the ledger page of 20 tenants in turns beside that of 5,000, over HTTP, and what a node keeps of each.</summary>
internal static class ManyTenantsFigure
{
    private const int Few = 20, Many = 5_000, OwnFields = 20, Customers = 30;
    private const int Turns = 300, WarmUp = 60, Pool = 16;
    private const double TimeBar = 1.10, KilobytesBar = 50, MillisecondsBar = 5;
    private const string First = "first", Email = "owner@first.example";

    public static readonly Figure Figure = new(
        "many-tenants", $"the ledger page of {Many:N0} tenants with {OwnFields} own fields each at most {TimeBar} times that of {Few}; under {KilobytesBar} kB kept of an idle tenant, its overlay built in under {MillisecondsBar} ms", MeasureAsync);

    private static async Task MeasureAsync(Sheet sheet)
    {
        await using var ledger = await PostgresDatabase.CreateAsync();
        await using var catalog = await PostgresDatabase.CreateAsync();
        await using var app = await LedgerApp.StartAsync([.. ProductDatabases.Of(catalog, ledger, Pool), ("Logging:LogLevel:Default", "Warning")]);
        await app.Visit().SignUpAsync(First, Email, "Owner", "GB");
        var owner = (await app.OpenAsync(First, Email)).Actor;
        var tenants = await EnterAsync(app, owner);
        await FillAsync(ledger.Address, tenants);
        sheet.Progress($"{Many:N0} tenants of {Customers} customers are in, each with names of its own for its own fields");

        var visitor = await app.SignInAsync(Email);
        var gate = app.Services.GetRequiredService<ReadGate>();
        await ReadAsync(visitor, 0);
        var plans = gate.PlanCount;
        for (var tenant = 1; tenant < Few; tenant++)
        {
            await ReadAsync(visitor, tenant);
        }

        Memory.Settle();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var tenant = Few; tenant < Many; tenant++)
        {
            await ReadAsync(visitor, tenant);
        }

        Memory.Settle();
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        sheet.AtMost("plans made after the first tenant's", gate.PlanCount - plans, 0);
        sheet.Progress("every tenant's page was read once");

        var (few, many) = (0, 0);
        var times = await Rounds.TakeAsync(Turns, WarmUp, Few, () => ReadAsync(visitor, few++ % Few), () => ReadAsync(visitor, many++ % Many));
        sheet.AtMost($"median time of a page, {Many:N0} tenants / {Few}", times[1].Median / times[0].Median, TimeBar);
        sheet.Report("  a page", $"{Few} tenants {times[0]}; {Many:N0} tenants {times[1]}");
        sheet.AtMost("kB kept of a tenant", kept / 1000.0 / (Many - Few), KilobytesBar);

        await MeasureOverlaysAsync(sheet, app, tenants, owner);
        sheet.Condition($"PostgreSQL; of each {Turns} turns of {Few} pages, one after the other over one connection; before it counts, each tenant's page was read once");
    }

    /// <summary>Overlays that were dropped, since others needed their room, are built again.</summary>
    private static async Task MeasureOverlaysAsync(Sheet sheet, LedgerApp app, IReadOnlyList<int> tenants, Actor owner)
    {
        var schemas = new ApiSchemas(app.Services.GetRequiredService<LedgerSchema>(), mostBytes: 1 << 20);
        var scopes = app.Services.GetRequiredService<LedgerScopes>();
        var times = new List<double>();
        for (var round = 0; round < 2; round++)
        {
            times.Clear();
            foreach (var tenant in tenants)
            {
                var scope = await scopes.OpenAsync(tenant, owner, default);
                var start = Stopwatch.GetTimestamp();
                schemas.Of(scope);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }

        var taken = new Times(times);
        sheet.Demand(schemas.Count < Few * OwnFields, "overlays were dropped");
        sheet.AtMost("ms to build a tenant's overlay again", taken.Median / 1000, MillisecondsBar);
        sheet.Report("  overlays", taken.ToString());
    }

    private static async Task ReadAsync(LedgerVisitor visitor, int tenant)
    {
        using var answer = await visitor.GetAsync($"/t/{NameOf(tenant)}/customers");
        if (answer.StatusCode != HttpStatusCode.OK || !visitor.Page.Contains($"Customer {Customers} of", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The page of {NameOf(tenant)} is {answer.StatusCode}: {visitor.Page[..Math.Min(2000, visitor.Page.Length)]}");
        }
    }

    /// <summary>Makes the tenants, all of one owner.</summary>
    private static async Task<IReadOnlyList<int>> EnterAsync(LedgerApp app, Actor owner)
    {
        var create = app.Services.GetRequiredService<CreateTenant>();
        var shards = app.Services.GetRequiredService<Shards>();
        var made = new int[Many];
        await Parallel.ForAsync(0, Many, async (number, cancellation) =>
        {
            var name = NameOf(number);
            var settings = new TenantSettings { Company = name, Zone = TimeZoneInfo.Utc, Language = Language.English, BaseCurrency = "GBP", DefaultCountry = "GB" };
            var (tenant, refusals) = await create.RunAsync(new NewTenant(name, settings, owner.Id, "Owner", "main"), cancellation);
            made[number] = refusals.Count == 0 ? tenant : throw new InvalidOperationException(refusals[0].In(Language.English));
            await using var context = shards["main"].CreateContext(tenant);
            context.AddRange(Enumerable.Range(0, OwnFields).Select(field => CustomField.Of("customer", new()
            {
                Id = CustomField.FirstId + field,
                Name = string.Create(CultureInfo.InvariantCulture, $"own{number}x{field}"),
                Label = new($"字段 {field}", $"Field {field}"),
                Type = field % 4 == 0 ? FieldType.Integer : FieldType.Text,
                Custom = true,
            })));
            await context.SaveChangesAsync(cancellation);
        });
        return made;
    }

    private static async Task FillAsync(string address, IReadOnlyList<int> tenants)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using var fill = new NpgsqlCommand(
            $$"""
            INSERT INTO "Customers" ("TenantId", "Id", "Version", "CreatedAt", "UpdatedAt", "Number", "NumberKey", "Name", "NameKey", "Kind", "Stage", "Grade", "Book", "Custom")
            SELECT t, n * 4096, 1, moment, moment, 'C-' || n, 'c-' || n, 'Customer ' || n || ' of ' || t, 'customer ' || n || ' of ' || t, 'organisation', 'acquire', 'ordinary', {{Book.DefaultId}},
                jsonb_build_object('own' || (place - 1) || 'x1', 'value ' || n)
            FROM unnest(@tenants) WITH ORDINALITY AS each(t, place), generate_series(1, {{Customers}}) AS n, LATERAL (SELECT timestamptz '2026-01-01 00:00Z' + n * interval '1 hour' AS moment) AS m
            """,
            connection) { CommandTimeout = 0, Parameters = { new("tenants", tenants.ToArray()) } };
        await fill.ExecuteNonQueryAsync();
        await using var vacuum = new NpgsqlCommand("VACUUM ANALYZE", connection) { CommandTimeout = 0 };
        await vacuum.ExecuteNonQueryAsync();
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"tenant{number}");
}
