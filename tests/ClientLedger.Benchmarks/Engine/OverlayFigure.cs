using System.Diagnostics;
using System.Globalization;
using ClientLedger.Benchmarks.Measuring;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Scalars;

namespace ClientLedger.Benchmarks.Engine;

/// <summary>What a tenant's and a caller's own schema costs beside the one that all share.</summary>
internal static class OverlayFigure
{
    private const int Overlays = 10_000;
    private const int AddedFields = 20;
    private const double KilobytesBar = 100;
    private const double MillisecondsBar = 5;

    public static Figure Overlay { get; } = new("engine-overlays", "10,000 overlays with 20 added fields each on a base of 60 types: under 100 kB and under 5 ms each", MeasureAsync);

    private static Task MeasureAsync(Sheet sheet)
    {
        var below = Base();
        sheet.Condition($"base of {below.Types.Count(type => !type.Name.StartsWith("__", StringComparison.Ordinal))} types, {below.Types.OfType<FieldsType>().Sum(type => below.FieldsOf(type).Count)} fields");
        Measure(sheet, "with 20 added fields", tenant => Adding(below, tenant));
        Measure(sheet, "with 20 added fields, a type and 10 fields hidden", tenant => Hiding(Adding(below, tenant), tenant));
        return Task.CompletedTask;
    }

    private static void Measure(Sheet sheet, string what, Func<int, SchemaBuilder> begin)
    {
        for (var warmUp = 0; warmUp < 200; warmUp++)
        {
            begin(warmUp).Build();
        }

        var kept = new Schema[Overlays];
        var times = new List<double>(Overlays);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var tenant = 0; tenant < Overlays; tenant++)
        {
            var start = Stopwatch.GetTimestamp();
            kept[tenant] = begin(tenant).Build();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(kept);
        var taken = new Times(times);
        sheet.AtMost($"kB kept, {what}", bytes / 1000.0 / Overlays, KilobytesBar);
        sheet.AtMost($"ms, {what}", taken.Median / 1000, MillisecondsBar);
        sheet.AtMost($"ms at p99, {what}", taken.Quantile(0.99) / 1000, MillisecondsBar);
    }

    private static SchemaBuilder Adding(Schema below, int tenant)
    {
        var builder = new SchemaBuilder(below);
        for (var field = 0; field < AddedFields; field++)
        {
            builder.AddField($"Record{(tenant + (field / 7)) % 40}", $"own_{tenant}_{field}", field % 2 == 0 ? "Decimal" : "[String!]", own => own.Describe("A field of the tenant's own.").Resolve(_ => default));
        }

        return builder;
    }

    private static SchemaBuilder Hiding(SchemaBuilder builder, int tenant)
    {
        builder.Hide($"Record{(tenant + 20) % 40}");
        for (var field = 0; field < 10; field++)
        {
            builder.Hide($"Record{(tenant + 5) % 40}.field{field}");
        }

        return builder;
    }

    private static Schema Base()
    {
        var builder = new SchemaBuilder().AddScalar(CommonScalars.Decimal).AddInterface("Node", node => node.Field("id", "ID!"));
        builder.AddObject("Query", query =>
        {
            for (var record = 0; record < 40; record++)
            {
                query.Field($"records{record}", $"[Record{record}!]", field => field.Argument("where", $"Filter{record % 12}").Argument("first", "Int", "50"));
            }
        });
        for (var record = 0; record < 40; record++)
        {
            var next = (record + 1) % 40;
            builder.AddObject($"Record{record}", type =>
            {
                type.Implement("Node").Field("id", "ID!").Field("next", $"Record{next}");
                for (var field = 0; field < 20; field++)
                {
                    type.Field(string.Create(CultureInfo.InvariantCulture, $"field{field}"), field % 3 == 0 ? "Decimal" : "String", one => one.Describe("A field that all tenants have."));
                }
            });
        }

        for (var filter = 0; filter < 12; filter++)
        {
            builder.AddInput($"Filter{filter}", type => type.Field("name", "String").Field("size", "Decimal").Field("kind", "Kind"));
        }

        return builder.AddEnum("Kind", kind => kind.Value("ONE").Value("TWO")).Build();
    }
}
