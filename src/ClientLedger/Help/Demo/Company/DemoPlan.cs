namespace ClientLedger.Help.Demo.Company;

/// <summary>How large a demo is; everything else goes by the number of customers.</summary>
internal sealed record DemoSize(int Customers)
{
    /// <summary>What a fresh start makes.</summary>
    public static readonly DemoSize Full = new(3_000);

    public int Orders => Customers * 20 / 3;

    public int Interactions => Customers * 8 / 3;
}

/// <summary>What is settled of a customer before its records are made.</summary>
/// <param name="Index">0, 1, 2 … in the order in which customers came.</param>
/// <param name="City">Where it is, in China; null abroad.</param>
/// <param name="Country">Where it is, abroad; null in China.</param>
/// <param name="Sequence">Its place among the customers of its country abroad.</param>
/// <param name="JoinedOn">The day on which it became known; before the first day for old ones.</param>
/// <param name="From">The first day on which it may have ordered.</param>
/// <param name="To">The last one; long ago for those that went away.</param>
/// <param name="Orders">How many orders it has, returns among them.</param>
/// <param name="Interactions">How often it was talked with.</param>
internal sealed record PlannedCustomer(
    int Index, Profile Profile, City? City, Abroad? Country, int Sequence, int JoinedOn, int From, int To, int Orders, int Interactions)
{
    public bool IsPerson => Profile.IsPerson;

    public bool HasLeft(DemoCalendar calendar) => Orders > 0 && To < calendar.Today - DemoPlan.GoneAfter;
}

/// <summary>
/// Who the customers are and how much is theirs: a few order much, most little, some nothing yet, some no more. Totals come out exactly, since they are dealt out here
/// over all customers; what each one's share looks like is made later, customer by customer.
/// </summary>
internal sealed class DemoPlan
{
    /// <summary>Days without an order after which a customer counts as gone.</summary>
    public const int GoneAfter = 180;

    /// <summary>Days since the last customers came: enough for what they have done already.</summary>
    private const int NewestAfter = 7;

    private const int OldCustomersInPercent = 28;
    private const int ProspectsInPercent = 13;
    private const int LeaversInPercent = 17;

    public DemoPlan(DemoSize size, DemoCalendar calendar)
    {
        Size = size;
        Calendar = calendar;
        var drafts = Drafts(size, calendar);
        var orders = Shares.Of([.. drafts.Select(draft => draft.OrderWeight)], size.Orders);
        var talks = Shares.Of([.. drafts.Select((draft, i) => draft.TalkWeight(orders[i]))], size.Interactions);
        Customers = [.. drafts.Select((draft, i) => draft.Customer with { Orders = orders[i], Interactions = talks[i] })];
    }

    public DemoSize Size { get; }

    public DemoCalendar Calendar { get; }

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<PlannedCustomer> Customers { get; }

    private static List<Draft> Drafts(DemoSize size, DemoCalendar calendar)
    {
        var arrivals = Arrivals(size, calendar);
        var sequences = new Dictionary<string, int>();
        var drafts = new List<Draft>(size.Customers);
        var profiles = Profile.All.Select(profile => (profile, profile.Share)).ToList();
        for (var index = 0; index < size.Customers; index++)
        {
            var dice = new Dice(index, Subject.Plan);
            var profile = dice.Weighted(profiles);
            var country = profile.IsAbroad ? dice.Weighted(Abroad.All) : null;
            var sequence = country is null ? 0 : sequences.GetValueOrDefault(country.Code);
            if (country is not null)
            {
                sequences[country.Code] = sequence + 1;
            }

            var from = Math.Max(0, arrivals[index]);
            var leaves = dice.Happens(LeaversInPercent) && calendar.Today - from > 2 * GoneAfter;
            var to = leaves ? dice.Between(from + 30, calendar.Today - GoneAfter - 30) : calendar.Today - 1;
            var isProspect = arrivals[index] >= 0 && !profile.IsPerson && dice.Happens(ProspectsInPercent + (arrivals[index] > calendar.Today - 60 ? 40 : 0));
            drafts.Add(new(
                new(index, profile, profile.IsAbroad ? null : dice.Weighted(City.All), country, sequence, arrivals[index], from, to, 0, 0),
                isProspect ? 0 : (long)dice.Between(profile.LeastWeight, profile.MostWeight) * (dice.Happens(8) ? 3 : 1) * (to - from + 1)));
        }

        return drafts;
    }

    /// <summary>The day on which each customer came, ascending: some in the three years before, the others ever more of them.</summary>
    private static int[] Arrivals(DemoSize size, DemoCalendar calendar)
    {
        var old = size.Customers * OldCustomersInPercent / 100;
        var perDay = Shares.Of([.. Enumerable.Range(0, calendar.Today - NewestAfter).Select(day => 100L + (100L * day / calendar.Today))], size.Customers - old);
        return
        [
            .. Enumerable.Range(0, old).Select(i => (i - old) * calendar.Today / Math.Max(1, old)),
            .. perDay.SelectMany((count, day) => Enumerable.Repeat(day, count)),
        ];
    }

    private sealed record Draft(PlannedCustomer Customer, long OrderWeight)
    {
        /// <summary>Prospects are talked with too; persons who buy in the shop hardly.</summary>
        public long TalkWeight(int orders) => Customer.IsPerson ? 1 + (orders / 3) : 4 + Math.Min(orders, 60);
    }
}
