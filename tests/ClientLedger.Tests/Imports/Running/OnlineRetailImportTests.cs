using ClientLedger.Customers;
using ClientLedger.History;
using ClientLedger.Imports;
using ClientLedger.Imports.Files;
using ClientLedger.Orders;
using ClientLedger.Products;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Imports.Running;

/// <summary>The main job on real input: the ledger comes to what an independent script reckons from the file.</summary>
public sealed class OnlineRetailImportTests
{
    private static readonly int Lines = Depth.IsFull ? OnlineRetail.AllLines : 20_000;

    public static TheoryData<Provider, bool> Ways()
    {
        var data = new TheoryData<Provider, bool>();
        foreach (var provider in Providers.All)
        {
            data.Add(provider, true);
            data.Add(provider, false);
        }

        return data;
    }

    [TheoryNeedsShared, MemberData(nameof(Ways))]
    public async Task Customers_orders_lines_and_totals_are_those_of_the_file(Provider provider, bool isFiled)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var run = await imports.ImportAsync(scope, OnlineRetail.FirstLines(Lines), "online_retail.csv", isFiled ? OnlineRetail.Filed : null);
        var expected = OnlineRetail.Reckon(Lines, isFiled);

        Assert.Equal((Lines, expected.Lines, 0L, 0L, expected.Refused), ((int)run.Lines, run.Created, run.Updated, run.Skipped, run.Refused));
        await RetailLedger.AssertIsAsync(expected, scope);
        await AssertNothingOfGlobexAsync(imports);
    }

    [TheoryNeedsShared, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_second_import_of_the_same_file_creates_nothing(Provider provider)
    {
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        var file = OnlineRetail.FirstLines(Lines);
        await imports.ImportAsync(scope, file, "online_retail.csv");
        var before = (await LedgerHash.OfAsync(scope)).Records;
        var newest = await NewestAsync(scope);

        // Other batches than before, and then without the lines that say what an earlier one said: neither way brings anything.
        var again = await imports.ImportAsync(scope, file, "online_retail.csv", batch: 1_300);
        Assert.Equal((Lines, 0L, 0L), (again.Lines, again.Created, again.Updated));
        Assert.Equal((again.Lines - again.Refused, again.Skipped), (again.Skipped, again.Unchanged));
        var shorter = await imports.ImportAsync(scope, file, "online_retail.csv", plan => plan with { SkipIdentical = true });
        Assert.Equal((Lines, 0L, 0L), (shorter.Lines, shorter.Created, shorter.Updated));
        Assert.True(shorter.Unchanged < shorter.Skipped);

        // Where the file names a product in two ways, each line says again what it said the first time, and the last one wins again. Nothing else is in the log.
        Assert.Equal(before, (await LedgerHash.OfAsync(scope)).Records);
        Assert.Subset(Contradicted(file), await ChangedSinceAsync(scope, newest));
        await AssertNothingOfGlobexAsync(imports);
    }

    [FactNeedsShared]
    public async Task Lines_that_repeat_another_are_skipped_where_the_user_chose_so()
    {
        await using var imports = await ImportCase.CreateAsync(Provider.Sqlite);
        var scope = await imports.OpenAsync();
        var file = OnlineRetail.FirstLines(Lines);
        var run = await imports.ImportAsync(scope, file, "online_retail.csv", plan => OnlineRetail.Filed(plan) with { SkipIdentical = true });

        var texts = System.Text.Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        Assert.Equal((texts.Distinct().Count(), texts.Count - texts.Distinct().Count()), ((int)run.Created, (int)run.Skipped));
    }

    /// <summary>The number of the newest set of the log.</summary>
    private static async Task<long> NewestAsync(LedgerScope scope)
    {
        await using var context = scope.Database.CreateContext(scope.TenantId);
        return (await context.Set<LogHead>().SingleAsync()).Number;
    }

    /// <summary>Entity and number of the records that the log says were changed, each of which was there before.</summary>
    private static async Task<HashSet<string>> ChangedSinceAsync(LedgerScope scope, long newest)
    {
        await using var context = scope.Database.CreateContext(scope.TenantId);
        var entries = await context.Set<LogSet>().Where(set => set.Number > newest).Join(context.Set<LogEntry>(), set => set.SetId, entry => entry.SetId, (set, entry) => new { entry.RecordId, entry.Version }).ToListAsync();
        Assert.All(entries, entry => Assert.True(entry.Version > 1));
        var changed = entries.Select(entry => entry.RecordId).ToHashSet();
        var numbers = (await context.Set<Product>().Select(product => new { product.Id, Name = "product " + product.Number }).ToListAsync())
            .Concat(await context.Set<Customer>().Select(customer => new { customer.Id, Name = "customer " + customer.Number }).ToListAsync())
            .Concat(await context.Set<Order>().Select(order => new { order.Id, Name = "order " + order.Number }).ToListAsync())
            .Concat(await context.Set<OrderLine>().Select(line => new { line.Id, Name = "orderLine " + line.Number }).ToListAsync());
        return [.. numbers.Where(record => changed.Contains(record.Id)).Select(record => record.Name.ToUpperInvariant())];
    }

    /// <summary>The records of which the file says one thing in one line and another in another.</summary>
    private static HashSet<string> Contradicted(byte[] content)
    {
        using var stream = new MemoryStream(content);
        var said = new Dictionary<string, HashSet<string>>();
        foreach (var row in ImportFile.Open(stream, "online_retail.csv", null, null).Rows())
        {
            string Cell(int column) => CellKinds.TextOf(row[column]) ?? "";
            foreach (var (record, says) in new[] { ($"product {Cell(1)}", Cell(2)), ($"customer {Cell(6)}", Cell(7)), ($"order {Cell(0)}", Cell(4)) })
            {
                (said.TryGetValue(record.ToUpperInvariant(), out var all) ? all : said[record.ToUpperInvariant()] = []).Add(says);
            }
        }

        return [.. said.Where(record => record.Value.Count > 1).Select(record => record.Key)];
    }

    private static async Task<(int Customers, int Products, int Orders, int Lines, decimal Amount)> ContentAsync(LedgerScope scope)
    {
        await using var context = scope.Database.CreateContext(scope.TenantId);
        return (await context.Set<Customer>().CountAsync(), await context.Set<Product>().CountAsync(), await context.Set<Order>().CountAsync(), await context.Set<OrderLine>().CountAsync(),
            (await context.Set<Order>().Select(order => order.Amount!.Value).ToListAsync()).Sum());
    }

    private static async Task AssertNothingOfGlobexAsync(ImportCase imports)
    {
        var scope = await imports.OpenAsync(TwoTenants.Globex);
        Assert.Equal((0, 0, 0, 0, 0m), await ContentAsync(scope));
        await using var context = scope.Database.CreateContext(scope.TenantId);
        Assert.Empty(await context.Set<ImportRun>().ToListAsync());
    }
}
