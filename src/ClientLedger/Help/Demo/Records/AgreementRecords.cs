using System.Globalization;
using ClientLedger.Help.Demo.Company;
using ClientLedger.Help.Demo.Texts;

namespace ClientLedger.Help.Demo.Records;

/// <summary>Framework contracts year by year, projects, and what the orders of the last year cost whom.</summary>
internal static class AgreementRecords
{
    private const int Year = 365;

    /// <summary>Contracts and projects; they come before the orders that name them.</summary>
    public static void AddFrame(RecordSheet sheet, CustomerStory story)
    {
        var dice = story.Dice(Subject.Agreements);
        var customer = story.Customer;
        if (customer.IsPerson || customer.Orders == 0)
        {
            return;
        }

        if (dice.Happens(story.Grade switch { "core" => 85, "important" => 45, _ => 3 }))
        {
            AddProject(sheet, story, dice);
        }

        if (dice.Happens(story.Grade switch { "core" => 95, "important" => 40, _ => 2 }))
        {
            AddContracts(sheet, story, dice);
        }
    }

    /// <summary>What is due and was paid for the orders of the last year, where the customer doesn't pay in advance.</summary>
    public static void AddPayments(RecordSheet sheet, CustomerStory story)
    {
        var dice = story.Dice(Subject.Payments);
        var today = story.Calendar.Today;
        foreach (var order in story.Orders.Where(order => story.Contract is not null && !order.IsReturn && order.State is "completed" or "shipped" && order.Day > today - Year))
        {
            var due = order.Day + 30;
            var paid = due + dice.Between(-12, dice.Happens(15) ? 45 : 3);
            var isPaid = paid < today;
            sheet.Add(
                "payment",
                ("number", order.Number.Replace("SO", "PA", StringComparison.Ordinal)),
                ("customer", sheet.To(CustomerStory.Label)),
                ("order", sheet.To(order.Label)),
                ("contract", sheet.To(story.Contract!)),
                ("state", isPaid ? "paid" : due < today ? "overdue" : "due"),
                ("owner", story.Owner),
                ("currency", story.Currency),
                ("dueOn", story.Calendar.Day(due)),
                ("dueAmount", order.Amount),
                ("paidOn", isPaid ? story.Calendar.Day(paid) : null),
                ("paidAmount", isPaid ? order.Amount : null),
                ("method", isPaid ? story.IsAbroad ? "bankTransfer" : dice.Weighted([("bankTransfer", 75), ("alipay", 10), ("wechatPay", 10), ("acceptanceBill", 5)]) : null));
        }
    }

    private static void AddProject(RecordSheet sheet, CustomerStory story, Dice dice)
    {
        var (name, description) = dice.Pick(AgreementTexts.Projects);
        var stage = dice.Weighted([("lead", 10), ("qualified", 12), ("proposal", 16), ("negotiation", 12), ("delivery", 18), ("completed", 24), ("lost", 8)]);
        var start = dice.Between(Math.Max(0, story.Customer.From), story.Calendar.Today - 1);
        story.Project = "project";
        sheet.AddLabelled(
            "project",
            story.Project,
            ("name", $"{story.Identity.ShortName ?? story.Identity.Name} · {story.Say(name)}"),
            ("customer", sheet.To(CustomerStory.Label)),
            ("stage", stage),
            ("progress", stage switch { "lead" => 5L, "qualified" => 15L, "proposal" => 30L, "negotiation" => 45L, "delivery" => dice.Between(50, 95), "completed" => 100L, _ => (object?)null }),
            ("description", story.Say(description)),
            ("startsOn", story.Calendar.Day(start)),
            ("endsOn", story.Calendar.Day(start + dice.Between(45, 240))),
            ("owner", story.Owner));
    }

    private static void AddContracts(RecordSheet sheet, CustomerStory story, Dice dice)
    {
        var today = story.Calendar.Today;
        var start = dice.Between(Math.Max(0, story.Customer.From), Math.Max(story.Customer.From, story.Customer.To - 60));
        for (var count = 1; start < today; count++, start += Year)
        {
            var hasEnded = start + Year <= today;
            var number = string.Create(CultureInfo.InvariantCulture, $"HT{story.Calendar.Day(start):yyyy}-{story.Customer.Index + 1:D4}-{count}");
            sheet.AddLabelled(
                "contract",
                number,
                ("number", number),
                ("name", story.Say(AgreementTexts.FrameContract) + story.Calendar.Day(start).ToString(" yyyy", CultureInfo.InvariantCulture)),
                ("customer", sheet.To(CustomerStory.Label)),
                ("state", hasEnded ? "ended" : story.Customer.HasLeft(story.Calendar) ? "terminated" : "active"),
                ("owner", story.Owner),
                ("amount", Math.Max(1, story.Customer.Orders / 3) * (story.Grade == "core" ? 4_000m : 1_500m)),
                ("currency", story.Currency),
                ("signedOn", story.Calendar.Day(start - dice.Between(2, 20))),
                ("startsOn", story.Calendar.Day(start)),
                ("endsOn", story.Calendar.Day(start + Year - 1)),
                ("project", story.Project is { } project && dice.Happens(25) ? sheet.To(project) : null),
                ("remarks", dice.Happens(30) ? story.Say(dice.Pick(AgreementTexts.Clauses)) : null));
            story.Contract = hasEnded ? story.Contract : number;
        }
    }
}
