using ClientLedger.Imports.Files;
using ClientLedger.Imports.Mapping;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Imports.Files;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Imports.Mapping;

/// <summary>Planned changes through the write gate, batch after batch, as an import will apply them.</summary>
public sealed class PlannedImportTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Names_that_stand_in_for_better_ones_are_only_for_new_records(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        await gates.DoneAsync(owner, new RecordChange(Verb.Create, "customer") { Values = FieldValues.Of(("number", "17850"), ("name", "华云科技")) });
        var file = TableText.Open("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,A,,1,2010-12-01,1,17850,France\n1,B,,1,2010-12-01,1,17851,France\n2,A,nails,1,2010-12-02,2,17850,France\n3,A,,1,2010-12-02,2,17850,France");
        var results = await ImportAsync(gates, owner, file, PlanCase.InvoiceLines, batch: 1);

        Assert.Equal(4, results.Count(result => result.Outcome == Outcome.Created));
        var stored = await StoredLedger.ReadAsync(owner);
        Assert.Equal(["17850=华云科技", "17851=17851"], Named(stored, "customer"));
        Assert.Equal(["A=nails", "B=B"], Named(stored, "product"));
        Assert.Empty((await StoredLedger.ReadAsync(gates.Owner(TestLedger.Globex))).Records);
    }

    [TheoryNeedsShared, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Northwind_is_imported_file_by_file_and_linked_by_numbers(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        foreach (var (name, lines) in new[] { ("Customers", 93), ("Products", 77), ("Orders", 830), ("OrderDetails", 2155) })
        {
            var file = TableText.Open(DataFiles.Unpacked($"northwind/{name}.csv"), name: $"{name}.csv");
            var results = await ImportAsync(gates, owner, file, PlanGuess.Of(BuiltInEntities.Schema, file.Preview())!, batch: 1000);
            Assert.Equal(lines, results.Count);
            Assert.All(results, result => Assert.Equal((Outcome.Created, ""), (result.Outcome, string.Join(' ', result.Refusals))));
        }

        var stored = (await StoredLedger.ReadAsync(owner)).Records;
        Assert.Equal((93, 77, 830, 2155), (Count(stored, "customer"), Count(stored, "product"), Count(stored, "order"), Count(stored, "orderLine")));
        Assert.Equal(1_265_793.0395m, stored.Where(record => record.Entity == "orderLine").Sum(record => (decimal)record["amount"]!));
        Assert.Equal(89, stored.Where(record => record.Entity == "order").Select(record => record["customer"]).Distinct().Count());
        Assert.Equal(8, stored.Count(record => record.Entity == "product" && record["active"] is false));
        Assert.Empty((await StoredLedger.ReadAsync(gates.Owner(TestLedger.Globex))).Records);
    }

    [TheoryNeedsShared, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_second_import_of_the_same_invoice_lines_creates_nothing(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var file = TableText.Open(DataFiles.Unpacked("online-retail/online_retail.csv.gz"), name: "online_retail.csv");
        var plan = PlanCase.InvoiceLines;
        var under = new FileUnder(new Dictionary<string, string> { ["number"] = "WALK-IN", ["name"] = "Walk-in" });
        plan = plan with { Entities = [plan.Entities[0] with { WhenKeyMissing = under }, .. plan.Entities.Skip(1)] };

        var first = await ImportAsync(gates, owner, file, plan, batch: 700, lines: 2000);
        Assert.Equal(2000, first.Count);
        Assert.All(first, result => Assert.Equal((Outcome.Created, ""), (result.Outcome, string.Join(' ', result.Refusals))));
        var before = await StoredLedger.ReadAsync(owner);
        var second = await ImportAsync(gates, owner, file, plan, batch: 300, lines: 2000);
        Assert.All(second, result => Assert.Equal(Outcome.Unchanged, result.Outcome));
        var after = await StoredLedger.ReadAsync(owner);
        Assert.Equal(before.Records.Select(record => (record.Entity, record.Id)).Order(), after.Records.Select(record => (record.Entity, record.Id)).Order());
    }

    private static async Task<List<LineResult>> ImportAsync(TestGates gates, LedgerScope owner, ImportFile file, ImportPlan plan, int batch, int lines = int.MaxValue)
    {
        var rows = new PlanRows(plan, file.Headings, BuiltInEntities.Schema, owner.Settings);
        var results = new List<LineResult>();
        foreach (var chunk in RowMarks.Read(file, plan).Take(lines).Chunk(batch))
        {
            var planned = rows.ToChanges(chunk);
            var set = new ChangeSet(Door.Import, planned.Changes) { AllOrNothing = false, Duplicates = DuplicatePolicy.Create };
            results.AddRange(planned.ResultsOf((await gates.Writing.ApplyAsync(owner, set, CancellationToken.None)).Rows));
        }

        return results;
    }

    private static IEnumerable<string> Named(PlainLedger ledger, string entity) =>
        ledger.Records.Where(record => record.Entity == entity).Select(record => $"{record["number"]}={record["name"]}").Order(StringComparer.Ordinal);

    private static int Count(IEnumerable<PlainRecord> records, string entity) => records.Count(record => record.Entity == entity);
}
