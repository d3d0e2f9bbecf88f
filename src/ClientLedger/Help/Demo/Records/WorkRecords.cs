using ClientLedger.Help.Demo.Company;
using ClientLedger.Help.Demo.Texts;

namespace ClientLedger.Help.Demo.Records;

/// <summary>Tasks around today, notes, needs, and what the customer did on the website.</summary>
internal static class WorkRecords
{
    public static void Add(RecordSheet sheet, CustomerStory story)
    {
        var dice = story.Dice(Subject.Work);
        var isActive = !story.Customer.HasLeft(story.Calendar);
        if (!story.Customer.IsPerson && isActive && dice.Happens(16))
        {
            AddTask(sheet, story, dice, isOpen: true);
        }

        if (!story.Customer.IsPerson && dice.Happens(14))
        {
            AddTask(sheet, story, dice, isOpen: false);
        }

        for (var count = dice.Happens(story.Grade == "ordinary" ? 22 : 60) ? dice.Between(1, 2) : 0; count > 0 && !story.Customer.IsPerson; count--)
        {
            var (subject, body) = dice.Pick(WorkTexts.Notes);
            sheet.Add("note", ("customer", sheet.To(CustomerStory.Label)), ("subject", story.Say(subject)), ("body", story.Say(body)), ("pinned", dice.Happens(15)), ("owner", story.Worker));
        }

        if (!story.Customer.IsPerson && dice.Happens(11))
        {
            AddNeed(sheet, story, dice);
        }

        AddEvents(sheet, story, dice);
    }

    private static void AddTask(RecordSheet sheet, CustomerStory story, Dice dice, bool isOpen)
    {
        var (subject, body) = dice.Pick(WorkTexts.Tasks);
        var today = story.Calendar.Today;
        var due = isOpen ? today + dice.Weighted([(0, 22), (dice.Between(-7, -1), 20), (dice.Between(1, 5), 34), (dice.Between(6, 21), 24)]) : today - dice.Between(5, Math.Min(today - 1, 300));
        sheet.Add(
            "task",
            ("subject", story.Say(subject)),
            ("customer", sheet.To(CustomerStory.Label)),
            ("contact", story.Contacts.Count > 0 && dice.Happens(60) ? sheet.To(story.Contacts[0].Label) : null),
            ("body", story.Say(body)),
            ("owner", story.Worker),
            ("dueAt", story.Calendar.At(due, dice.OneOf(10 * 60, 12 * 60, 15 * 60, 17 * 60))),
            ("state", isOpen ? "open" : dice.Weighted([("done", 92), ("cancelled", 8)])),
            ("priority", dice.Weighted([("normal", 62), ("high", 22), ("low", 10), ("urgent", 6)])),
            ("doneAt", isOpen ? null : story.Calendar.InOfficeHours(dice, due - 1)),
            ("project", story.Project is { } project && dice.Happens(30) ? sheet.To(project) : null));
    }

    private static void AddNeed(RecordSheet sheet, CustomerStory story, Dice dice)
    {
        var (subject, body) = dice.Pick(WorkTexts.Needs);
        sheet.Add(
            "need",
            ("subject", story.Say(subject)),
            ("customer", sheet.To(CustomerStory.Label)),
            ("body", story.Say(body)),
            ("state", dice.Weighted([("identified", 30), ("confirmed", 25), ("proposed", 20), ("won", 15), ("lost", 10)])),
            ("priority", dice.Weighted([("normal", 60), ("high", 30), ("low", 10)])),
            ("owner", story.Owner),
            ("dueOn", dice.Happens(50) ? story.Calendar.Day(story.Calendar.Today + dice.Between(10, 120)) : null),
            ("product", dice.Happens(50) ? RecordSheet.ToProduct(dice.PickEarly(Catalogue.Of(dice.Weighted(story.Customer.Profile.Buys))).Number) : null));
    }

    private static void AddEvents(RecordSheet sheet, CustomerStory story, Dice dice)
    {
        for (var count = dice.Happens(24) ? dice.Between(1, 4) : 0; count > 0; count--)
        {
            var (kind, what) = dice.Pick(WorkTexts.Events);
            var day = story.Calendar.Pick(dice, isPerson: true, Math.Max(story.Customer.From, story.Calendar.Today - 200), story.Calendar.Today - 1);
            sheet.Add(
                "event",
                ("customer", sheet.To(CustomerStory.Label)),
                ("contact", story.Contacts.Count > 0 && dice.Happens(50) ? sheet.To(story.Contacts[0].Label) : null),
                ("kind", kind),
                ("at", story.Calendar.At(day, dice.Between(7 * 60, (23 * 60) + 50))),
                ("object", story.Say(what)),
                ("source", dice.Pick(WorkTexts.EventSources)),
                ("owner", story.Owner));
        }
    }
}
