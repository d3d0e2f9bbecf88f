using System.Globalization;
using ClientLedger.Help.Demo.Company;
using ClientLedger.Help.Demo.Texts;

namespace ClientLedger.Help.Demo.Records;

/// <summary>What was talked with the customer, through which channel, and what came of it.</summary>
internal static class TalkRecords
{
    private const int EndingsInPercent = 65;

    private static readonly string[] ChannelsOfChina = ["wechat"];

    public static void Add(RecordSheet sheet, CustomerStory story)
    {
        var dice = story.Dice(Subject.Talks);
        var (customer, calendar) = (story.Customer, story.Calendar);
        var texts = customer.IsPerson ? TalkTexts.Persons : customer.Orders == 0 ? TalkTexts.Prospects : TalkTexts.Buyers;
        var last = Math.Min(calendar.Today - 1, customer.To + 45);
        foreach (var day in calendar.PickDays(dice, isPerson: false, customer.From, last, customer.Interactions))
        {
            var text = dice.Pick(texts);
            var contact = story.Contacts.Count > 0 ? dice.PickEarly(story.Contacts) : default;
            var body = story.Say(text.Body) + (dice.Happens(EndingsInPercent) ? (story.IsAbroad ? " " : "") + story.Say(dice.Pick(TalkTexts.Endings)) : "");
            sheet.Add(
                "interaction",
                ("customer", sheet.To(CustomerStory.Label)),
                ("contact", contact.Label is null || dice.Happens(25) ? null : sheet.To(contact.Label)),
                ("kind", Channel(dice, story, text)),
                ("at", calendar.InOfficeHours(dice, day)),
                ("subject", story.Say(text.Subject)),
                ("body", Fill(dice, story, body, contact.Name, day)),
                ("owner", dice.Happens(96) ? story.Worker : null),
                ("project", story.Project is { } project && dice.Happens(20) ? sheet.To(project) : null),
                ("sentiment", dice.Happens(75) ? text.Mood : dice.Happens(50) ? "neutral" : null),
                ("rating", dice.Happens(12) ? (long)dice.Weighted<int>(text.Mood == "negative" ? [(3, 50), (2, 35), (1, 15)] : [(5, 60), (4, 32), (3, 8)]) : null));
        }
    }

    /// <summary>Nobody abroad is on WeChat.</summary>
    private static string Channel(Dice dice, CustomerStory story, TalkText text)
    {
        var channel = dice.Pick(text.Channels);
        return story.IsAbroad && ChannelsOfChina.Contains(channel) ? "email" : channel;
    }

    private static string Fill(Dice dice, CustomerStory story, string text, string? contact, int day)
    {
        var article = story.Orders.Count > 0 ? dice.Pick(dice.Pick(story.Orders).Lines).Article : dice.PickEarly(Catalogue.Of(dice.Weighted(story.Customer.Profile.Buys)));
        var coffee = article.IsCoffee ? article : dice.PickEarly(Catalogue.Of(story.Customer.IsPerson ? Goods.SmallBeans : Goods.Beans));
        var counted = text.Contains("{coffee}", StringComparison.Ordinal) ? coffee : article;
        var next = story.Calendar.Day(day + dice.Between(2, 12));
        var quantity = dice.Between(4, 40);
        return text
            .Replace("{product}", story.Say((article.Chinese, article.English)), StringComparison.Ordinal)
            .Replace("{coffee}", story.Say((coffee.Chinese, coffee.English)), StringComparison.Ordinal)
            .Replace("{quantity}", story.IsAbroad ? string.Create(CultureInfo.InvariantCulture, $"{quantity} units") : string.Create(CultureInfo.InvariantCulture, $"{quantity}{counted.Unit}"), StringComparison.Ordinal)
            .Replace("{contact}", contact ?? story.Say(("客户", "the customer")), StringComparison.Ordinal)
            .Replace("{day}", story.IsAbroad ? next.ToString("d MMMM", CultureInfo.InvariantCulture) : next.ToString("M月d日", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
