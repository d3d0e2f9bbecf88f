using System.Globalization;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading.Binding;
using ClientLedger.Shared;
using ClientLedger.Storage;

namespace ClientLedger.Reading;

/// <summary>
/// The place of an entry in a timeline, from which the page after it goes on: entries stand by their moment, the newest first and those without one at
/// last; at one moment by their kind, and of one kind by their id. So no entry is lost and none comes twice, however many share a moment.
/// </summary>
/// <param name="At">Null for an entry without a date.</param>
/// <param name="Kind">Ordinal of its relation among those that the timeline tells of.</param>
/// <param name="Id">Id of the record, as it is written.</param>
internal sealed record TimelinePlace(DateTime? At, int Kind, string Id)
{
    private const char Separator = '~';

    /// <summary>A place as callers are told of it.</summary>
    /// <param name="relation">The relation that is the row's kind.</param>
    public static string Write(DateTime? at, string relation, string id) =>
        string.Join(Separator, at?.ToString(StoredJson.MomentFormat, CultureInfo.InvariantCulture), relation, id);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="told">All relations that a timeline can tell of, in their order.</param>
    /// <exception cref="RefusedException">The text is no place.</exception>
    public static TimelinePlace Read(string text, IReadOnlyList<ChildRelation> told, LedgerSchema schema)
    {
        if (text.Split(Separator) is [var moment, var kind, var id]
            && told.ToList().FindIndex(relation => relation.Name == kind) is >= 0 and var ordinal
            && RecordIds.TryParse(id, schema[told[ordinal].Entity].IdPrefix, out _))
        {
            if (moment.Length == 0)
            {
                return new TimelinePlace(At: null, ordinal, id);
            }

            if (DateTime.TryParseExact(
                moment, StoredJson.MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
            {
                return new TimelinePlace(at, ordinal, id);
            }
        }

        throw new RefusedException(Refusal.Of(ReadMessages.CursorInvalid));
    }

    /// <summary>What the records of a kind satisfy that stand after this place; null where none does.</summary>
    /// <param name="kind">Ordinal of their relation.</param>
    /// <param name="field">Their moment, or the day, which begins where the tenant is.</param>
    /// <param name="mayBeEmpty">To the caller some of them may have none.</param>
    public Filter? After(int kind, FieldDescriptor field, bool mayBeEmpty, TimeZoneInfo zone)
    {
        var undated = mayBeEmpty ? new FieldFilter(field.Name, Operator.IsEmpty, []) : null;
        if (At is null)
        {
            return undated is null || kind < Kind ? null : kind > Kind ? undated : new AllOf([undated, IsBehind]);
        }

        Filter dated = kind < Kind ? Earlier(field, At.Value, zone)
            : kind > Kind ? new FieldFilter(field.Name, Operator.LessOrEqual, Value(field, At.Value, zone))
            : new AnyOf([Earlier(field, At.Value, zone), new AllOf([new FieldFilter(field.Name, Operator.Equals, Value(field, At.Value, zone)), IsBehind])]);
        return undated is null ? dated : new AnyOf([dated, undated]);
    }

    private FieldFilter IsBehind => new(SystemFields.Id, Operator.Greater, Id);

    /// <summary>A day lies before a moment if its beginning does.</summary>
    private static FieldFilter Earlier(FieldDescriptor field, DateTime at, TimeZoneInfo zone)
    {
        var isWithinDay = field.Type == FieldType.Date && Periods.StartOf(Periods.Today(at, zone), zone) < at;
        return new FieldFilter(field.Name, isWithinDay ? Operator.LessOrEqual : Operator.Less, Value(field, at, zone));
    }

    private static string Value(FieldDescriptor field, DateTime at, TimeZoneInfo zone) => field.Type == FieldType.Date
        ? Periods.Today(at, zone).ToString(StoredJson.DateFormat, CultureInfo.InvariantCulture)
        : at.ToString(StoredJson.MomentFormat, CultureInfo.InvariantCulture);
}
