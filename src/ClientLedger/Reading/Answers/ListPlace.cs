using System.Data.Common;
using ClientLedger.Reading.Binding;
using ClientLedger.Shared;
using ClientLedger.Storage.Secrets;

namespace ClientLedger.Reading.Answers;

/// <summary>A place in a list: the values of its order's keys and the id of the row.</summary>
internal readonly record struct ListPlace(KeyValue[] Keys, long Id);

/// <summary>Tells places in lists, and seals them.</summary>
internal sealed class PlaceReader(TenantSecrets secrets, IRandomSource random, bool timesAreText)
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

    /// <summary>A cursor of a place.</summary>
    public string Seal(BoundLevel level, ListPlace place) => Cursor.Seal(secrets.CursorKey, level, [.. place.Keys.Select(key => key.ToObject())], place.Id, random);
}
