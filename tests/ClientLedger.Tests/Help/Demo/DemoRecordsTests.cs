using ClientLedger.Fields.Lists;
using ClientLedger.Fields.Values;
using ClientLedger.Help.Demo;
using ClientLedger.Help.Demo.Company;
using ClientLedger.Help.Demo.Records;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Help.Demo;

/// <summary>What stands in the demo's records, before they reach a ledger.</summary>
public sealed class DemoRecordsTests
{
    private static readonly StaffIds Staff = new(1, 2, 3, 4);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly DemoPlan Plan = PlanOf(Today);
    private static readonly List<RecordChange> Changes = ChangesOf(Plan);

    [Fact]
    public void Every_phone_is_one_of_its_countrys_plan_and_no_two_companies_abroad_share_one()
    {
        var phones = Values("phones").Cast<IReadOnlyList<string>>().SelectMany(phones => phones).ToList();

        Assert.True(phones.Count > DemoWorld.Size.Customers);
        Assert.All(phones, phone => Assert.True(PhoneNumbers.TryParse(phone, null, out var e164, out _) && e164 == phone, phone));
        var abroad = phones.Where(phone => !phone.StartsWith("+86", StringComparison.Ordinal)).ToList();
        Assert.Equal(abroad.Count, abroad.Distinct().Count());
    }

    [Fact]
    public void Every_tax_number_has_its_check_digits()
    {
        var numbers = Of("customer").Where(customer => customer.ContainsKey("taxNumber")).Select(customer => ((string)customer["country"]!, (string)customer["taxNumber"]!)).ToList();

        Assert.True(numbers.Count > DemoWorld.Size.Customers / 3);
        Assert.Contains(numbers, number => number.Item1 == "CN");
        Assert.All(numbers, number => Assert.True(TaxNumbers.TryParse(number.Item2, "CN", out _, out _) && ForeignTaxNumbers.IsRight(number.Item1, number.Item2), number.ToString()));
    }

    [Fact]
    public void Every_identity_number_is_of_its_birthday()
    {
        var persons = Of("customer").Where(customer => customer.ContainsKey("nationalId")).ToList();

        Assert.NotEmpty(persons);
        Assert.All(persons, person => Assert.True(NationalIds.TryParse((string)person["nationalId"]!, "CN", out _, out _), (string)person["name"]!));
    }

    [Fact]
    public void Every_region_is_a_district()
    {
        var regions = Values("region").Cast<string>().ToList();

        Assert.NotEmpty(regions);
        Assert.All(regions, region => Assert.Equal(3, Regions.List.Find(region)?.Level));
    }

    [Fact]
    public void No_address_can_be_anybodys()
    {
        var emails = Values("emails").Cast<IReadOnlyList<string>>().SelectMany(emails => emails).ToList();
        var websites = Values("website").Cast<string>().ToList();

        Assert.NotEmpty(emails);
        Assert.All([.. emails, .. websites], address => Assert.EndsWith(".example", address, StringComparison.Ordinal));
        Assert.All(emails, email => Assert.True(EmailAddresses.TryParse(email, out _, out _), email));
    }

    [Fact]
    public void Names_are_in_two_languages()
    {
        var names = Of("customer").Select(customer => (string)customer["name"]!).ToList();

        Assert.InRange(names.Count(name => name.Any(char.IsAscii)), names.Count / 10, names.Count / 3);
        Assert.InRange(names.Count(name => name.All(character => character > '\u2000')), names.Count / 2, names.Count);
        Assert.Contains(Of("customer"), customer => customer.TryGetValue("shortName", out var name) && name is string both && both.Any(char.IsAscii) && both.Any(character => character > '\u4E00'));
    }

    [Fact]
    public void A_few_customers_order_much_some_nothing_and_some_no_more()
    {
        var orders = Plan.Customers.Select(customer => customer.Orders).OrderDescending().ToList();
        var bestTenth = orders.Take(orders.Count / 10).Sum();

        Assert.InRange(bestTenth, DemoWorld.Size.Orders * 4 / 10, DemoWorld.Size.Orders * 7 / 10);
        Assert.InRange(orders.Count(count => count == 0), orders.Count / 20, orders.Count / 3);
        Assert.InRange(Plan.Customers.Count(customer => customer.HasLeft(Plan.Calendar)), orders.Count / 20, orders.Count / 4);
        Assert.InRange(Of("customer").Count(customer => !customer.ContainsKey("owner")), orders.Count / 50, orders.Count / 10);
        Assert.InRange(Of("customer").Count(customer => (string)customer["grade"]! == "core"), 1, orders.Count / 15);
    }

    [Fact]
    public void Business_grows_and_has_seasons()
    {
        var days = Of("order").Select(order => DateOnly.FromDateTime(((DateTime)order["orderedAt"]!).AddHours(8))).ToList();

        Assert.True(days.Count(day => day < Today.AddYears(-2)) * 5 < days.Count(day => day >= Today.AddYears(-1)) * 4);
        Assert.True(days.Count(day => day.Month == 2) * 4 < days.Count(day => day.Month == 11) * 3);
        Assert.True(days.Min() >= Today.AddYears(-3) && days.Max() < Today);
    }

    [Fact]
    public void Nothing_has_happened_yet_that_lies_ahead()
    {
        foreach (var field in new[] { "at", "orderedAt", "resolvedAt", "doneAt" })
        {
            Assert.All(Values(field).Cast<DateTime>(), at => Assert.True(DateOnly.FromDateTime(at.AddHours(8)) < Today, field));
        }

        foreach (var field in new[] { "paidOn", "leftOn", "firstCooperationOn" })
        {
            Assert.All(Values(field).Cast<DateOnly>(), on => Assert.True(on < Today, field));
        }

        Assert.Contains(Of("task"), task => DateOnly.FromDateTime(((DateTime)task["dueAt"]!).AddHours(8)) == Today);
    }

    [Fact]
    public void Talks_differ()
    {
        var bodies = Of("interaction").Select(talk => (string)talk["body"]!).ToList();

        Assert.DoesNotContain(bodies, body => body.Contains('{', StringComparison.Ordinal));
        Assert.True(bodies.Distinct().Count() > bodies.Count * 9 / 10);
    }

    [Theory]
    [InlineData(2024, 2, 29)]
    [InlineData(2026, 1, 1)]
    [InlineData(2027, 12, 31)]
    public void Any_day_makes_a_demo_of_the_promised_size(int year, int month, int day)
    {
        var changes = ChangesOf(PlanOf(new DateOnly(year, month, day)));

        Assert.Equal(DemoWorld.Size.Orders, changes.Count(change => change.Entity == "order"));
        Assert.Equal(DemoWorld.Size.Interactions, changes.Count(change => change.Entity == "interaction"));
    }

    private static DemoPlan PlanOf(DateOnly today) => new(DemoWorld.Size, new DemoCalendar(today, DemoTenant.Settings.Zone));

    private static List<RecordChange> ChangesOf(DemoPlan plan) =>
        [.. DemoBatches.WrittenDown(plan, Staff).SelectMany(batch => batch.Changes())];

    private static IEnumerable<Dictionary<string, object?>> Of(string entity) => Changes.Where(change => change.Entity == entity)
        .Select(change => change.Values.Names.Zip(change.Values.Values).ToDictionary(pair => pair.First, pair => pair.Second));

    private static IEnumerable<object?> Values(string field) =>
        Changes.SelectMany(change => change.Values.Names.Zip(change.Values.Values)).Where(pair => pair.First == field).Select(pair => pair.Second);
}
