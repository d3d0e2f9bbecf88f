using System.Globalization;
using ClientLedger.Customers;
using ClientLedger.Fields.Lists;
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
        await using var context = scope.Database.CreateContext(scope.TenantId);
        Assert.Equal(expected.Lines, await context.Set<OrderLine>().LongCountAsync());
        Assert.Equal(Number(expected.Quantity), (await context.Set<OrderLine>().Select(line => line.Quantity!.Value).ToListAsync()).Sum());
        var orders = await context.Set<Order>().Join(context.Set<Customer>(), order => order.CustomerId, customer => customer.Id, (order, customer) =>
            new { order.Number, Customer = customer.Number, order.OrderedAt, order.Kind, order.Amount }).ToListAsync();
        Assert.Equal(expected.Orders, orders.ToDictionary(order => order.Number!, order =>
            $"{order.Customer} {TimeZoneInfo.ConvertTimeFromUtc(order.OrderedAt, scope.Settings.Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} {order.Kind}"));
        Assert.Equal(Number(expected.Amount), orders.Where(order => order.Kind == "purchase").Sum(order => order.Amount));
        Assert.Equal(Number(expected.Returned), orders.Where(order => order.Kind == "return").Sum(order => order.Amount));
        Assert.Equal(expected.Products, await context.Set<Product>().ToDictionaryAsync(product => product.Number!.ToUpperInvariant(), product => product.Name));
        AssertCustomers(expected, await CustomersAsync(context));
        await AssertNothingOfGlobexAsync(imports);
    }

    [TheoryNeedsShared, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_second_import_of_the_same_file_creates_nothing(Provider provider)
    {
        var lines = Depth.Count(50_000);
        await using var imports = await ImportCase.CreateAsync(provider);
        var scope = await imports.OpenAsync();
        await imports.ImportAsync(scope, OnlineRetail.FirstLines(lines), "online_retail.csv");
        var before = await ContentAsync(scope);
        var again = await imports.ImportAsync(scope, OnlineRetail.FirstLines(lines), "online_retail.csv", batch: 1_300);

        Assert.Equal((0L, 0L), (again.Created, again.Updated));
        Assert.Equal((again.Lines - again.Refused, again.Skipped), (again.Skipped, again.Unchanged));
        Assert.Equal(before, await ContentAsync(scope));
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

    private static async Task<IReadOnlyDictionary<string, OnlineRetail.ExpectedCustomer>> CustomersAsync(LedgerContext context)
    {
        var customers = await context.Set<Customer>().Select(customer => new { customer.Id, customer.Number, customer.Country }).ToListAsync();
        var totals = await context.Set<CustomerTotals>().ToDictionaryAsync(row => row.CustomerId);
        var currencies = await context.Set<CustomerCurrencyTotals>().ToListAsync();
        Assert.All(currencies, row => Assert.Equal("GBP", row.Currency));
        var pounds = currencies.ToDictionary(row => row.CustomerId);
        return customers.ToDictionary(customer => customer.Number!, customer => new OnlineRetail.ExpectedCustomer(
            customer.Number!, customer.Country ?? "", totals[customer.Id].OrderCount, totals[customer.Id].ReturnCount,
            Text(pounds[customer.Id].Amount), Text(pounds[customer.Id].ReturnedAmount), Day(totals[customer.Id].FirstOrderOn), Day(totals[customer.Id].LastOrderOn)));
    }

    private static void AssertCustomers(OnlineRetail.Expected expected, IReadOnlyDictionary<string, OnlineRetail.ExpectedCustomer> actual)
    {
        Assert.Equal(expected.Customers.Select(customer => customer.Number).Order(), actual.Keys.Order());
        Assert.All(expected.Customers, customer => Assert.Equal(
            customer with { Country = CodeOf(customer.Country), Amount = Text(Number(customer.Amount)), Returned = Text(Number(customer.Returned)) }, actual[customer.Number]));
    }

    /// <summary>The country's code; names of the file that are no country's leave it empty.</summary>
    private static string CodeOf(string country) => country switch
    {
        "EIRE" => "IE",
        "RSA" => "ZA",
        "USA" => "US",
        "" or "Channel Islands" or "European Community" or "Unspecified" => "",
        _ => Countries.List.TryResolve(country, out var code, out _) ? code : "?",
    };

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

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
