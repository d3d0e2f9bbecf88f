using System.Globalization;
using ClientLedger.Help.Demo.Company;
using ClientLedger.Help.Demo.Texts;
using ClientLedger.Reading;

namespace ClientLedger.Help.Demo.Records;

/// <summary>Orders and returns with their lines: mostly what the customer always takes, sometimes something else.</summary>
internal static class OrderRecords
{
    private const int ReturnsInPercent = 4;
    private const int UsualInPercent = 82;

    public static void Add(RecordSheet sheet, CustomerStory story)
    {
        var dice = story.Dice(Subject.Orders);
        var customer = story.Customer;
        var usual = Enumerable.Range(0, dice.Between(3, 7)).Select(_ => Draw(dice, story)).Distinct().ToList();
        foreach (var day in story.Calendar.PickDays(dice, customer.IsPerson, customer.From, customer.To, customer.Orders))
        {
            var before = story.Orders.LastOrDefault();
            if (before is { IsReturn: false, State: "completed" } && dice.Happens(ReturnsInPercent))
            {
                AddReturn(sheet, story, dice, day, before);
            }
            else
            {
                AddPurchase(sheet, story, dice, day, usual);
            }
        }
    }

    private static void AddPurchase(RecordSheet sheet, CustomerStory story, Dice dice, int day, List<Article> usual)
    {
        var wanted = story.Customer.IsPerson ? dice.Between(1, 2) : dice.Weighted([(1, 28), (2, 30), (3, 24), (4, 12), (5, 6)]);
        var lines = Enumerable.Range(0, wanted)
            .Select(_ => dice.Happens(UsualInPercent) ? dice.Pick(usual) : Draw(dice, story))
            .Distinct()
            .Select(article => new PlacedLine(article, Quantity(dice, story, article.Goods), PriceOf(story, article, day)))
            .ToList();
        var number = story.NumberOn("SO", day);
        var rate = story.Grade switch { "core" => 0.08m, "important" => 0.04m, _ => 0m };
        Place(sheet, story, dice, new PlacedOrder(number, number, day, State(story, dice, day), IsReturn: false, 0, lines), rate, dice.Happens(9) ? story.Say(dice.Pick(CustomerTexts.OrderRemarks)) : null);
    }

    private static void AddReturn(RecordSheet sheet, CustomerStory story, Dice dice, int day, PlacedOrder before)
    {
        var line = dice.Pick(before.Lines);
        var number = story.NumberOn("RT", day);
        var back = line with { Quantity = dice.Between(1, line.Quantity) };
        Place(sheet, story, dice, new PlacedOrder(number, number, day, "completed", IsReturn: true, 0, [back]), 0, story.Say(dice.Pick(CustomerTexts.ReturnReasons)) + $" ({before.Number})");
    }

    private static void Place(RecordSheet sheet, CustomerStory story, Dice dice, PlacedOrder order, decimal discountRate, string? remarks)
    {
        sheet.AddLabelled(
            "order",
            order.Label,
            ("number", order.Number),
            ("customer", sheet.To(CustomerStory.Label)),
            ("contact", story.Contacts.Count > 0 && dice.Happens(60) ? sheet.To(story.Contacts[0].Label) : null),
            ("kind", order.IsReturn ? CountedOrders.Return : CountedOrders.Purchase),
            ("state", order.State),
            ("orderedAt", story.Customer.IsPerson ? story.Calendar.At(order.Day, dice.Between(8 * 60, (23 * 60) + 30)) : story.Calendar.InOfficeHours(dice, order.Day)),
            ("currency", story.Currency),
            ("deliverOn", order.IsReturn ? null : story.Calendar.Day(order.Day + (story.IsAbroad ? dice.Between(10, 25) : dice.Between(1, 4)))),
            ("owner", story.Owner),
            ("contract", story.Contract is { } contract && order.Day > story.Calendar.Today - 365 ? sheet.To(contract) : null),
            ("remarks", remarks));
        var total = 0m;
        for (var i = 0; i < order.Lines.Count; i++)
        {
            var (article, quantity, price) = order.Lines[i];
            var discount = quantity * price >= 500 ? Math.Round(quantity * price * discountRate, 2, MidpointRounding.AwayFromZero) : 0;
            total += (quantity * price) - discount;
            sheet.Add(
                "orderLine",
                ("number", string.Create(CultureInfo.InvariantCulture, $"{order.Number}-{i + 1}")),
                ("order", sheet.To(order.Label)),
                ("product", RecordSheet.ToProduct(article.Number)),
                ("quantity", (decimal)quantity),
                ("unit", article.Unit),
                ("unitPrice", price),
                ("discount", discount == 0 ? null : discount));
        }

        story.Orders.Add(order with { Amount = total });
    }

    private static string State(CustomerStory story, Dice dice, int day) => (story.Calendar.Today - day, dice.Below(100)) switch
    {
        ( <= 2, < 10) => "draft",
        ( <= 3, _) => "confirmed",
        ( <= 8, _) => "shipped",
        (_, < 2) => "cancelled",
        _ => "completed",
    };

    private static Article Draw(Dice dice, CustomerStory story) => dice.PickEarly(Catalogue.Of(dice.Weighted(story.Customer.Profile.Buys)));

    private static int Quantity(Dice dice, CustomerStory story, Goods goods)
    {
        var usual = story.Customer.Profile.Quantity;
        return goods switch
        {
            Goods.Beans => dice.Between(Math.Max(1, usual / 2), usual * 2),
            Goods.Portions or Goods.SmallBeans or Goods.Milk => dice.Between(1, Math.Max(2, usual)),
            Goods.Supplies => dice.Between(1, Math.Max(1, usual / 2)),
            Goods.Machines or Goods.Grinders => usual >= 20 ? dice.Between(1, 4) : 1,
            Goods.Parts or Goods.Services => dice.Between(1, 3),
            _ => 1,
        };
    }

    /// <summary>Prices rise a little each year; abroad they are in the country's currency and dearer by the freight.</summary>
    private static decimal PriceOf(CustomerStory story, Article article, int day)
    {
        var price = article.Price * (92 + (4 * (day * 3 / story.Calendar.Today))) / 100;
        return story.Customer.Country is { } country
            ? Math.Ceiling(price * 1.25m / country.ToYuan * 20) / 20
            : Math.Round(price, price < 1_000 ? 1 : 0, MidpointRounding.AwayFromZero);
    }
}
