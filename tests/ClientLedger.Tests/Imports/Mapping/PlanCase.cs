using ClientLedger.Imports.Files;
using ClientLedger.Imports.Mapping;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Tests.Imports.Files;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Imports.Mapping;

/// <summary>Plans over tables that tests write themselves.</summary>
internal static class PlanCase
{
    public static readonly TenantSettings Settings = new()
    {
        Company = "深圳测试有限公司",
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        Language = Language.Chinese,
        BaseCurrency = "CNY",
        DefaultCountry = "CN",
    };

    public static ImportPlan InvoiceLines => PlanTemplates.All.Single(template => template.Name == "invoiceLines").Plan;

    /// <summary>All lines of a table in one batch.</summary>
    public static PlannedBatch Plan(ImportPlan plan, string table) => Plan(plan, TableText.Open(table, new() { HeadingsAt = 1 })).Single();

    /// <summary>The lines of a file in batches.</summary>
    public static IEnumerable<PlannedBatch> Plan(ImportPlan plan, ImportFile file, int batch = int.MaxValue)
    {
        var rows = new PlanRows(plan, file.Headings, BuiltInEntities.Schema, Settings);
        return RowMarks.Read(file, plan).Chunk(batch).Select(chunk => rows.ToChanges(chunk));
    }

    /// <summary>A plan of one entity with fields from columns.</summary>
    public static ImportPlan Of(string entity, string? key, params FieldPlan[] fields) =>
        new() { Counts = entity, Entities = [new(entity) { Key = key, Fields = fields }] };

    public static FieldPlan Column(string field, string column, Conversion? conversion = null) =>
        new(field) { From = new FromColumn(column), Convert = conversion ?? Conversion.None };

    /// <summary>A change as <c>Upsert customer number=1 name=x</c>; ? behind a name says that only a new record gets the value.</summary>
    public static string Shown(RecordChange change) => string.Join(' ', new[] { change.Verb.ToString(), change.Entity }
        .Concat(change.Values.Names.Zip(change.Values.Values, (name, value) => $"{name}{(change.OnlyIfNew.Contains(name) ? "?" : "")}={Shown(value)}")));

    private static string Shown(object? value) => value switch
    {
        null => "∅",
        string[] several => string.Join(',', several),
        DateTime moment => moment.ToString("s", System.Globalization.CultureInfo.InvariantCulture),
        RecordReference.ByLabel label => "@" + label.Label,
        RecordReference.ByField field => $"{field.Field}:{field.Value}",
        decimal number => number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
