using System.Data.Common;
using ClientLedger.Reading.Binding;
using ClientLedger.Shared;
using ClientLedger.Storage.Secrets;

namespace ClientLedger.Reading.Answers;

/// <summary>A place in a list: the values of its order's keys and the id of the row.</summary>
internal readonly record struct ListPlace(KeyValue[] Keys, long Id);

/// <summary>Tells places in lists, and seals them.</summary>
/// <param name="zone">Where days begin.</param>
internal sealed class PlaceReader(TenantSecrets secrets, IRandomSource random, bool timesAreText, TimeZoneInfo zone)
{
    /// <summary>The place of the row on which the reader stands.</summary>
    /// <param name="into">Takes the keys; null for an array of their own.</param>
    public ListPlace Read(DbDataReader reader, BoundLevel level, KeyValue[]? into = null)
    {
        var keys = into ?? (level.Sort.Count == 0 ? [] : new KeyValue[level.Sort.Count]);
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = KeyValue.Read(reader, level.KeyColumns[i], Cursor.KindOf(level.Sort[i]), timesAreText);
        }

        return new ListPlace(keys, reader.GetInt64(level.IdColumn));
    }

    /// <summary>A place as a caller is told of it: a cursor, or where a row of a timeline stands.</summary>
    public string Tell(BoundLevel level, ListPlace place) => level.TimelineKind is { } kind
        ? TimelinePlace.Write(MomentOf(place), kind, RecordIds.Format(level.Table.Entity.IdPrefix, place.Id))
        : Cursor.Seal(secrets.CursorKey, level, [.. place.Keys.Select(key => key.ToObject())], place.Id, random);

    /// <summary>When a row of a timeline happened: its moment, the beginning of its day, or null.</summary>
    public DateTime? MomentOf(ListPlace place) => place.Keys[0].ToObject() switch
    {
        DateTime moment => moment,
        DateOnly day => Periods.StartOf(day, zone),
        _ => null,
    };
}
