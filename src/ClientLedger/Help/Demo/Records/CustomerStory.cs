using System.Globalization;
using ClientLedger.Help.Demo.Company;

namespace ClientLedger.Help.Demo.Records;

/// <summary>One customer, and what all its records have in common.</summary>
internal sealed class CustomerStory
{
    /// <summary>The customer's record in its sheet.</summary>
    public const string Label = "customer";

    private const int DoublesApart = 83;
    private const int BetweenDoubles = 7;

    public CustomerStory(DemoPlan plan, StaffIds staff, PlannedCustomer customer)
    {
        Plan = plan;
        Staff = staff;
        Customer = customer;
        var twin = DoubleOf(plan, customer);
        var identity = Identity.Of(twin ?? customer);
        Identity = twin is null ? identity : identity with { Name = Shortened(identity.Name), ShortName = null };
        Reach = Reach.Of(twin ?? customer, identity);
        Grade = customer.Orders switch
        {
            >= 60 => "core",
            >= 16 => "important",
            _ => "ordinary",
        };
        Owner = staff.OwnerOf(Dice(Subject.Owner), customer, Grade);
    }

    public DemoPlan Plan { get; }

    public DemoCalendar Calendar => Plan.Calendar;

    public StaffIds Staff { get; }

    public PlannedCustomer Customer { get; }

    public Identity Identity { get; }

    public Reach Reach { get; }

    public string Grade { get; }

    /// <summary>Whose customer it is; null when nobody's.</summary>
    public long? Owner { get; }

    /// <summary>Who does what has to be done where the customer is nobody's.</summary>
    public long Worker => Owner ?? Staff.Manager;

    public bool IsAbroad => Customer.Country is not null;

    public string Currency => Customer.Country?.Currency ?? "CNY";

    /// <summary>Customer number: C-000123.</summary>
    public string Number => NumberOf(Customer);

    /// <summary>The people who work there, in the order in which <see cref="ContactRecords"/> wrote them down.</summary>
    public List<(string Label, string Name)> Contacts { get; } = [];

    /// <summary>Label of the framework contract that runs, or null.</summary>
    public string? Contract { get; set; }

    /// <summary>Label of the project that is under way, or null.</summary>
    public string? Project { get; set; }

    /// <summary>What was ordered, in the order of the days.</summary>
    public List<PlacedOrder> Orders { get; } = [];

    /// <summary>Chance of a subject for this customer.</summary>
    public Dice Dice(Subject subject) => new(Customer.Index, subject);

    /// <summary>Number of a planned customer.</summary>
    public static string NumberOf(PlannedCustomer customer) => string.Create(CultureInfo.InvariantCulture, $"C-{customer.Index + 1:D6}");

    /// <summary>A number that names the customer and a day: SO260302-0123. Each sort gives one a day at most.</summary>
    public string NumberOn(string sort, int day) => string.Create(CultureInfo.InvariantCulture, $"{sort}{Calendar.Day(day):yyMMdd}-{Customer.Index + 1:D4}");

    /// <summary>The text in the customer's language.</summary>
    public string Say((string Chinese, string English) text) => IsAbroad ? text.English : text.Chinese;

    /// <summary>Of some customers there is a second record with the same number and nearly the same name, as happens where several people enter them.</summary>
    private static PlannedCustomer? DoubleOf(DemoPlan plan, PlannedCustomer customer)
    {
        if (customer.Index % DoublesApart != DoublesApart / 2)
        {
            return null;
        }

        var other = plan.Customers[customer.Index - BetweenDoubles];
        return other.Profile.IsPerson == customer.Profile.IsPerson && other.City is not null && customer.City is not null ? other : null;
    }

    private static string Shortened(string name) =>
        name.Replace("有限公司", "公司", StringComparison.Ordinal) is var shorter && shorter != name ? shorter : name.Insert(1, " ");
}

/// <summary>An order that was written down.</summary>
internal sealed record PlacedOrder(string Label, string Number, int Day, string State, bool IsReturn, decimal Amount, IReadOnlyList<PlacedLine> Lines);

/// <summary>A line of an order that was written down.</summary>
internal sealed record PlacedLine(Article Article, int Quantity, decimal Price);
