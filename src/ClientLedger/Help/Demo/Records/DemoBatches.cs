using ClientLedger.Help.Demo.Company;
using ClientLedger.Writing;

namespace ClientLedger.Help.Demo.Records;

/// <summary>A part of the demo that is written as one change set.</summary>
/// <param name="Number">1, 2, 3 … in their order; the log keeps it, and tells by it what is there already.</param>
/// <param name="Author">The account whose change it is; null for the product's own.</param>
/// <param name="Changes">Makes the changes.</param>
internal sealed record DemoBatch(long Number, long? Author, Func<IReadOnlyList<RecordChange>> Changes);

/// <summary>The whole demo as batches: the articles, then customer by customer with all that is theirs, then what people changed later.</summary>
internal static class DemoBatches
{
    /// <summary>About how many records a batch has: few enough to let somebody who works meanwhile write in between.</summary>
    private const int RecordsPerBatch = 600;

    /// <summary>All batches, each the same for the same plan and staff.</summary>
    public static IReadOnlyList<DemoBatch> Of(DemoPlan plan, StaffIds staff)
    {
        var batches = new List<DemoBatch> { new(1, null, Articles) };
        foreach (var (from, to) in Groups(plan.Customers))
        {
            batches.Add(new(batches.Count + 1, null, () => Customers(plan, staff, from, to)));
        }

        foreach (var (author, changes) in Later(plan, staff))
        {
            batches.Add(new(batches.Count + 1, author, () => changes));
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

    /// <summary>First everybody's first changes, then the second ones: a customer's changes are sets of their own.</summary>
    private static IEnumerable<(long Author, List<RecordChange> Changes)> Later(DemoPlan plan, StaffIds staff)
    {
        var changes = plan.Customers
            .Select(customer => new CustomerStory(plan, staff, customer))
            .SelectMany(story => LaterChanges.Of(story).Select((change, round) => (Author: story.Owner ?? staff.Owner, Round: round, Change: change)))
            .ToLookup(each => (each.Round, each.Author), each => each.Change);
        return from round in Enumerable.Range(0, LaterChanges.Most)
               from author in staff.All
               where changes.Contains((round, author))
               select (author, changes[(round, author)].ToList());
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
