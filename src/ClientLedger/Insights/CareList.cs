using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Tenancy;

namespace ClientLedger.Insights;

/// <summary>A short list of the home page: records that ask for somebody's care, the most pressing first.</summary>
/// <param name="Nothing">What is said where there are none.</param>
/// <param name="Columns">Fields that are shown, the title first.</param>
/// <param name="Where">Which records, by today in the tenant's zone; null for all.</param>
/// <param name="More">The query of the address at which the whole list lies.</param>
internal sealed record CareList(
    string Entity, Label Title, Label Nothing, IReadOnlyList<string> Columns, SortKey Order, Func<DateOnly, Filter?> Where, Func<DateOnly, string> More)
{
    /// <summary>Days that count as soon.</summary>
    private const int Ahead = 7;

    private static readonly string[] OpenTickets = ["open", "inProgress"];

    public static readonly IReadOnlyList<CareList> All =
    [
        new("customer", InsightTexts.ToContact, InsightTexts.NobodyToContact, ["name", "nextContactOn", "grade", "owner"], new SortKey("nextContactOn"),
            today => new FieldFilter("nextContactOn", Operator.Less, Soon(today)),
            today => $"?f=nextContactOn&o=before&v={Soon(today)}&sort=nextContactOn"),
        new("task", InsightTexts.TasksDue, InsightTexts.NoTasksDue, ["subject", "customer", "dueAt", "owner"], new SortKey("dueAt"),
            today => new AllOf([new FieldFilter("state", Operator.Equals, "open"), new FieldFilter("dueAt", Operator.Less, Soon(today))]),
            today => $"?j=and&f=state&o=is&v=open&j=and&f=dueAt&o=before&v={Soon(today)}&sort=dueAt"),
        new("ticket", InsightTexts.OpenTickets, InsightTexts.NoOpenTickets, ["subject", "customer", "severity", "owner"], new SortKey(SystemFields.CreatedAt, Descending: true),
            _ => new FieldFilter("state", Operator.In, OpenTickets),
            _ => $"?{string.Join('&', OpenTickets.Select(state => $"j=or&f=state&o=is&v={state}"))}&sort=-{SystemFields.CreatedAt}"),
        new("interaction", InsightTexts.LatestInteractions, InsightTexts.NoInteractions, ["subject", "customer", "kind", "at"], new SortKey("at", Descending: true),
            _ => null,
            _ => "?sort=-at"),
    ];

    /// <summary>The caller may see what the list is chosen and ordered by.</summary>
    public bool IsFor(LedgerScope scope) =>
        ShownFields.IsKnown(scope, Entity) && Deciding().All(field => ShownFields.IsClear(scope, scope.Schema[Entity], field));

    private IEnumerable<string> Deciding() => Where(default) switch
    {
        null => [Order.Field],
        FieldFilter one => [Order.Field, one.Field],
        AllOf all => [Order.Field, .. all.Filters.Cast<FieldFilter>().Select(filter => filter.Field)],
        var other => throw new NotSupportedException($"{other.GetType()} says no field by itself."),
    };

    private static string Soon(DateOnly today) => Shared.Pages.Wording.Date(today.AddDays(Ahead + 1));
}
