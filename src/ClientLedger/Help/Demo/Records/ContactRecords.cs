using ClientLedger.Help.Demo.Company;
using ClientLedger.Help.Demo.Texts;

namespace ClientLedger.Help.Demo.Records;

/// <summary>The people who work at a customer.</summary>
internal static class ContactRecords
{
    private const int MostPeople = PhoneLines.PerCustomerAbroad - 1;

    public static void Add(RecordSheet sheet, CustomerStory story)
    {
        if (story.Customer.IsPerson)
        {
            return;
        }

        var dice = story.Dice(Subject.People);
        var count = story.Grade == "ordinary" ? dice.Weighted([(1, 70), (2, 22), (0, 8)]) : dice.Between(2, MostPeople);
        for (var slot = 1; slot <= count; slot++)
        {
            Add(sheet, story, dice, slot);
        }
    }

    private static void Add(RecordSheet sheet, CustomerStory story, Dice dice, int slot)
    {
        var isMale = dice.Happens(50);
        var name = story.Customer.Country is { } country ? Identity.PersonAbroad(dice, country.Code, isMale) : Identity.ChinesePerson(dice, isMale);
        var reach = Reach.Of(dice, story.Customer, story.Identity, name, slot);
        var (role, title, department) = slot == 1 ? dice.Pick(CustomerTexts.Posts.Take(3).ToList()) : dice.Pick(CustomerTexts.Posts);
        var hasLeft = slot > 1 && dice.Happens(9);
        var label = $"contact{slot}";
        sheet.AddLabelled(
            "contact",
            label,
            ("name", name),
            ("customer", sheet.To(CustomerStory.Label)),
            ("gender", dice.Happens(80) ? isMale ? "male" : "female" : null),
            ("jobTitle", dice.Happens(85) ? story.Say(title) : null),
            ("department", dice.Happens(55) ? story.Say(department) : null),
            ("role", dice.Happens(75) ? role : null),
            ("phones", reach.Phones),
            ("emails", reach.Emails),
            ("handles", reach.Handles),
            ("birthday", dice.Happens(18) ? story.Calendar.Day(story.Calendar.Today).AddDays(-dice.Between(22 * 365, 58 * 365)) : null),
            ("owner", story.Owner),
            ("contactChannel", dice.Happens(40) ? story.IsAbroad ? "email" : dice.OneOf("wechat", "call") : null),
            ("deliveryTime", dice.Happens(20) ? story.Say(dice.Pick(CustomerTexts.DeliveryTimes)) : null),
            ("hobbies", !story.IsAbroad && dice.Happens(12) ? new[] { dice.Pick(CustomerTexts.Hobbies) } : null),
            ("leftOn", hasLeft ? story.Calendar.Day(dice.Between(Math.Max(1, story.Calendar.Today - 500), story.Calendar.Today - 1)) : null));
        if (!hasLeft)
        {
            story.Contacts.Add((label, name));
        }
    }
}
