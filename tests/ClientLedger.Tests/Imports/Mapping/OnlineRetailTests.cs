using System.Globalization;
using ClientLedger.Imports.Files;
using ClientLedger.Imports.Mapping;
using ClientLedger.TestKit;
using ClientLedger.Tests.Imports.Files;

namespace ClientLedger.Tests.Imports.Mapping;

/// <summary>The figures of PROVENANCE.md and README.md beside the file, and sums made by plain loops over its text.</summary>
public sealed class OnlineRetailTests
{
    [FactNeedsShared]
    public void Every_line_is_read()
    {
        var file = Open();
        var (lines, withoutCustomer, cancelled, quantities, amount) = (0, 0, 0, 0L, 0m);
        var invoices = new HashSet<string>();
        var customers = new HashSet<string>();
        foreach (var row in file.Rows())
        {
            lines++;
            Assert.Null(row.Problem);
            var (quantity, price) = (int.Parse((string)row[3]!, CultureInfo.InvariantCulture), decimal.Parse((string)row[5]!, CultureInfo.InvariantCulture));
            quantities += quantity;
            amount += quantity * price;
            invoices.Add((string)row[0]!);
            cancelled += ((string)row[0]!)[0] == 'C' ? 1 : 0;
            withoutCustomer += row[6] is null ? 1 : 0;
            customers.Add((string?)row[6] ?? "");
        }

        Assert.Equal((541_909, 135_080, 9_288), (lines, withoutCustomer, cancelled));
        Assert.Equal((25_900, 4_372), (invoices.Count, customers.Count - 1));
        Assert.Equal((5_176_450L, 9_747_747.934m), (quantities, amount));
    }

    [FactNeedsShared]
    public void Repeated_lines_are_counted_as_published()
    {
        var repeats = RowMarks.Read(Open(), PlanCase.InvoiceLines with { SkipIdentical = true }).Count(row => row.IsRepeat);
        Assert.Equal(5_268, repeats);
    }

    [FactNeedsShared]
    public void The_plan_accounts_for_every_line_and_every_amount()
    {
        var file = Open();
        var count = Depth.Count(541_909);
        var plan = PlanGuess.Of(BuiltInEntities.Schema, file.Preview())!;
        var rows = new PlanRows(plan, file.Headings, BuiltInEntities.Schema, PlanCase.Settings);
        var (sent, refused) = (0, 0);
        var (bought, returned) = (0m, 0m);
        var lines = new HashSet<string>();
        var orders = new HashSet<string>();
        foreach (var chunk in RowMarks.Read(file, plan).Take(count).Chunk(3_000))
        {
            var batch = rows.ToChanges(chunk);
            Assert.Equal(chunk.Length, batch.Lines.Count);
            sent += batch.Lines.Count(line => line.Fate == LineFate.Sent);
            refused += batch.Lines.Count(line => line.Fate == LineFate.Refused);
            var returns = batch.Changes.Where(change => change.Entity == "order" && change.Values.Names.Contains("kind")).Select(change => change.Label).ToHashSet();
            orders.UnionWith(batch.Changes.Where(change => change.Entity == "order").Select(change => (string)change.Values.Values[0]!));
            foreach (var change in batch.Changes.Where(change => change.Entity == "orderLine"))
            {
                var values = change.Values.Names.Zip(change.Values.Values).ToDictionary(pair => pair.First, pair => pair.Second);
                Assert.True(lines.Add((string)values["number"]!));
                var amount = (decimal)values["quantity"]! * (decimal)values["unitPrice"]!;
                _ = returns.Contains(((ClientLedger.Writing.RecordReference.ByLabel)values["order"]!).Label) ? returned += amount : bought += amount;
            }
        }

        var expected = file.Rows().Take(count).Where(row => row[6] is not null).Select(row => (Invoice: (string)row[0]!,
            Amount: decimal.Parse((string)row[3]!, CultureInfo.InvariantCulture) * decimal.Parse((string)row[5]!, CultureInfo.InvariantCulture))).ToList();
        Assert.Equal((expected.Count, count - expected.Count), (sent, refused));
        Assert.Equal(expected.Select(row => row.Invoice).Distinct().Count(), orders.Count);
        Assert.Equal(expected.Where(row => row.Invoice[0] != 'C').Sum(row => row.Amount), bought);
        Assert.Equal(-expected.Where(row => row.Invoice[0] == 'C').Sum(row => row.Amount), returned);
    }

    private static ImportFile Open() => TableText.Open(DataFiles.Unpacked("online-retail/online_retail.csv.gz"), name: "online_retail.csv");
}
