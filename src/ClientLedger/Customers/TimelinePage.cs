using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Tenancy;

namespace ClientLedger.Customers;

/// <summary>Something that happened with a customer.</summary>
/// <param name="At">Null where nobody has said when.</param>
/// <param name="AtField">The field that says when.</param>
/// <param name="Row">The record, with the fields that its entity shows in short tables.</param>
internal sealed record TimelineEntry(EntityDescriptor Entity, DateTime? At, FieldDescriptor AtField, JsonElement Row)
{
    public string Id => Row.GetProperty(SystemFields.Id).GetString()!;

    public string? Title => Row.TryGetProperty(Entity.Title, out var title) && title.ValueKind == JsonValueKind.String ? title.GetString() : null;

    /// <summary>It has a day alone: its moment is the beginning of that day.</summary>
    public bool IsOfDay => AtField.Type == FieldType.Date;
}

/// <summary>A page of a customer's timeline, as the customer's page shows it.</summary>
internal static class TimelinePage
{
    /// <summary>Entries of a page.</summary>
    public const int Size = 30;

    private const string Key = "timeline", Entries = "entries", At = "at", Kind = "kind", Record = "record", More = "more", End = "end";

    /// <summary>What is selected of the customer so that <see cref="Read"/> finds it.</summary>
    /// <inheritdoc cref="CustomerTimeline.Select" path="/param|/exception"/>
    public static IReadOnlyList<Selection> Select(LedgerScope scope, string? only, string? after) =>
        CustomerTimeline.Select(scope, Key, Size, only, after, relation => Shows(scope, relation)) is { } timeline ? [timeline] : [];

    /// <summary>The newest entries of a customer's row, and the place behind which older ones stand; null where there are none.</summary>
    public static (IReadOnlyList<TimelineEntry> Entries, string? Earlier) Read(LedgerScope scope, JsonElement customer)
    {
        if (!customer.TryGetProperty(Key, out var page))
        {
            return ([], null);
        }

        return ([.. page.GetProperty(Entries).EnumerateArray().Select(entry => EntryOf(scope, entry))], page.GetProperty(More).GetBoolean() ? page.GetProperty(End).GetString() : null);
    }

    private static IReadOnlyList<ListPart> Shows(LedgerScope scope, ChildRelation relation)
    {
        var entity = scope.Schema[relation.Entity];
        return
        [
            new RowsPart(Entries, [new MomentSelection(At), new TextSelection(Kind, relation.Name), new GroupSelection(Record, RecordSelections.Of(scope, entity, ShownFields.Columns(scope, entity, relation.ByField)))]),
            new FactPart(More, PageFact.HasNext),
            new FactPart(End, PageFact.End),
        ];
    }

    private static TimelineEntry EntryOf(LedgerScope scope, JsonElement entry)
    {
        var relation = CustomerFields.Entity.FindChildren(entry.GetProperty(Kind).GetString()!)!;
        var (entity, at) = (scope.Schema[relation.Entity], entry.GetProperty(At));
        return new TimelineEntry(
            entity, at.ValueKind == JsonValueKind.Null ? null : at.GetDateTime().ToUniversalTime(), CustomerTimeline.MomentFieldOf(entity, relation), entry.GetProperty(Record));
    }
}
