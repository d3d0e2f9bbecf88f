using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Tenancy;
using SortKey = ClientLedger.Reading.SortKey;

namespace ClientLedger.Customers;

/// <summary>
/// Orders, talks, tickets, tasks, notes and the rest of a customer in one line of time, newest first. One statement for each kind reads as many as the page
/// holds; what is older than the page begins after the place of its last entry.
/// </summary>
internal static class CustomerTimeline
{
    /// <summary>Relations that tell a story, and the moment, or the day, at which their records stand in it; those without one stand at its end.</summary>
    private static readonly (string Relation, string At)[] Told =
    [
        ("interactions", "at"), ("orders", "orderedAt"), ("tickets", SystemFields.CreatedAt), ("tasks", SystemFields.CreatedAt), ("notes", SystemFields.CreatedAt),
        ("events", "at"), ("needs", SystemFields.CreatedAt), ("projects", "startsOn"), ("contracts", "signedOn"), ("payments", "paidOn"),
    ];

    private static readonly IReadOnlyList<ChildRelation> All = [.. Told.Select(told => CustomerFields.Entity.FindChildren(told.Relation)!)];

    /// <summary>The most kinds that one can tell of.</summary>
    public static int MostKinds => Told.Length;

    /// <summary>The relations whose records a caller may see and place in time.</summary>
    public static IReadOnlyList<ChildRelation> Kinds(Rights rights) => [.. All.Where(relation => IsTold(rights, relation))];

    /// <summary>A customer's timeline as something that its row shows; null to a caller who sees no kind of record.</summary>
    /// <param name="size">Entries of a page.</param>
    /// <param name="only">One relation, or null for all.</param>
    /// <param name="after">Only what stands behind this place, as a page told it; null for the newest.</param>
    /// <param name="shows">What is shown of records of a kind; the same parts for each.</param>
    /// <exception cref="Messages.RefusedException">The place is none.</exception>
    public static TimelineSelection? Select(LedgerScope scope, string key, int size, string? only, string? after, Func<ChildRelation, IReadOnlyList<ListPart>> shows)
    {
        var place = after is null ? null : TimelinePlace.Read(after, All, scope.Schema);
        var lists = Kinds(scope.Rights).Where(relation => only is null || relation.Name == only).Select(relation => Listed(scope, relation, place, shows(relation))).ToList();
        return lists.Count == 0 ? null : new TimelineSelection(key, lists, size, IsLater: place is not null);
    }

    /// <summary>The field that says when a record of a kind happened.</summary>
    public static FieldDescriptor MomentFieldOf(EntityDescriptor entity, ChildRelation relation) => entity.Find(MomentOf(relation))!;

    private static bool IsTold(Rights rights, ChildRelation relation)
    {
        var children = rights.On(relation.Entity);
        return ShownFields.IsFollowed(rights, relation) && children.Best(children.Entity.OrdinalOf(MomentOf(relation))) == ReadRight.Clear;
    }

    private static ChildrenSelection Listed(LedgerScope scope, ChildRelation relation, TimelinePlace? place, IReadOnlyList<ListPart> shows)
    {
        var entity = scope.Schema[relation.Entity];
        var at = MomentFieldOf(entity, relation);
        return new ChildrenSelection(relation.Name, relation.Name, [])
        {
            Parts = shows,

            // Nothing of a kind may stand behind the place: none of any conditions is true.
            Where = place is null ? null : place.After(OrdinalOf(relation), at, MayBeUndated(scope, entity, at), scope.Settings.Zone) ?? new AnyOf([]),
            OrderBy = [new SortKey(at.Name, Descending: true)],
        };
    }

    /// <summary>What must be filled in and what the gate fills in is empty where it isn't clear alone.</summary>
    private static bool MayBeUndated(LedgerScope scope, EntityDescriptor entity, FieldDescriptor at) =>
        at is { Required: false, Derived: false } || !scope.Rights.On(entity.Name).IsClearEverywhere(entity.OrdinalOf(at.Name));

    private static string MomentOf(ChildRelation relation) => Told[OrdinalOf(relation)].At;

    private static int OrdinalOf(ChildRelation relation) => Array.FindIndex(Told, told => told.Relation == relation.Name);
}
