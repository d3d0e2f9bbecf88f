using System.Globalization;
using ClientLedger.Customers;
using ClientLedger.Fields.Lists;
using ClientLedger.Orders;
using ClientLedger.Products;
using ClientLedger.Storage;
using ClientLedger.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ClientLedger.Tests.Imports.Running;

/// <summary>A ledger into which UCI Online Retail was imported, by whichever door, beside what the script reckons from the file.</summary>
internal static class RetailLedger
{
    /// <summary>Lines, orders, products, customers and their totals are those that the script reckons.</summary>
    public static async Task AssertIsAsync(OnlineRetail.Expected expected, LedgerScope scope)
    {
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

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
