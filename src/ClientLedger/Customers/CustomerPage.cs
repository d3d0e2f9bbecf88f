using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Shared.Pages;
using ClientLedger.Tenancy;

namespace ClientLedger.Customers;

/// <summary>What the customer's page asks of the ledger: one query, whatever the tab.</summary>
internal static class CustomerPage
{
    /// <summary>Rows of the short lists beside the profile.</summary>
    public const int Beside = 5;

    /// <summary>Keys under which the answer holds what isn't a field.</summary>
    public const string LastContact = "lastContact", OpenTasks = "openTasks", Tasks = "besideTasks", Contacts = "besideContacts";

    /// <summary>Relations that have a tab, in their order.</summary>
    private static readonly string[] Tabbed =
    [
        "contacts", "orders", "interactions", "tasks", "notes", "tickets", "contracts", "payments", "projects", "needs", "subsidiaries", "events",
    ];

    /// <summary>Relations whose tab is there also while it holds nothing.</summary>
    private static readonly string[] Always = ["contacts", "orders", "interactions", "tasks", "notes"];

    private static readonly Filter IsOpen = new FieldFilter("state", Operator.Equals, "open");

    /// <summary>The tabs that the caller has.</summary>
    public static IReadOnlyList<ChildRelation> Tabs(LedgerScope scope) =>
        [.. Tabbed.Select(name => CustomerFields.Entity.FindChildren(name)!).Where(relation => IsSeen(scope, relation.Entity, relation.ByField))];

    /// <summary>How many records each tab holds.</summary>
    public static IEnumerable<Selection> Counts(LedgerScope scope) =>
        Tabs(scope).Select(relation => new AggregateSelection(CountOf(relation), relation.Name, AggregateFunction.Count, Field: null));

    /// <summary>The facts above the profile that aren't the customer's own fields.</summary>
    public static IEnumerable<Selection> Facts(LedgerScope scope)
    {
        if (IsSeen(scope, "interaction", "customer") && IsSeen(scope, "interaction", "at"))
        {
            yield return new AggregateSelection(LastContact, "interactions", AggregateFunction.Maximum, "at");
        }

        if (IsSeen(scope, "task", "customer") && IsSeen(scope, "task", "state"))
        {
            yield return new AggregateSelection(OpenTasks, "tasks", AggregateFunction.Count, Field: null) { Where = IsOpen };
        }
    }

    /// <summary>The short lists beside the profile: whom to talk to, and what to do.</summary>
    public static IEnumerable<ChildrenSelection> Lists(LedgerScope scope)
    {
        if (IsSeen(scope, "contact", "customer"))
        {
            yield return Listed(scope, Contacts, "contacts", "contact", where: null, orderBy: []);
        }

        if (IsSeen(scope, "task", "customer") && IsSeen(scope, "task", "state") && IsSeen(scope, "task", "dueAt"))
        {
            yield return Listed(scope, Tasks, "tasks", "task", IsOpen, [new SortKey("dueAt")]);
        }
    }

    /// <summary>The columns of a short list.</summary>
    public static IReadOnlyList<FieldDescriptor> ListColumns(LedgerScope scope, string entity)
    {
        string[] names = entity == "contact" ? ["name", "jobTitle", "phones", "emails"] : ["subject", "dueAt", "owner"];
        return [.. ShownFields.Readable(scope, scope.Schema[entity]).Where(field => names.Contains(field.Name)).OrderBy(field => Array.IndexOf(names, field.Name))];
    }

    /// <summary>Its tab is there also while it holds nothing.</summary>
    public static bool IsAlwaysThere(ChildRelation relation) => Always.Contains(relation.Name);

    public static string CountOf(ChildRelation relation) => "count_" + relation.Name;

    /// <summary>By which moment the records of a tab are ordered, newest first.</summary>
    public static string MomentOf(string entity) => entity switch
    {
        "order" => "orderedAt",
        "interaction" or "event" => "at",
        _ => SystemFields.CreatedAt,
    };

    /// <summary>What an empty timeline says: it speaks of nothing that the caller may not enter and see there.</summary>
    /// <param name="enterable">The relations whose records the caller may enter and the timeline would then show.</param>
    public static Label TimelineLead(IReadOnlyList<ChildRelation> enterable) => (enterable.Any(kind => kind.Name == "interactions"), enterable.Any(kind => kind.Name == "orders")) switch
    {
        (true, true) => CustomerPageTexts.TimelineEmptyLead,
        (true, false) => CustomerPageTexts.TimelineEmptyLog,
        (false, true) => CustomerPageTexts.TimelineEmptyOrder,
        _ => enterable.Count > 0 ? SharedTexts.NothingYetLead : SharedTexts.NothingYetForYou,
    };

    private static ChildrenSelection Listed(LedgerScope scope, string key, string relation, string entity, Filter? where, IReadOnlyList<SortKey> orderBy) =>
        new(key, relation, RecordSelections.Of(scope, scope.Schema[entity], ListColumns(scope, entity))) { Where = where, OrderBy = orderBy, First = Beside };

    private static bool IsSeen(LedgerScope scope, string entity, string field) =>
        ShownFields.IsKnown(scope, entity) && ShownFields.IsClear(scope, scope.Schema[entity], field);
}
