using System.Text;
using ClientLedger.Access;
using ClientLedger.Imports.Mapping;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Imports.Files;
using ClientLedger.Tests.Imports.Mapping;
using ClientLedger.Writing;
using Xunit.Abstractions;

namespace ClientLedger.Tests.Imports.Running;

/// <summary>An import leaves what the plain ledger comes to when the same lines are written into it, whoever imports.</summary>
public sealed class ImportOracleTests(ITestOutputHelper output)
{
    private const int Batch = 15;

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Invoice_lines_of_chance_leave_what_they_leave_in_the_plain_ledger(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var random = new Random(Depth.Seed(31, output));
        var lin = await imports.Tenants.AddMemberAsync(TwoTenants.Acme, "Lin");
        await imports.Tenants.AddRoleAsync(TwoTenants.Acme, "British customers", Grants(), lin);
        var plain = new PlainLedger();
        foreach (var importer in new[] { imports.Tenants.Owner, lin, lin, imports.Tenants.Owner })
        {
            var scope = await imports.OpenAsync(TwoTenants.Acme, importer);
            var table = Table(random, Depth.Count(800));
            var run = await imports.ImportAsync(scope, table, PlanCase.InvoiceLines, Batch);
            var expected = Write(plain, imports.Tenants, scope, table);

            Assert.Equal(expected, (run.Created, run.Updated, run.Skipped, run.Refused));
            Assert.True(importer == imports.Tenants.Owner || run.Refused > 0);
            var owner = await imports.OpenAsync();
            var (records, log) = LedgerHash.Lines(new PlainSight(plain, owner, imports.Tenants.Clock.GetUtcNow()));
            var (storedRecords, storedLog) = await LedgerHash.LinesAsync(owner);
            Assert.Equal(string.Join('\n', records), string.Join('\n', storedRecords));
            Assert.Equal(string.Join('\n', log), string.Join('\n', storedLog));
        }

        Assert.Empty((await imports.StoredAsync(TwoTenants.Globex)).Records);
    }

    /// <summary>Customers in Britain alone; everything of products, orders and lines.</summary>
    private static Grant[] Grants() =>
    [
        RightsOf.Full(BuiltInEntities.Schema["customer"]) with
        {
            Rule = new MatchingRecords(new FieldFilter("country", Operator.Equals, "GB")),
        },
        .. new[] { "product", "order", "orderLine" }.Select(entity => RightsOf.Full(BuiltInEntities.Schema[entity])),
    ];

    /// <summary>Lines about a few customers, products and invoices, some of which can't be kept.</summary>
    private static string Table(Random random, int lines)
    {
        var table = new StringBuilder("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country");
        for (var line = 0; line < lines; line++)
        {
            var customer = random.Next(8);
            string[] cells =
            [
                (random.Next(6) == 0 ? "C" : "") + random.Next(40),
                "P" + random.Next(10),
                random.Next(3) == 0 ? "" : "Thing " + random.Next(5),
                random.Next(20) == 0 ? "many" : random.Next(-3, 30).ToString(null, null),
                $"2011-0{random.Next(1, 10)}-1{random.Next(10)} 08:00:00",
                random.Next(25) == 0 ? "" : $"{random.Next(100)}.{random.Next(100):D2}",
                random.Next(15) == 0 ? "" : "K" + customer,
                customer < 4 ? "United Kingdom" : customer < 6 ? "France" : random.Next(2) == 0 ? "" : "Atlantis",
            ];
            table.Append('\n').AppendJoin(',', cells);
        }

        return table.ToString();
    }

    private static (long Created, long Updated, long Skipped, long Refused) Write(PlainLedger plain, TwoTenants tenants, LedgerScope scope, string table)
    {
        var file = TableText.Open(table);
        var rows = new PlanRows(PlanCase.InvoiceLines, file.Headings, scope.Schema, scope.Settings);
        var (created, updated, skipped, refused) = (0L, 0L, 0L, 0L);
        foreach (var chunk in RowMarks.Read(file, PlanCase.InvoiceLines).Chunk(Batch))
        {
            var planned = rows.ToChanges(chunk);
            var set = new ChangeSet(Door.Import, planned.Changes) { AllOrNothing = false, Duplicates = PlanCase.InvoiceLines.Duplicates };
            var results = new PlainWriter(plain, scope, tenants.Clock.GetUtcNow(), tenants.Ids.Next).Apply(set).Rows;
            foreach (var line in planned.Lines)
            {
                if (line.Fate == LineFate.Refused || line.Changes.Any(change => !results[change].IsGood))
                {
                    refused++;
                    continue;
                }

                _ = results[line.Counts].Outcome switch
                {
                    Outcome.Created => created++,
                    Outcome.Updated => updated++,
                    _ => skipped++,
                };
            }
        }

        return (created, updated, skipped, refused);
    }
}
