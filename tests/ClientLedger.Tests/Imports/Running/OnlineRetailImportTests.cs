using ClientLedger.Customers;
using ClientLedger.History;
using ClientLedger.Imports;
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
        var before = (await LedgerHash.OfAsync(scope), await LogAsync(scope));

        // Other batches than before, and then without the lines that say what an earlier one said: neither way has anything to write.
        var again = await imports.ImportAsync(scope, file, "online_retail.csv", batch: 1_300);
        Assert.Equal((Lines, 0L, 0L), (again.Lines, again.Created, again.Updated));
        Assert.Equal((again.Lines - again.Refused, again.Skipped), (again.Skipped, again.Unchanged));
        Assert.Equal(before, (await LedgerHash.OfAsync(scope), await LogAsync(scope)));
        var shorter = await imports.ImportAsync(scope, file, "online_retail.csv", plan => plan with { SkipIdentical = true });
        Assert.Equal((Lines, 0L, 0L), (shorter.Lines, shorter.Created, shorter.Updated));
        Assert.True(shorter.Unchanged < shorter.Skipped);
        Assert.Equal(before, (await LedgerHash.OfAsync(scope), await LogAsync(scope)));
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

    /// <summary>The newest set of the log and how many entries there are: not even an empty one may come to them.</summary>
    private static async Task<(long Newest, long Entries)> LogAsync(LedgerScope scope)
    {
        await using var context = scope.Database.CreateContext(scope.TenantId);
        return ((await context.Set<LogHead>().SingleAsync()).Number, await context.Set<LogEntry>().LongCountAsync());
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
