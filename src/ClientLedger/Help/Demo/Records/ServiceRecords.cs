using ClientLedger.Help.Demo.Company;
using ClientLedger.Help.Demo.Texts;

namespace ClientLedger.Help.Demo.Records;

/// <summary>Tickets: complaints, service, returns, suggestions and praise, about as many as orders give cause for.</summary>
internal static class ServiceRecords
{
    private const int OrdersPerTicket = 34;

    public static void Add(RecordSheet sheet, CustomerStory story)
    {
        var dice = story.Dice(Subject.Service);
        var days = new HashSet<int>();
        foreach (var order in story.Orders.Where(order => order.State is "completed" or "shipped"))
        {
            var day = order.Day + dice.Between(1, 12);
            if (dice.Below(OrdersPerTicket) == 0 && day < story.Calendar.Today && days.Add(day))
            {
                Add(sheet, story, dice, day, order);
            }
        }
    }

    private static void Add(RecordSheet sheet, CustomerStory story, Dice dice, int day, PlacedOrder order)
    {
        var coffees = order.Lines.Where(line => line.Article.IsCoffee).ToList();
        var text = order.IsReturn ? TicketTexts.AboutReturns : dice.Pick(TicketTexts.All.Where(text => coffees.Count > 0 || !text.IsAboutCoffee).ToList());
        var article = dice.Pick(text.IsAboutCoffee ? coffees : order.Lines).Article;
        var age = story.Calendar.Today - day;
        var state = age switch
        {
            <= 4 => dice.OneOf("open", "open", "inProgress"),
            <= 20 => dice.OneOf("open", "inProgress", "resolved", "resolved"),
            _ => dice.Weighted([("closed", 82), ("resolved", 15), ("inProgress", 3)]),
        };
        var isDone = state is "resolved" or "closed";
        var solvedOn = Math.Min(story.Calendar.Today - 1, day + dice.Between(1, 9));
        var severity = text.Kind is "complaint" or "return" ? dice.Weighted([("medium", 55), ("high", 33), ("critical", 12)]) : dice.Weighted([("low", 60), ("medium", 40)]);
        sheet.Add(
            "ticket",
            ("number", story.NumberOn("TK", day)),
            ("customer", sheet.To(CustomerStory.Label)),
            ("contact", story.Contacts.Count > 0 && dice.Happens(70) ? sheet.To(dice.Pick(story.Contacts).Label) : null),
            ("kind", text.Kind),
            ("subject", Fill(story, text.Subject, article, order)),
            ("body", Fill(story, text.Body, article, order)),
            ("topic", story.Say(text.Topic)),
            ("sentiment", text.Kind switch { "complaint" => "negative", "praise" => "positive", _ => dice.OneOf("neutral", "neutral", "negative") }),
            ("severity", severity),
            ("state", state),
            ("owner", dice.Happens(92) ? story.Worker : null),
            ("dueAt", story.Calendar.At(day + (severity is "high" or "critical" ? 2 : 5), 18 * 60)),
            ("order", sheet.To(order.Label)),
            ("product", RecordSheet.ToProduct(article.Number)),
            ("resolvedAt", isDone ? story.Calendar.InOfficeHours(dice, solvedOn) : null),
            ("resolution", isDone ? story.Say(text.Resolution) : null),
            ("rating", isDone && dice.Happens(55) ? (long)dice.Weighted([(5, 44), (4, 30), (3, 16), (2, 7), (1, 3)]) : null),
            ("action", isDone && text.Kind == "complaint" && dice.Happens(35) ? story.Say(dice.Pick(TicketTexts.Actions)) : null));
    }

    private static string Fill(CustomerStory story, (string, string) text, Article article, PlacedOrder order) => story.Say(text)
        .Replace("{coffee}", story.Say((article.Chinese, article.English)), StringComparison.Ordinal)
        .Replace("{product}", story.Say((article.Chinese, article.English)), StringComparison.Ordinal)
        .Replace("{order}", order.Number, StringComparison.Ordinal);
}
