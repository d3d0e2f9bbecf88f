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
internal sealed record TimelineEntry(EntityDescriptor Entity, DateTime At, string Id, string? Title, JsonElement Row);

/// <summary>
/// Orders, talks, tickets, tasks, notes and the rest of a customer in one line of time, newest first. One statement for each kind reads as many as the page
/// holds; what is older than the page begins with its last moment.
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

    /// <summary>The relations whose records the caller may see and place in time.</summary>
    public static IReadOnlyList<ChildRelation> Kinds(LedgerScope scope) =>
        [.. Told.Select(told => CustomerFields.Entity.FindChildren(told.Relation)!).Where(relation => IsTold(scope, relation))];

    /// <summary>What is selected of the customer so that <see cref="Read"/> finds it.</summary>
    /// <param name="only">One relation, or null for all.</param>
    /// <param name="before">Only what happened before this moment.</param>
    public static IReadOnlyList<Selection> Select(LedgerScope scope, string? only, DateTime? before) =>
        [.. Kinds(scope).Where(relation => only is null || relation.Name == only).Select(relation => Listed(scope, relation, before))];

    /// <summary>The newest entries of a customer's row, and whether there are older ones.</summary>
    public static (IReadOnlyList<TimelineEntry> Entries, bool More) Read(LedgerScope scope, JsonElement customer)
    {
        var entries = Kinds(scope)
            .Where(relation => customer.TryGetProperty(Key(relation), out _))
            .SelectMany(relation => customer.GetProperty(Key(relation)).EnumerateArray().Select(row => Entry(scope, relation, row)))
            .OrderByDescending(entry => entry.At)
            .ThenByDescending(entry => entry.Id, StringComparer.Ordinal)
            .ToList();
        return (entries.Take(Size).ToList(), entries.Count > Size);
    }

    private static bool IsTold(LedgerScope scope, ChildRelation relation)
    {
        var entity = scope.Schema[relation.Entity];
        return ShownFields.IsKnown(scope, entity.Name)
            && ShownFields.IsClear(scope, entity, MomentOf(relation))
            && ShownFields.IsClear(scope, entity, relation.ByField);
    }

    private static ChildrenSelection Listed(LedgerScope scope, ChildRelation relation, DateTime? before)
    {
        var entity = scope.Schema[relation.Entity];
        var at = MomentOf(relation);
        return new ChildrenSelection(Key(relation), relation.Name, [
            .. RecordSelections.Of(scope, entity, ShownFields.Columns(scope, entity, relation.ByField).Where(field => field.Name != at)),
            new FieldSelection(at),
        ])
        {
            Where = before is null ? null : Before(entity.Find(at)!, before.Value, scope.Settings.Zone),
            OrderBy = [new SortKey(at, Descending: true)],

            // One more than fits, which tells that there is more.
            First = Size + 1,
        };
    }

    /// <summary>A day begins where the tenant is: it lies before a moment if its beginning does.</summary>
    private static FieldFilter Before(FieldDescriptor field, DateTime moment, TimeZoneInfo zone) => field.Type == FieldType.Date
        ? new FieldFilter(field.Name, Operator.LessOrEqual, TimeZoneInfo.ConvertTimeFromUtc(moment.AddTicks(-1), zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        : new FieldFilter(field.Name, Operator.Less, moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    private static TimelineEntry Entry(LedgerScope scope, ChildRelation relation, JsonElement row)
    {
        var entity = scope.Schema[relation.Entity];
        var at = row.GetProperty(MomentOf(relation));
        return new TimelineEntry(
            entity,
            at.ValueKind == JsonValueKind.String ? MomentOf(at.GetString()!, scope.Settings.Zone) : DateTime.MinValue,
            row.GetProperty(SystemFields.Id).GetString()!,
            row.TryGetProperty(entity.Title, out var title) && title.ValueKind == JsonValueKind.String ? title.GetString() : null,
            row);
    }

    private static DateTime MomentOf(string text, TimeZoneInfo zone) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? Periods.StartOf(day, zone)
        : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static string MomentOf(ChildRelation relation) => Told.First(told => told.Relation == relation.Name).At;

    private static string Key(ChildRelation relation) => "timeline_" + relation.Name;
}
