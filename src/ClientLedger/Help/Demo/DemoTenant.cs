using ClientLedger.Fields;
using ClientLedger.Help.Demo.Company;
using ClientLedger.Messages;
using ClientLedger.Settings;

namespace ClientLedger.Help.Demo;

/// <summary>The tenant of the demo: a company that roasts coffee in Shanghai and sells it at home and abroad.</summary>
internal static class DemoTenant
{
    /// <summary>Address name.</summary>
    public const string Name = "demo";

    /// <summary>The book of persons, who buy in the web shop.</summary>
    public const long MembersBook = 2;

    /// <summary>Own field of customers: how many outlets they have.</summary>
    public const string OutletsField = "outlets";

    /// <summary>Own field of customers: the delivery round.</summary>
    public const string RoundField = "deliveryRound";

    public static TenantSettings Settings => new()
    {
        Company = "岚屿咖啡（演示） Lanyu Coffee (demo)",
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        Language = Language.Chinese,
        BaseCurrency = "CNY",
        DefaultCountry = "CN",
    };

    /// <summary>Books beside the one that every tenant has.</summary>
    public static IReadOnlyList<Book> Books =>
    [
        new() { Id = MembersBook, Name = "会员台账 Members", Purpose = "网店会员，个人客户 Members of the web shop", Audience = "国内组与海外组 Both sales teams" },
    ];

    /// <summary>The company's own fields.</summary>
    public static IReadOnlyList<FieldDescriptor> CustomerFields =>
    [
        new() { Id = 0, Name = OutletsField, Label = new("门店数", "Outlets"), Type = FieldType.Integer, Minimum = 0, Indexed = true, Section = "business", Order = 100 },
        new() { Id = 0, Name = RoundField, Label = new("配送线路", "Delivery round"), Type = FieldType.Text, MaxLength = 40, Section = "business", Order = 101 },
    ];

    /// <summary>Rates of the customers' currencies on the first of each month, as <see cref="ExchangeRateList"/> reads them; the same month always has the same.</summary>
    public static string RatesUpTo(DateOnly today)
    {
        var currencies = Abroad.All.Select(country => (country.Item.Currency, country.Item.ToYuan)).Distinct().ToList();
        var first = new DateOnly(today.Year, today.Month, 1).AddYears(-3);
        return string.Join('\n',
            from month in Enumerable.Range(0, 37).Select(first.AddMonths)
            from currency in currencies
            let dice = new Dice((month.DayNumber * 1_000L) + currency.Currency[0] + currency.Currency[1], Subject.Rates)
            select FormattableString.Invariant($"{currency.Currency},{month:yyyy-MM-dd},{currency.ToYuan * (9_700 + dice.Below(601)) / 10_000:0.0000}"));
    }
}
