using ClientLedger.Help.Demo.Company;
using ClientLedger.Writing;

namespace ClientLedger.Help.Demo.Records;

/// <summary>A part of the demo that is written as one change set.</summary>
/// <param name="Changes">Makes the changes, each time the same.</param>
/// <param name="Done">How many customers are done after it, or changes.</param>
internal sealed record DemoBatch(Func<IReadOnlyList<RecordChange>> Changes, int Done);

/// <summary>
/// The whole demo as batches, each the same for the same plan: what the owner wrote down (the articles, then customer by customer with all that is theirs), and what
/// everybody has changed since on the customers of their own.
/// </summary>
internal static class DemoBatches
{
    /// <summary>About how many records a batch has: few enough to let somebody who works meanwhile write in between.</summary>
    private const int RecordsPerBatch = 600;

    /// <summary>What the owner wrote down.</summary>
    public static IReadOnlyList<DemoBatch> WrittenDown(DemoPlan plan, StaffIds staff) =>
    [
        new(Articles, 0),
        .. Groups(plan.Customers).Select(group => new DemoBatch(() => Customers(plan, staff, group.From, group.To), group.To)),
    ];

    /// <summary>What somebody has changed since; a customer's changes are sets of their own.</summary>
    public static IReadOnlyList<DemoBatch> Changed(DemoPlan plan, StaffIds staff, long author)
    {
        var rounds = plan.Customers
            .Select(customer => new CustomerStory(plan, staff, customer))
            .Where(story => story.Owner == author)
            .SelectMany(story => LaterChanges.Of(story).Select((change, round) => (Round: round, Change: change)))
            .GroupBy(each => each.Round, each => each.Change)
            .OrderBy(round => round.Key);
        var (batches, done) = (new List<DemoBatch>(), 0);
        foreach (var round in rounds.Select(round => round.ToList()))
        {
            batches.Add(new(() => round, done += round.Count));
        }

        return batches;
    }

    private static IReadOnlyList<RecordChange> Articles()
    {
        var sheet = new RecordSheet();
        ProductRecords.Add(sheet);
        return sheet.Changes;
    }

    private static List<RecordChange> Customers(DemoPlan plan, StaffIds staff, int from, int to)
    {
        var chains = plan.Customers.Take(from).Where(customer => customer.Profile.Name == "cafeChain").Select(CustomerStory.NumberOf).ToList();
        var changes = new List<RecordChange>();
        for (var index = from; index < to; index++)
        {
            var sheet = new RecordSheet(scope: CustomerStory.NumberOf(plan.Customers[index]));
            var story = new CustomerStory(plan, staff, plan.Customers[index]);
            CustomerRecords.Add(sheet, story, chains);
            ContactRecords.Add(sheet, story);
            AgreementRecords.AddFrame(sheet, story);
            OrderRecords.Add(sheet, story);
            AgreementRecords.AddPayments(sheet, story);
            TalkRecords.Add(sheet, story);
            ServiceRecords.Add(sheet, story);
            WorkRecords.Add(sheet, story);
            changes.AddRange(sheet.Changes);
        }

        return changes;
    }

    /// <summary>Runs of customers, from one to before another.</summary>
    private static IEnumerable<(int From, int To)> Groups(IReadOnlyList<PlannedCustomer> customers)
    {
        var (from, records) = (0, 0);
        for (var index = 0; index < customers.Count; index++)
        {
            // An order has its lines and often a payment.
            records += 4 + (customers[index].Orders * 7 / 2) + customers[index].Interactions;
            if (records >= RecordsPerBatch || index == customers.Count - 1)
            {
                yield return (from, index + 1);
                (from, records) = (index + 1, 0);
            }
        }
    }
}
