using System.Globalization;
using SortKey = ClientLedger.Reading.SortKey;
using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Reading.Binding;
using ClientLedger.Tenancy;

namespace ClientLedger.Customers;

/// <summary>Something that happened with a customer.</summary>
/// <param name="Row">The record, with the fields that its entity shows in short tables.</param>
internal sealed record TimelineEntry(EntityDescriptor Entity, TimelinePlace Place, string? Title, JsonElement Row)
{
    public string Id => Place.Id;

    /// <summary>Null where nobody has said when.</summary>
    public DateTime? At => Place.At;

    /// <summary>The field that says when.</summary>
    public FieldDescriptor AtField => CustomerTimeline.MomentFieldOf(Entity, Place.Kind);

    /// <summary>It has a day alone: its moment is the beginning of that day.</summary>
    public bool IsOfDay => AtField.Type == FieldType.Date;
}

/// <summary>
/// Orders, talks, tickets, tasks, notes and the rest of a customer in one line of time, newest first. One statement for each kind reads as many as the page
/// holds; what is older than the page begins after the place of its last entry.
/// </summary>
internal static class CustomerTimeline
{
    /// <summary>Entries of a page.</summary>
    public const int Size = 30;

    /// <summary>Relations that tell a story, and the moment, or the day, at which their records stand in it; those without one stand at its end.</summary>
    private static readonly (string Relation, string At)[] Told =
    [
        ("interactions", "at"), ("orders", "orderedAt"), ("tickets", SystemFields.CreatedAt), ("tasks", SystemFields.CreatedAt), ("notes", SystemFields.CreatedAt),
        ("events", "at"), ("needs", SystemFields.CreatedAt), ("projects", "startsOn"), ("contracts", "signedOn"), ("payments", "paidOn"),
    ];

    private static readonly IReadOnlyList<ChildRelation> All = [.. Told.Select(told => CustomerFields.Entity.FindChildren(told.Relation)!)];

    /// <summary>The relations whose records the caller may see and place in time.</summary>
    public static IReadOnlyList<ChildRelation> Kinds(LedgerScope scope) =>
        [.. All.Where(relation => IsTold(scope, relation))];

    /// <summary>What is selected of the customer so that <see cref="Read"/> finds it.</summary>
    /// <param name="only">One relation, or null for all.</param>
    /// <param name="before">Only what stands after this place, as the page before told it in <see cref="Read"/>; null for the newest.</param>
    /// <exception cref="Messages.RefusedException">The place is none.</exception>
    public static IReadOnlyList<Selection> Select(LedgerScope scope, string? only, string? before)
    {
        var place = before is null ? null : TimelinePlace.Read(before, All, scope.Schema);
        return [.. Kinds(scope).Where(relation => only is null || relation.Name == only).Select(relation => Listed(scope, relation, place)).OfType<Selection>()];
    }

    /// <summary>The newest entries of a customer's row, and the place after which older ones stand; null where there are none.</summary>
    public static (IReadOnlyList<TimelineEntry> Entries, string? Earlier) Read(LedgerScope scope, JsonElement customer)
    {
        // The sort keeps the gate's own order, by id, of what has the same moment and kind.
        var entries = Kinds(scope)
            .Where(relation => customer.TryGetProperty(Key(relation), out _))
            .SelectMany(relation => customer.GetProperty(Key(relation)).EnumerateArray().Select(row => Entry(scope, relation, row)))
            .OrderByDescending(entry => entry.At.HasValue)
            .ThenByDescending(entry => entry.At)
            .ThenBy(entry => entry.Place.Kind)
            .ToList();
        return (entries.Take(Size).ToList(), entries.Count > Size ? entries[Size - 1].Place.Written(All) : null);
    }

    /// <summary>The field that says when a record of a kind happened.</summary>
    /// <param name="kind">Ordinal of its relation.</param>
    public static FieldDescriptor MomentFieldOf(EntityDescriptor entity, int kind) => entity.Find(Told[kind].At)!;

    private static bool IsTold(LedgerScope scope, ChildRelation relation)
    {
        var entity = scope.Schema[relation.Entity];
        return ShownFields.IsKnown(scope, entity.Name)
            && ShownFields.IsClear(scope, entity, MomentOf(relation))
            && ShownFields.IsClear(scope, entity, relation.ByField);
    }

    /// <summary>What is read of a kind; null where nothing of it stands after the place.</summary>
    private static ChildrenSelection? Listed(LedgerScope scope, ChildRelation relation, TimelinePlace? place)
    {
        var entity = scope.Schema[relation.Entity];
        var at = MomentOf(relation);
        var where = place?.After(OrdinalOf(relation), MomentFieldOf(entity, OrdinalOf(relation)), MayBeUndated(scope, entity, at), scope.Settings.Zone);
        return place is not null && where is null ? null : new ChildrenSelection(Key(relation), relation.Name, [
            .. RecordSelections.Of(scope, entity, ShownFields.Columns(scope, entity, relation.ByField).Where(field => field.Name != at)),
            new FieldSelection(at),
        ])
        {
            Where = where,
            OrderBy = [new SortKey(at, Descending: true)],

            // One more than fits, which tells that there is more.
            First = Size + 1,
        };
    }

    /// <summary>What must be filled in and what the gate fills in is empty where it isn't clear alone.</summary>
    private static bool MayBeUndated(LedgerScope scope, EntityDescriptor entity, string at) =>
        entity.Find(at) is { Required: false, Derived: false } || !scope.Rights.On(entity.Name).IsClearEverywhere(entity.OrdinalOf(at));

    private static TimelineEntry Entry(LedgerScope scope, ChildRelation relation, JsonElement row)
    {
        var entity = scope.Schema[relation.Entity];
        var at = row.TryGetProperty(MomentOf(relation), out var shown) ? shown : default;
        return new TimelineEntry(
            entity,
            new TimelinePlace(
                at.ValueKind == JsonValueKind.String ? MomentOf(at.GetString()!, scope.Settings.Zone) : null, OrdinalOf(relation), row.GetProperty(SystemFields.Id).GetString()!),
            row.TryGetProperty(entity.Title, out var title) && title.ValueKind == JsonValueKind.String ? title.GetString() : null,
            row);
    }

    private static DateTime MomentOf(string text, TimeZoneInfo zone) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? Periods.StartOf(day, zone)
        : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static string MomentOf(ChildRelation relation) => Told[OrdinalOf(relation)].At;

    private static int OrdinalOf(ChildRelation relation) => Array.FindIndex(Told, told => told.Relation == relation.Name);

    private static string Key(ChildRelation relation) => "timeline_" + relation.Name;
}
